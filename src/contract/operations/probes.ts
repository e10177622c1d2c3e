import { z } from 'zod';
import { PROBE_INTENTS, PROBE_MATCHES, PROBE_PROBLEMS, PROBE_STATES } from '../../domain/model/probe.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const intent = z.enum(PROBE_INTENTS);
const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable();
const countedShare = z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber });

/** A probe as it is written down: what was asked, where and when; an answer seen by hand, and until when somebody looked. UTC ms. */
export const probeBodySchema = z.object({
  network: z.string(), container: z.string().nullable().default(null), nativeId: z.string().nullable().default(null), text: z.string(), intent, atMs: count, note: z.string().default(''),
  answeredAtMs: count.nullable().default(null), answeredBy: z.string().default(''), checkedMs: count,
});

const probeInput = z.strictObject({
  network: z.string().trim().min(1).max(100), container: z.string().max(500).nullable().default(null),
  /** The source's own id, or the link. */
  nativeId: z.string().max(500).nullable().default(null),
  text: z.string().trim().min(1).max(5000), intent, atMs: count, note: z.string().max(1000).default(''),
  answeredAtMs: count.nullable().default(null), answeredBy: z.string().max(200).default(''),
  /** Until when an answer was looked for by hand; now when left out. */
  checkedMs: count.optional(),
});

const answered = z.object({ n: count, within: countedShare, estimate: nullableNumber, low: nullableNumber, high: nullableNumber, tooFew: z.boolean() });
const whole = z.object({ requests: count, answeredDay: nullableNumber, low: nullableNumber, high: nullableNumber });

/** The mystery shopper: questions that the user asks on purpose, followed apart from those of the public. */
export const probeOperations = {
  /** Probes, the latest first, with how they ended; the answered share within a day against the public's requests of the same kind. */
  'probes.list': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape }),
    output: z.object({
      probes: z.array(probeBodySchema.extend({
        id: z.string(), match: z.enum(PROBE_MATCHES).nullable(), messageId: count.nullable(), leftOut: z.boolean(),
        state: z.enum(PROBE_STATES), waitedSeconds: nullableNumber, answerMessageId: count.nullable(), by: z.string(),
      })),
      /** All probes, then by kind: `within` counts those answered within a day or watched for one; the estimate counts open ones as long as they were watched, from 20 on; `people`: known authors of the public's requests. */
      groups: z.array(z.object({ intent: intent.nullable(), probes: answered, public: answered.extend({ people: count }), difference: estimate })),
      curve: z.array(z.object({ atSeconds: z.number(), waiting: z.number(), low: z.number(), high: z.number() })),
      /** Whether their messages are left out of every other figure, and what difference that makes. */
      leftOut: z.boolean(), messages: count, effect: z.object({ with: whole, without: whole }),
    }),
  },
  /** Adds a probe, or changes the one of `id`. One change, undoable. `dataChanged`: an imported message left the figures or came back, and the analysis is behind. */
  'probes.save': { kind: 'command', input: probeInput.extend({ id: z.string().max(100).optional() }), output: z.object({ id: z.string(), dataChanged: z.boolean() }) },
  'probes.remove': { kind: 'command', input: z.strictObject({ id: z.string().max(100) }), output: z.object({ removed: z.boolean(), dataChanged: z.boolean() }) },
  /** Leaves the messages of probes out of every other figure, as from the start, or counts them. One change, undoable. */
  'probes.setLeftOut': { kind: 'command', input: z.strictObject({ leftOut: z.boolean() }), output: z.object({ changed: z.boolean(), dataChanged: z.boolean() }) },
  /** Reads a table of probes (CSV: network, container, id or link, time, intent, text, answered, by, note; Italian or English heads) and says what is wrong with which row; nothing is kept. */
  'probes.parse': {
    kind: 'read',
    input: z.strictObject({ text: z.string().max(2_000_000) }),
    output: z.object({ timeZone: z.string(), missing: z.array(z.string()), rows: z.array(z.object({ line: count, problem: z.enum(PROBE_PROBLEMS).nullable(), text: z.string(), probe: probeInput.nullable() })) }),
  },
  /** Adds several probes as one change, undoable. */
  'probes.saveAll': { kind: 'command', input: z.strictObject({ probes: z.array(probeInput).min(1).max(1000) }), output: z.object({ saved: count, dataChanged: z.boolean() }) },
  /** The probes with how they ended, as a table that a spreadsheet opens; it can be read back. */
  'probes.table': { kind: 'read', input: z.strictObject({ ...scopeShape, separator: z.enum([',', ';']).default(',') }), output: z.object({ fileName: z.string(), text: z.string(), rows: count }) },
} as const;
