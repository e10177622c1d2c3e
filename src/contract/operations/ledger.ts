import { z } from 'zod';
import { ZONES } from '../../domain/model/codes.ts';
import { REMOVALS } from '../../domain/model/removal.ts';
import { BASES, PARTY_KINDS, VALUE_RULE_CODES } from '../../domain/model/value-codes.ts';
import { pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const rule = z.enum(VALUE_RULE_CODES);
const namedZone = z.enum([...ZONES, 'depends']);
const groupZone = z.enum(['gives-more', 'even', 'receives-more']).nullable();

/** Points a unit, by rule; rules left out weigh by default. */
const weightsSchema = z.partialRecord(rule, z.number().min(0).max(100));
const noteSchema = z.string().max(500).default('');

/** Whose statement: an account or person by number, a tribe by id, a brand by name. */
const partySchema = z.strictObject({ kind: z.enum(['account', 'person', 'tribe', 'brand']), id: z.string().min(1).max(200) });
const side = z.object({ kind: z.enum(PARTY_KINDS), id: count, name: z.string() });
/** What is left of something, in [0, 1]; `chance`: when as many people are taken away at random. */
const remainder = z.object({ left: z.number(), chance: z.object({ mean: z.number(), low: z.number(), high: z.number() }) });
const points = z.object({ created: z.number(), consumed: z.number() });

const statementShape = z.object({
  party: z.object({ kind: z.enum(['account', 'person', 'tribe', 'brand']), id: z.string(), name: z.string(), network: z.string(), people: count, accounts: count }),
  /** A tribe under five people: nothing but its size is told. */
  tooFew: z.boolean(),
  total: count,
  /** Before the period, and what has no time; unfiltered, nothing. */
  opening: points,
  closing: points,
  /** Lines without a time; within the lines when no period is chosen, in the opening otherwise. */
  undated: count,
  /** Points consumed in the lines, by the evidence they rest on. */
  basis: z.object({ observed: z.number(), received: z.number(), estimated: z.number() }),
  /** Closing totals without the halves of one exchange. */
  withoutPairs: points,
  balance: nullableNumber,
  balanceWithoutPairs: nullableNumber,
  /** Both sides of every line, summed apart; `stored` = what the analysis holds for the same people, null where a filter or a brand makes the two incomparable. */
  trial: z.object({ credits: z.number(), debits: z.number(), stored: points.nullable(), agree: z.boolean() }),
  rules: z.array(z.object({ rule, version: count, lines: count, created: z.number(), consumed: z.number() })),
  lines: z.array(z.object({
    line: count, atMs: count.nullable(), rule, version: count, giver: side, receiver: side, units: z.number(), points: z.number(), basis: z.enum(BASES), paired: z.boolean(),
    created: z.number(), consumed: z.number(), createdSoFar: z.number(), consumedSoFar: z.number(), messageId: count, quote: z.string(),
  })),
});

const half = z.object({ people: count, share: nullableNumber }).nullable();
const spread = { n: count, without: count, points: z.number(), gini: nullableNumber, interval, half, reason: z.enum(['few-people', 'no-points', 'under-30']).nullable() };

const outcome = z.object({
  n: count, tribes: count, estimate: nullableNumber, interval,
  verdict: z.enum(['holds', 'opposite', 'unclear', 'not-verifiable']), reason: z.enum(['few-tribe-quarters', 'few-tribes', 'no-variation']).nullable(),
});

/** The books behind the map: weights by version, statements line by line, how unequally value is spread, and the essay's claim. */
export const ledgerOperations = {
  'value.weights': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      /** The version in force; null while the default table holds. */
      version: count.nullable(),
      rules: z.array(z.object({
        rule, version: count, weight: z.number(), defaultWeight: z.number(), bookings: count, points: z.number(),
        /** What counts, who gives, who receives, in English; the window has its own words. */
        counts: z.string(), giver: z.string(), receiver: z.string(), pairSide: z.enum(['giver', 'receiver']).nullable(),
      })),
      versions: z.array(z.object({ version: count, note: z.string(), atMs: count, weights: z.record(z.string(), z.number()) })),
    }),
  },
  'value.weightsEffect': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, weights: weightsSchema }),
    output: z.object({
      /** Accounts with five bookings or more; those below have no zone under any table. */
      n: count,
      changed: count,
      moves: z.array(z.object({ from: namedZone, to: namedZone, accounts: count })),
      zones: z.array(z.object({ zone: namedZone, before: count, after: count })),
      /** Tribes that rest on something else than the zone of their people, and the zone of their summed points. */
      tribes: z.array(z.object({ id: z.string(), people: count, before: groupZone, after: groupZone })),
      changedTribes: count,
    }),
  },
  'value.setWeights': {
    kind: 'command',
    /** A table, or the number of an earlier version whose table is to hold again. An empty table is the default one. */
    input: z.union([z.strictObject({ weights: weightsSchema, note: noteSchema }), z.strictObject({ revertTo: z.number().int().min(1), note: noteSchema })]),
    output: z.object({ version: count.nullable(), changed: z.boolean(), dataVersion: count }),
  },
  'value.statement': { kind: 'read', input: z.strictObject({ ...scopeShape, party: partySchema, ...pageShape }), output: statementShape },
  'value.statementCsv': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, party: partySchema, page: z.number().int().min(0).default(0), size: z.number().int().min(1).max(20_000).default(20_000), separator: z.enum([',', ';']).default(',') }),
    output: z.object({ total: count, fileName: z.string(), text: z.string() }),
  },
  'value.inequality': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, of: z.enum(['created', 'consumed']).default('created') }),
    output: z.object({
      ...spread,
      /** People with a name who gave or received and wrote nothing; left out. */
      silent: count,
      curve: z.array(z.object({ peopleShare: z.number(), amountShare: z.number() })),
      quarters: z.array(z.object({ quarter: z.string(), startMs: count, endMs: count, ...spread })),
    }),
  },
  /** What is left without the people who create most: points, messages between people, the largest part that ties hold together; beside it as many people taken away at random. */
  'value.robustness': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      people: count, points: z.number(), answers: count, largest: count, draws: count, seed: count, reason: z.enum(['few-people', 'no-points']).nullable(),
      losses: z.array(z.object({ removal: z.enum(REMOVALS), removed: count, value: remainder, /** Null under thirty messages between people. */ answers: remainder.nullable(), /** In people; null under ten. */ largest: remainder.nullable() })),
      /** The ten who create most, while there are enough people. */
      first: z.array(z.object({ accountId: count, name: z.string(), network: z.string(), created: z.number() })),
    }),
  },
  'value.claim': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      used: outcome,
      active: outcome,
      estimator: z.string(),
      draws: count,
      seed: count,
      quarters: z.array(z.object({ tribe: z.string(), quarter: z.string(), people: count, bookings: count, closeness: z.number(), activity: z.number(), pieces: count, used: nullableNumber, active: z.number() })),
    }),
  },
} as const;
