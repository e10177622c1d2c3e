import { z } from 'zod';
import { countedShareSchema, messageToneSchema, toneCorrectionSchema } from '../counted-shapes.ts';
import { pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const shareAt = z.object({ seconds: z.number(), estimate: nullableNumber, low: nullableNumber, high: nullableNumber });
const reason = z.enum(['asked-brand', 'no-voice', 'replies-absent', 'incomplete', 'no-links']);
const form = z.enum(['advice', 'choice', 'worth', 'experience']);
const order = z.enum(['before', 'after', 'alone', 'unknown']);
const came = z.object({ messageId: count.nullable(), atMs: nullableNumber });

/** Moments of choice: people who ask others what to choose, and whether the brand was there. */
export const choiceOperations = {
  'response.decisions': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pageShape, size: z.number().int().min(1).max(200).default(20), show: z.enum(['all', 'present', 'absent', 'unseen']).default('all'), seed: z.number().int().default(1), maxSteps: z.number().int().min(1).max(5000).default(300) }),
    output: z.object({
      brand: z.string().nullable(), moments: count, people: count,
      languages: z.array(z.object({ language: z.enum(['it', 'en']), moments: count })), forms: z.array(z.object({ form, moments: count })),
      /** Moments that say nothing of the brand's presence (it was asked itself, or the data cannot show it), by why; they are in no figure below. */
      unseen: z.array(z.object({ reason, moments: count })),
      presence: z.object({ n: count, people: count, present: countedShareSchema, order: z.object({ before: count, after: count, alone: count, unknown: count }), competitor: countedShareSchema, peers: countedShareSchema, nobody: countedShareSchema }),
      /** Questions behind each of these; at most 5,000 of each. */
      messageIds: z.object({ all: z.array(count), present: z.array(count), competitor: z.array(count), peers: z.array(count), nobody: z.array(count) }),
      competitors: z.array(z.object({ brand: z.string(), moments: count })),
      /** The brand's arrival as a curve of waiting; under 20 moments or 10 askers n alone. */
      arrival: z.object({ n: count, authors: count.nullable(), tooFew: z.boolean(), answered: count.nullable(), censored: count.nullable(), peerFirst: count.nullable(), medianSeconds: nullableNumber, medianLow: nullableNumber, medianHigh: nullableNumber, longestFollowUpSeconds: nullableNumber, answeredWithin: z.array(shareAt), steps: z.array(z.object({ atSeconds: z.number(), waiting: z.number(), standardError: nullableNumber, low: z.number(), high: z.number() })) }),
      /** Tribes of the people who answer; under five people null. */
      tribes: z.array(z.object({ id: z.string(), lens: z.enum(['value', 'roles', 'interests', 'communities']), name: z.string(), title: z.string().nullable(), people: count.nullable(), moments: count.nullable() })),
      /** What the people who answer, and not the asker, say where they name the brand. */
      about: z.object({ messages: count, tone: messageToneSchema, messageIds: z.array(count) }), correction: toneCorrectionSchema,
      total: count,
      list: z.array(z.object({ messageId: count, mergedIds: z.array(count), text: z.string(), authorName: z.string().nullable(), network: z.string(), container: z.string().nullable(), atMs: nullableNumber, form, brand: came.nullable(), order: order.nullable(), competitors: count, peers: count, people: count, namesBrand: z.boolean(), unseen: reason.nullable() })),
    }),
  },
} as const;
