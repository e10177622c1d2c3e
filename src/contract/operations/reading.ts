import { z } from 'zod';
import { ACTS, INTENTS, SENTIMENTS, TEXT_KINDS } from '../../domain/model/codes.ts';
import { RULE_FAULTS, RULE_LIMITS } from '../../domain/model/own-rule.ts';

const count = z.number().int();
const labelCode = z.enum([...INTENTS, ...ACTS]);
const place = z.object({ start: count, end: count });

/** A rule of the project's own, as it is written, kept and handed over in files. */
export const ownRuleSchema = z.strictObject({
  id: z.string().min(1).max(60), name: z.string().max(RULE_LIMITS.nameLength), language: z.enum(['it', 'en', 'any']), direction: z.enum(['inbound', 'outbound']), code: labelCode, effect: z.enum(['on', 'off']),
  lines: z.array(z.string().max(RULE_LIMITS.lineLength)).max(RULE_LIMITS.lines),
  matches: z.array(z.string().max(RULE_LIMITS.exampleLength)).max(RULE_LIMITS.examples),
  rejects: z.array(z.string().max(RULE_LIMITS.exampleLength)).max(RULE_LIMITS.examples),
});

/** A whole set of rules. */
export const ruleSetSchema = z.array(ownRuleSchema).max(RULE_LIMITS.rules);

const ruleHit = z.object({ rule: z.string(), code: labelCode, on: z.boolean(), ...place.shape });
const pull = z.object({
  /** Words of the text, or something else the model looks at, by its name. */
  kind: z.enum(['words', 'evidence']), name: z.string(),
  /** Share of the label's logit: above 0 for it, below 0 against it. */
  weight: z.number(), start: count.nullable(), end: count.nullable(),
});

/** How the project reads: its rules with their versions, the threshold under which it abstains, and why a message got its labels. */
export const readingOperations = {
  /** The rules in force, or those of an earlier version; version 0 is a project without rules. */
  'dictionary.get': {
    kind: 'read',
    input: z.strictObject({ version: count.min(0).optional() }),
    output: z.object({
      version: count, rules: z.array(ownRuleSchema),
      limits: z.object({ rules: count, lines: count, lineLength: count, examples: count, exampleLength: count, nameLength: count }),
      /** The latest first; the first is in force. */
      versions: z.array(z.object({ version: count, atMs: z.number(), rules: count })),
    }),
  },
  /**
   * Tries rules without keeping them: what is wrong, which examples do not hold, what they find in given texts and, when
   * asked for, how many of the project's messages would change a label against the rules in force, from a seeded sample.
   */
  'dictionary.try': {
    kind: 'read',
    input: z.strictObject({ rules: ruleSetSchema, texts: z.array(z.string().max(2000)).max(20).default([]), effect: z.boolean().default(false), seed: count.default(1) }),
    output: z.object({
      faults: z.array(z.object({ rule: z.string(), line: count.nullable(), code: z.enum(RULE_FAULTS), detail: z.string() })),
      failing: z.array(z.object({ rule: z.string(), side: z.enum(['matches', 'rejects']), example: count })),
      texts: z.array(z.object({ language: z.string(), hits: z.array(ruleHit) })),
      /** Null when not asked for, and while something is wrong with the rules. */
      effect: z.object({
        /** Messages with a text, and how many of them were read to count. */
        population: count, n: count,
        changed: count,
        /** Estimate for all messages with its interval; the count itself when all were read. */
        estimate: z.number(), low: z.number(), high: z.number(), exact: z.boolean(),
        labels: z.array(z.object({ code: labelCode, gained: count, lost: count })),
        /** Up to a hundred messages of the sample that would change. */
        messageIds: z.array(count),
      }).nullable(),
    }),
  },
  /** Keeps a whole set of rules as a new version, only when every example of every rule holds; undoable. Messages are read again by the next analysis. */
  'dictionary.save': { kind: 'command', input: z.strictObject({ rules: ruleSetSchema }), output: z.object({ version: count, dataVersion: count }) },
  /** Rules as a text that another project takes in: JSON, or CSV with one rule a row. */
  'dictionary.export': {
    kind: 'read',
    input: z.strictObject({ format: z.enum(['json', 'csv']).default('json'), separator: z.enum([',', ';']).default(';'), version: count.min(0).optional() }),
    output: z.object({ fileName: z.string(), text: z.string() }),
  },
  /** Reads rules from an exported text, JSON or CSV, or from a table written by hand; nothing is kept. */
  'dictionary.parse': { kind: 'read', input: z.strictObject({ text: z.string().max(20_000_000) }), output: z.object({ rules: z.array(ownRuleSchema) }) },
  /** The threshold, what made the present readings, and how many messages each threshold would leave without a label. */
  'reading.settings': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({
      abstainBelow: z.number(), readerVersion: z.string(), dictionaryVersion: count, rules: count,
      /** The layer of corrections that holds; null where the model reads alone. */
      layerVersion: count.nullable(),
      /** Messages with a likeliest label; labels given by hand are left out, because no threshold touches them. */
      labelled: z.object({ inbound: count, outbound: count }),
      /** Steps of one hundredth: messages whose likeliest label is less likely than `below`. */
      steps: z.array(z.object({ below: z.number(), inbound: count, outbound: count })),
      /** Messages without a label today, and how many of them for the threshold. */
      unread: count, abstained: count,
    }),
  },
  /** Sets the probability under which no label is given; 0 gives one always. One change, undoable. */
  'reading.setThreshold': { kind: 'command', input: z.strictObject({ abstainBelow: z.number().min(0).max(0.99) }), output: z.object({ abstainBelow: z.number(), dataVersion: count }) },
  /** Everything one message's labels rest on, read anew by the project's reader as it is now. */
  'reading.explain': {
    kind: 'read',
    input: z.strictObject({ messageId: count }),
    output: z.object({
      messageId: count, direction: z.enum(['inbound', 'outbound']), textKind: z.enum(TEXT_KINDS),
      language: z.object({
        code: z.string(),
        /** What the language was told by: frequent words of it, its letters, the tag of the source; `none` when it could not be told. */
        basis: z.enum(['words', 'letters', 'tag', 'none']), words: z.array(z.string()), tag: z.string().nullable(),
      }),
      readerVersion: z.string(), dictionaryVersion: count, layerVersion: count.nullable(), abstainBelow: z.number(), surest: z.number().nullable(), abstained: z.boolean(),
      /** Probability that the text means the contrary of what it says; `doubt` when that is likely. */
      irony: z.number(), doubt: z.boolean(),
      /** Near-duplicate of other replies of the same account, which no single text can show. */
      copies: z.boolean(),
      /** The labels that are on by the reader alone, the likeliest first. */
      read: z.object({ labels: z.array(labelCode), sentiment: z.enum(SENTIMENTS).nullable() }),
      /** What a person decided; null where the reader's word holds. */
      decided: z.object({ intents: z.array(z.enum(INTENTS)).nullable(), acts: z.array(z.enum(ACTS)).nullable(), sentiment: z.enum(SENTIMENTS).nullable(), origin: z.enum(['correction', 'sample', 'proposal', 'file']), atMs: z.number() }).nullable(),
      /** Every label that the text could carry, the likeliest first. */
      labels: z.array(z.object({
        code: z.enum([...INTENTS, ...ACTS, ...SENTIMENTS]), probability: z.number(),
        /** Null for tones: the likeliest holds. */
        threshold: z.number().nullable(),
        on: z.boolean(), spans: z.array(place),
        rules: z.array(z.object({ rule: z.string(), name: z.string(), on: z.boolean(), ...place.shape })),
        themes: z.array(z.object({ theme: z.string(), weight: z.number(), places: z.array(place) })),
        pulls: z.array(pull),
      })),
    }),
  },
} as const;
