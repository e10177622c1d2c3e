import { z } from 'zod';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const intent = z.enum(REQUEST_INTENTS);
const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
/** A figure with its limits; null where it cannot be computed. */
export const bandShape = estimate.nullable();
/** People who work the same hours; weekdays 1 = Monday to 7, whole hours. Over midnight: two shifts. */
const shift = z.strictObject({ people: count.min(0).max(50), days: z.array(count.min(1).max(7)).min(1).max(7), from: count.min(0).max(23), to: count.min(1).max(24) });
/** Shifts that add up: one to twelve. */
export const shiftsShape = z.array(shift).min(1).max(12);
/** Minutes that a request takes, as a range. */
export const minutesShape = z.strictObject({ low: z.number().min(0.5).max(480), high: z.number().min(0.5).max(480) });
const curve = z.array(z.object({ atSeconds: count, waiting: z.number(), low: z.number(), high: z.number() }));
const within = z.array(z.object({ seconds: count, share: bandShape }));
/** Requests of a group: how many come a week, the share still waiting along the curve, the shares answered within an hour, a day and a week. */
export const waitsShape = z.object({ requestsAWeek: z.number(), steps: curve, within });
const side = z.object({
  all: waitsShape, byIntent: z.array(waitsShape.extend({ intent })),
  /** Share of the staffed time spent on requests, by hour of the week, Monday 0-1 first; null where nobody works. */
  busy: z.array(z.number().nullable()), busyShare: bandShape,
  /** Requests that somebody will take up, open when the last week ends. */
  backlog: estimate,
});
/** How the back-test ended, with the weeks that were held out. */
export const backTestShape = z.object({
  verdict: z.enum(['passed', 'bands-miss', 'no-better', 'too-few-weeks', 'team-does-not-fit']),
  weeks: z.array(z.object({ startMs: z.number(), k: count, n: count, observed: z.number(), predicted: z.number(), low: z.number(), high: z.number(), inside: z.boolean() })),
  covered: count, error: z.number().nullable(), errorOfSame: z.number().nullable(),
});
/** Why a project carries no simulation. */
export const noSimulationShape = z.enum(['too-few', 'no-whole-week', 'minutes-needed', 'too-many']);
/** Bands of predictions hold 90 in 100 runs. */
const simulation = z.object({
  /** Counted requests with an exact time in the weeks fitted on, and those of the scope without one, which are left out. */
  n: count, untimed: count, requestsAWeek: z.number(), fittedWeeks: count,
  fromMs: z.number().nullable(), toMs: z.number().nullable(),
  runs: count,
  /** At most so many requests are simulated, over runs and teams; `limited`: runs or weeks were fewer than asked for. */
  mostRequests: count, limited: z.boolean(), weeks: count, seed: count,
  /** Handling that was used: typed, or fitted to today's team. */
  minutes: minutesShape.extend({ fitted: z.boolean() }).nullable(),
  intents: z.array(z.object({
    intent, n: count, plateau: estimate,
    /** Too few requests: the plateau is that of all. */
    pooled: z.boolean(), everybody: z.boolean(), messageIds: z.array(count),
  })),
  backTest: backTestShape,
  /** The same curve as it was observed in the weeks fitted on, with 95 % limits. */
  observed: z.object({ n: count, steps: curve, within }),
  today: side, team: side,
  /** Share answered within a day: the other team minus today's, on the same requests. */
  difference: bandShape,
});

/** What if there were more of us: a queue fitted on the project's own requests, and scenarios that are kept. */
export const simulatorOperations = {
  'strategy.simulate': {
    kind: 'read',
    input: z.strictObject({
      ...scopeShape, seed: count.optional(),
      /** Who answers now; the back-test rests on it. */
      today: shiftsShape,
      /** Who would answer. */
      team: shiftsShape,
      /** Handling of a request, typed; null fits what today's team must have needed. */
      minutes: minutesShape.nullable(),
      /** Intents in the order in which they are taken up, the others together after them; empty: first come, first served. */
      triage: z.array(intent).max(REQUEST_INTENTS.length).default([]),
      /** Intents of which a policy says that everybody is taken up. */
      everybody: z.array(intent).max(REQUEST_INTENTS.length).default([]),
      runs: count.min(20).max(200).default(100), weeks: count.min(1).max(26).default(4), fitWeeks: count.min(4).max(52).default(12),
    }),
    /** `simulation` is null with too few requests: under 20, or 10 people, in whole weeks. */
    output: z.object({ n: count, untimed: count, simulation: simulation.nullable(), reason: noSimulationShape.nullable() }),
  },
  'strategy.scenarios': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({ most: count, scenarios: z.array(z.object({ id: z.string(), name: z.string(), today: shiftsShape, team: shiftsShape, minutes: minutesShape.nullable(), triage: z.array(intent), everybody: z.array(intent), changedMs: count })) }),
  },
  /** Keeps a scenario, at most twelve; with an id it replaces that one. */
  'strategy.saveScenario': {
    kind: 'command',
    input: z.strictObject({ id: z.string().min(1).max(64).optional(), name: z.string().trim().min(1).max(80), today: shiftsShape, team: shiftsShape, minutes: minutesShape.nullable(), triage: z.array(intent).max(REQUEST_INTENTS.length), everybody: z.array(intent).max(REQUEST_INTENTS.length) }),
    output: z.object({ id: z.string() }),
  },
  'strategy.removeScenario': { kind: 'command', input: z.strictObject({ id: z.string().min(1).max(64) }), output: z.object({ removed: z.boolean() }) },
} as const;
