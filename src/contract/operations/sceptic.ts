import { z } from 'zod';
import { FIGURE_UNITS } from '../../domain/model/finding-state.ts';
import { CLAIM_KINDS, CLAIM_STANDINGS, SCEPTIC_CHANGES, SCEPTIC_LEVELS, UNVARIED_REASONS } from '../../domain/model/sceptic.ts';
import { figureSourceSchema } from './findings.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const figure = z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber, n: count.nullable() });

/** The sceptic: what would falsify a sentence, and how its figure moves when what it rests on changes. */
export const scepticOperations = {
  /**
   * Challenges the figure of a sentence: what it claims, how far the data are from where that would be false, the figure when one thing changes at a
   * time and when everything does at once. Computed on the data as they are; changes nothing. A job, because a large project takes minutes: it reports its steps and can be cancelled.
   */
  'findings.challenge': {
    kind: 'job',
    input: z.strictObject({
      jobId: z.string().optional(),
      unit: z.enum(FIGURE_UNITS),
      source: figureSourceSchema,
      draws: count.min(20).max(1000).default(200),
      seed: count.default(1),
    }),
    output: z.object({
      /** `lead`: the figure is by how much the first leads the second, not the share that the sentence prints. */
      measures: z.enum(['figure', 'lead']),
      now: figure.nullable(),
      claim: z.object({ kind: z.enum(CLAIM_KINDS), low: nullableNumber, high: nullableNumber }).nullable(),
      /** To the nearest value at which the sentence would be false; `errors` in standard errors. */
      distance: z.object({ threshold: z.number(), distance: z.number(), errors: nullableNumber }).nullable(),
      /** One change at a time; `rule` is the weight that changed. */
      variations: z.array(figure.extend({ change: z.enum(SCEPTIC_CHANGES), rule: z.string().nullable(), standing: z.enum(CLAIM_STANDINGS) })),
      /** What could not be changed for this figure, and why. */
      unvaried: z.array(z.object({ change: z.enum(SCEPTIC_CHANGES), reason: z.enum(UNVARIED_REASONS) })),
      /** Everything at once; null where nothing of it can be drawn. `asked` draws were wanted, `draws` made, `carried` gave a figure. */
      joint: z.object({
        asked: count, draws: count, carried: count, held: count, median: nullableNumber, low: nullableNumber, high: nullableNumber, seed: count,
        /** What was drawn, and how many definitions it was drawn from. */
        drawn: z.array(z.enum(['definition', 'clock', 'horizon', 'reader', 'threshold', 'people', 'weights', 'border', 'verdicts'])), definitions: count,
      }).nullable(),
      verdict: z.object({ level: z.enum(SCEPTIC_LEVELS), tried: count, held: count, unclear: count, failed: count }),
    }),
  },
} as const;
