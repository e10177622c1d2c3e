import { z } from 'zod';
import { ZONES } from '../../domain/model/codes.ts';
import { mapBoxSchema, mapPolygonSchema, pageShape, scopeShape } from '../selection.ts';
import { uncorrectedSchema, wrongShareSchema } from './check.ts';
import { mapDivisionSchema, mapDivisionShape, mapGroupShape } from './value-map.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const share = z.object({ count, n: count, share: nullableNumber, low: nullableNumber, high: nullableNumber });

/** The ledger of value: accounts, books and the map. */
export const valueOperations = {
  'value.accounts': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pageShape, orderBy: z.enum(['created', 'consumed', 'bookings', 'balance']).default('created'), box: mapBoxSchema.optional(), polygon: mapPolygonSchema.optional() }),
    output: z.object({
      total: count,
      /** The people chosen by `box` or `polygon`, at most 5,000, in the order of the list; empty where neither is given. */
      chosenIds: z.array(count),
      accounts: z.array(z.object({
        accountId: count, accountName: z.string(), network: z.string(), bookings: count, created: z.number(),
        consumed: z.object({ observed: z.number(), received: z.number(), estimated: z.number() }), consumedTotal: z.number(),
        balance: nullableNumber, log2Balance: nullableNumber, low: nullableNumber, high: nullableNumber, closeness: nullableNumber, balanceWithoutPairs: nullableNumber,
        zone: z.enum(ZONES).nullable(), tooFew: z.boolean(), employee: z.boolean(),
      })),
    }),
  },
  'value.books': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      credits: z.number(), debits: z.number(), commons: z.number(), recounted: z.number(), agree: z.boolean(), bookings: count,
      rules: z.array(z.object({
        rule: z.string(), version: count, weight: z.number(), bookings: count, points: z.number(),
        /** Share of its bookings that rests on a wrong label; null for rules that rest on none. */
        reading: wrongShareSchema.nullable(),
        /** Bookings and points as they would be with every label right, wrong ones out and missed ones in; limits are of the points. Null for rules that rest on no label, and with a reason. */
        corrected: z.object({ bookings: z.number(), points: z.number(), low: z.number(), high: z.number(), imputations: count }).nullable(),
        uncorrected: uncorrectedSchema,
      })),
    }),
  },
  'value.map': {
    kind: 'read',
    /** With `by`, the groups of that division beside the zones, as `groups`. */
    input: z.strictObject({ ...scopeShape, box: mapBoxSchema.optional(), by: mapDivisionSchema.optional(), lens: mapDivisionShape.lens }),
    output: z.object({
      n: count, few: count, withoutBookings: count, priorPoints: z.number(), zoneBorderLog2: z.number(),
      /** How many accounts rest on which evidence of consumption. */
      basis: z.object({ observed: count, received: count, none: count }),
      /** Density behind the marks: cells of the log10(points + prior) plane, at most 2,000. */
      cells: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), count })),
      marks: z.array(z.object({ accountId: count, name: z.string(), created: z.number(), consumed: z.number(), bookings: count, log2Balance: z.number(), low: z.number(), high: z.number(), zone: z.enum(ZONES).nullable(), employee: z.boolean(), answeredShare: nullableNumber,
        /** On which evidence most of its consumption rests. */
        basis: z.enum(['observed', 'received', 'none']) })),
      tribes: z.array(z.object({ id: z.string(), zone: z.enum(ZONES), size: count, created: z.number(), consumed: z.number(), log2Balance: nullableNumber, low: nullableNumber, high: nullableNumber, tooFew: z.boolean() })),
      /** Groups of the division asked for: summed points, balance (log2) and its limits by a bootstrap over their people; empty without `by`. */
      groups: z.array(z.object({ ...mapGroupShape, size: count, created: z.number(), consumed: z.number(), log2Balance: nullableNumber, low: nullableNumber, high: nullableNumber, tooFew: z.boolean() })),
      exactlyEven: share,
      changingWithWeights: share,
      selected: count,
    }),
  },
} as const;
