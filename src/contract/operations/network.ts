import { z } from 'zod';
import { NETWORK_STATES } from '../../domain/model/network-state.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();

const factsSchema = z.object({
  state: z.enum(NETWORK_STATES),
  /** People of the project, those with a tie to another one, and ties. */
  people: count, tied: count, ties: count, windowEndMs: nullableNumber,
  seed: count, resolution: z.number(), runs: count, rounds: count, agreed: z.boolean(),
  modularity: nullableNumber,
  /** Mean over all pairs of runs: 1 when they all found the same. */
  meanAdjustedRand: nullableNumber,
  /** Modularity in shuffles that keep everybody's number of ties; `limit` is what a real structure has to exceed, the 95th percentile, of nineteen shuffles their greatest. */
  chance: z.object({ shuffles: count, low: nullableNumber, median: nullableNumber, limit: nullableNumber, swapsMade: z.number() }).nullable(),
  communities: count, tribes: count, peopleInSmaller: count, peopleLeftOut: count, pivots: count,
});

/** The graph of people and its communities, over the whole project: ties are not those of one brand, and filters select none of them. */
export const networkOperations = {
  'network.communities': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      /** Null before the first analysis. */
      facts: factsSchema.nullable(),
      communities: z.array(z.object({
        id: z.string(), name: z.string(), size: count,
        /** Mean over its members. */
        certainty: nullableNumber,
        /** Weight of ties inside, and to people outside. */
        inside: z.number(), outside: z.number(),
        /** Who stands between most people, among its members; empty under ten people. */
        brokers: z.array(z.object({ accountId: count, name: z.string().nullable(), betweenness: z.number() })),
      })),
    }),
  },
  'network.graph': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, maxPeople: count.min(1).max(5000).default(5000), maxTies: count.min(1).max(50_000).default(15_000) }),
    output: z.object({
      /** People with ties and ties of the project, and how many of them are not drawn. */
      people: count, ties: count, peopleLeftOut: count, tiesLeftOut: count,
      nodes: z.array(z.object({
        accountId: count, name: z.string().nullable(), network: z.string(), ties: count, strength: z.number(),
        /** The id of a tribe, or null. */
        community: z.string().nullable(), certainty: nullableNumber, betweenness: nullableNumber,
        /** Among the one in a hundred between most people. */
        broker: z.boolean(),
        x: z.number(), y: z.number(),
      })),
      /** `a` and `b` are places in `nodes`. */
      edges: z.array(z.object({ a: count, b: count, weight: z.number() })),
    }),
  },
  /** Looks for communities anew at a resolution, which later analyses keep. */
  'network.detect': {
    kind: 'job',
    input: z.strictObject({ jobId: z.string().optional(), resolution: z.number().min(0.1).max(10), seed: count.optional() }),
    output: z.object({ facts: factsSchema }),
  },
  'network.export': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, format: z.enum(['gexf', 'graphml']) }),
    output: z.object({ fileName: z.string(), text: z.string(), people: count, ties: count }),
  },
} as const;
