import { z } from 'zod';
import { ADVICE_VERDICTS, COMPANY_BASES, MIRROR_SIDES } from '../../domain/model/company.ts';
import { pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const name = z.string().trim().max(120);
/** `count` of `n`; share only from thirty cases, limits exact. */
const shareSchema = z.object({ count, n: count, share: nullableNumber, low: nullableNumber, high: nullableNumber });
const presetShape = { on: z.boolean(), followUpHours: count.min(1).max(2160), horizonDays: count.min(1).max(90) };
const waitingSchema = z.object({ requests: count, people: count, companies: count, withinDay: shareSchema.nullable(), withinHorizon: shareSchema.nullable(), meanSeconds: nullableNumber });
const side = z.enum(MIRROR_SIDES);

/** Business to business: accounts rolled up to companies, longer windows; and the mirror of an agency and its client. */
export const companyOperations = {
  /** Companies of a scope with their people, and what the preset would change. */
  'companies.list': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pageShape, tried: z.strictObject({ followUpHours: presetShape.followUpHours, horizonDays: presetShape.horizonDays }).optional() }),
    output: z.object({
      preset: z.object(presetShape), tried: z.object({ followUpHours: count, horizonDays: count }),
      total: count, people: count, bases: z.record(z.enum(COMPANY_BASES), count),
      companies: z.array(z.object({
        key: z.string(), name: z.string(), basis: z.enum(COMPANY_BASES), people: count, messages: count,
        /** Observable requests and how many were answered by the horizon; those watched for less are left out. */
        requests: count, answered: shareSchema.nullable(), messageIds: z.array(count),
        members: z.array(z.object({ accountId: count, name: z.string(), messages: count, basis: z.enum(COMPANY_BASES) })),
      })),
      /** People for whom no company is known, most messages first. */
      without: z.array(z.object({ accountId: count, name: z.string(), messages: count })),
      effect: z.object({ before: waitingSchema, after: waitingSchema }),
    }),
  },
  /** The preset as it stands; while it is on, how many people write under a scope, of how many a company is known, and how many companies that is. */
  'business.get': { kind: 'read', input: z.strictObject({ ...scopeShape }), output: z.object({ preset: z.object(presetShape), writing: z.object({ people: count, known: count, companies: count }).nullable() }) },
  /** Switches the preset on or off; requests are found anew at the next analysis. One change, undoable. */
  'business.set': { kind: 'command', input: z.strictObject(presetShape), output: z.object({ changed: z.boolean(), dataVersion: count }) },
  /** Says for which company accounts write; '' for none, null takes back what was said. One change, undoable, kept by content. */
  'companies.assign': { kind: 'command', input: z.strictObject({ accountIds: z.array(count).min(1).max(500), company: name.nullable() }), output: z.object({ changed: count }) },
  /** The correspondence between an agency and its client, measured both ways. */
  'mirror.account': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pageShape }),
    output: z.object({
      sides: z.array(z.object({ key: z.string(), name: z.string(), people: count, messages: count, side: side.nullable() })),
      /** On what ground figures of single persons are shown, one and the same as that of teams (`teams.set`); null: they are not. */
      basis: z.object({ text: z.string(), statedBy: z.string(), atMs: z.number() }).nullable(),
      ready: z.boolean(),
      endMs: nullableNumber,
      /** By whose turn waits for the other side. */
      both: z.array(z.object({
        side, messages: count, people: count, opened: count, turns: count, open: count, openIds: z.array(count), withinDay: shareSchema, withinWeek: shareSchema, medianSeconds: nullableNumber, tooFew: z.boolean(),
        proposals: count, unsolicited: count, adopted: shareSchema, undecided: count,
      })),
      /** Turns answered by the side that answers less over the other's share, in [0, 1]; null under twenty turns a side. */
      reciprocity: nullableNumber,
      /** Promises of those who speak for the brand; `voices` of the agency's `of` people speak for it. */
      promises: z.object({ voices: count, of: count, kept: count, late: count, broken: count, unverifiable: count, open: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber }),
      referents: z.object({
        reason: z.enum(['few-people', 'no-basis']).nullable(),
        people: z.array(z.object({ accountId: count, name: z.string(), side, proposals: count, unsolicited: count, adopted: count })),
      }),
      total: count,
      advice: z.array(z.object({ messageId: count, side, name: z.string(), atMs: z.number(), text: z.string(), solicited: z.boolean(), suggestion: z.enum(['adopted', 'not-adopted']).nullable(), replyId: count.nullable(), verdict: z.enum(ADVICE_VERDICTS) })),
    }),
  },
  /** Assigns companies to the two sides. Undoable. */
  'mirror.setSides': { kind: 'command', input: z.strictObject({ agency: z.array(z.string().max(200)).max(50), client: z.array(z.string().max(200)).max(50) }), output: z.object({ changed: z.boolean() }) },
  /** Takes the people of some imports for the two sides: whoever has one of the agency's names (company, domain, person) is the agency's, everybody else the client's. One change, undoable. */
  'mirror.fromImport': {
    kind: 'command',
    input: z.strictObject({ importIds: z.array(count).min(1).max(500), agency: z.array(name.min(1)).min(1).max(50), client: name.min(1) }),
    output: z.object({ agency: count, client: count }),
  },
  /** A verdict by hand on one proposal; `open` takes it back. Undoable, kept by content. */
  'mirror.judge': { kind: 'command', input: z.strictObject({ messageId: count, verdict: z.enum(ADVICE_VERDICTS) }), output: z.object({ changed: z.boolean() }) },
} as const;
