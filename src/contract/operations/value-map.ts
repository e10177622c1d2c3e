import { z } from 'zod';
import { ZONES } from '../../domain/model/codes.ts';
import { TRIBE_SHAPES } from '../../domain/model/tribe-look.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();

/** What the map can be divided by. */
export const mapDivisionSchema = z.enum(['zone', 'network', 'role', 'tribe']);

/** The division of a map, and of which lens its tribes are; those of all lenses where none is named. */
export const mapDivisionShape = {
  by: mapDivisionSchema.default('tribe'),
  lens: z.enum(['value', 'roles', 'interests', 'communities']).optional(),
};

/** A group on the map: its id as filters take it (a network's is its code after `network:`), how it is named and drawn. */
export const mapGroupShape = {
  id: z.string(), kind: z.enum(['zone', 'network', 'role', 'tribe']), name: z.string(),
  /** The name a person gave it; null where its code names it. */
  title: z.string().nullable(),
  color: count, shape: z.enum(TRIBE_SHAPES),
};

const trailPoint = z.object({
  /** People of the group with bookings in the period, and those bookings. */
  people: count, bookings: count,
  /** Mean points of those people, and the balance of their sums; null under 5 people or 5 bookings: a gap, never a zero. */
  created: nullableNumber, consumed: nullableNumber, log2Balance: nullableNumber, low: nullableNumber, high: nullableNumber,
});

/** Doublings to either side of parity. */
const borderLog2 = z.number().min(0.25).max(3);
const namedZone = z.enum([...ZONES, 'depends']);

const period = z.strictObject({ fromMs: count, toMs: count });

/** The value map over time, and divided by others than its zones. */
export const valueMapOperations = {
  /**
   * Groups and at most 50 chosen accounts, month by month under two years of data, else quarter by quarter: what was
   * booked within each period, or all until its end. Periods before the first and after the last known place are left out.
   */
  'value.mapTrails': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...mapDivisionShape, mode: z.enum(['within', 'until']).default('until'), accountIds: z.array(count).max(50).optional() }),
    output: z.object({
      unit: z.enum(['month', 'quarter']),
      periods: z.array(z.object({
        key: z.string(), startMs: count, endMs: count, people: count, few: count,
        /** Density of people with five bookings or more, cells of the log10(points + 1) plane. */
        cells: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), count })),
      })),
      groups: z.array(z.object({ ...mapGroupShape, size: count, points: z.array(trailPoint) })),
      accounts: z.array(z.object({ accountId: count, name: z.string(), points: z.array(trailPoint) })),
      /** Bookings without a usable time: on the whole map, in no period. */
      undated: count,
      draws: count, seed: count,
    }),
  },
  /** The same groups in two periods and how far the balance of each moved, in doublings; `unclear` when its limits hold 0. */
  'value.mapCompare': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...mapDivisionShape, before: period, after: period }),
    output: z.object({
      draws: count, seed: count,
      groups: z.array(z.object({
        ...mapGroupShape, size: count, before: trailPoint, after: trailPoint,
        shift: nullableNumber, low: nullableNumber, high: nullableNumber, verdict: z.enum(['towards-giving', 'towards-receiving', 'unclear', 'too-few']),
      })),
    }),
  },
  /** The border of the even band in doublings, and what another (`borderLog2`) would change before it is kept. */
  'value.zoneBorder': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, borderLog2: borderLog2.optional() }),
    output: z.object({
      borderLog2: z.number(), defaultLog2: z.number(), tried: z.number(),
      /** Accounts with five bookings or more; those below have no zone under any border. */
      n: count, changed: count,
      moves: z.array(z.object({ from: namedZone, to: namedZone, accounts: count })),
      zones: z.array(z.object({ zone: namedZone, before: count, after: count })),
    }),
  },
  /** Moves the border of the even band. One change, undoable. */
  'value.setZoneBorder': { kind: 'command', input: z.strictObject({ borderLog2 }), output: z.object({ borderLog2: z.number(), changed: z.boolean(), dataVersion: count }) },
  /** A tribe of the user's own made of people picked on the map. One change, undoable. */
  'tribes.savePeople': {
    kind: 'command',
    input: z.strictObject({ name: z.string().trim().min(1).max(80), accountIds: z.array(count).min(1).max(5000) }),
    output: z.object({ id: z.string(), size: count, dataVersion: count }),
  },
} as const;
