import type { LocalClock } from '../model/local-clock.ts';
import { studyFigure, type StudyFigure } from './event-study.ts';
import { CALIPER, CONTROLS_A_CASE, matchedComparison, type CovariateBalance, type MatchedSet, type MatchUnit } from './matched-comparison.ts';
import { earlierCourse, isFollowed, laterCourse, monthlyCourse, WINDOW_MONTHS, type CourseEvent, type LaterCourse, type PersonCourse } from './person-course.ts';
import { LEAST_CASES } from './trust-part.ts';

/** What people did afterwards, in the order in which it is told. */
export const COST_OUTCOMES = ['active', 'monthly', 'positive', 'recommends', 'warns'] as const satisfies readonly (keyof LaterCourse)[];
export type CostOutcome = (typeof COST_OUTCOMES)[number];

/** What cases and controls are made alike in. */
export const COST_COVARIATES = ['activity', 'points', 'first-month'] as const;
export type CostCovariate = (typeof COST_COVARIATES)[number];

/** Whom people with a broken promise are held against: people with a kept one, people with a request and no promise. */
export const COST_COMPARISONS = ['kept', 'request'] as const;
export type CostComparison = (typeof COST_COMPARISONS)[number];

/** Why a comparison has no figures. */
export type CostReason = 'few-cases' | 'few-followed' | 'few-matched';

/** One month of the window around the event: -6 to -1 and 1 to 6. */
export interface CostMonth extends StudyFigure {
  readonly month: number;
}

/** Cases against one kind of control. */
export interface ComparedCost {
  readonly against: CostComparison;
  readonly reason: CostReason | null;
  /** People who could have been controls. */
  readonly candidates: number;
  readonly sets: number;
  readonly controls: number;
  readonly balance: readonly (CovariateBalance & { readonly covariate: CostCovariate })[];
  readonly outcomes: readonly (StudyFigure & { readonly outcome: CostOutcome })[];
  readonly months: readonly CostMonth[];
  /** Of the months before the promise with a figure, how many have limits that leave out 0: sides that differed already then are not alike. */
  readonly before: { readonly months: number; readonly apart: number };
}

/** What is associated with broken promises, against both kinds of controls. */
export interface PromiseCost {
  /** People to whom a promise was broken; the first one counts. */
  readonly cases: number;
  /** Of these, observed for ninety days after it. */
  readonly followed: number;
  readonly comparisons: readonly ComparedCost[];
}

/** Events by what became of them, the people behind them, and where time begins on each network. */
export interface PromiseCostInput {
  readonly broken: readonly CourseEvent[];
  readonly kept: readonly CourseEvent[];
  readonly requests: readonly CourseEvent[];
  /** When any promise was made to a person and in which conversation, whatever became of it. */
  readonly promised: readonly { readonly personId: number; readonly madeMs: number; readonly rootId: number }[];
  readonly courses: ReadonlyMap<number, PersonCourse>;
  readonly firstMs: ReadonlyMap<string, number>;
  readonly clock: LocalClock;
  readonly seed: number;
  readonly draws?: number;
}

const WINDOW = Array.from({ length: WINDOW_MONTHS * 2 }, (_, at) => (at < WINDOW_MONTHS ? at - WINDOW_MONTHS : at - WINDOW_MONTHS + 1));

/**
 * What people did in the ninety days after a promise to them was broken, against up to three like people each: same network and
 * month of the event, nearest in log messages, log points and month of the first message before it. Against people to whom a
 * promise was kept, and against people who asked and had been promised nothing until then. The event is the due time, which does
 * not depend on how the promise ended; a person counts with the first promise broken, and may be a control before it. Everybody is
 * observed for the whole ninety days. Under twenty cases, at any of these steps, no figure. Associated with, never caused by:
 * whoever says that a promise was broken has come back to say it, and the comparison does not see those who left without a word.
 * Sources: see {@link matchedComparison} and {@link studyFigure}; for controls that may become cases, Li, Propert & Rosenbaum
 * 2001, JASA 96(455):870-882.
 */
export function promiseCost(input: PromiseCostInput): PromiseCost {
  const cases = firstOfEach(input.broken);
  const followed = cases.filter(isFollowed);
  const brokenMs = new Map(cases.map(({ personId, indexMs }) => [personId, indexMs]));
  const spared = ({ personId, indexMs }: CourseEvent): boolean => indexMs < (brokenMs.get(personId) ?? Infinity);
  const promised = byPerson(input.promised);
  const unpromised = ({ personId, indexMs, rootId }: CourseEvent): boolean => promised.get(personId)?.every((one) => one.madeMs > indexMs && one.rootId !== rootId) ?? true;
  const controls: Readonly<Record<CostComparison, readonly CourseEvent[]>> = {
    kept: input.kept.filter((event) => isFollowed(event) && spared(event)),
    request: input.requests.filter((event) => isFollowed(event) && spared(event) && unpromised(event)),
  };
  return {
    cases: cases.length, followed: followed.length,
    comparisons: COST_COMPARISONS.map((against) => {
      if (cases.length < LEAST_CASES) return withoutFigures(against, controls[against], 'few-cases');
      if (followed.length < LEAST_CASES) return withoutFigures(against, controls[against], 'few-followed');
      return compared(against, followed, controls[against], input);
    }),
  };
}

/** The earliest event of each person. */
function firstOfEach(events: readonly CourseEvent[]): CourseEvent[] {
  const sorted = events.toSorted((one, other) => one.indexMs - other.indexMs || one.eventId - other.eventId);
  return [...byPerson(sorted).values()].flatMap((own) => own.slice(0, 1));
}

function byPerson<One extends { readonly personId: number }>(all: readonly One[]): Map<number, One[]> {
  const found = new Map<number, One[]>();
  for (const one of all) {
    const own = found.get(one.personId);
    if (own === undefined) found.set(one.personId, [one]);
    else own.push(one);
  }
  return found;
}

const peopleOf = (events: readonly CourseEvent[]): number => new Set(events.map(({ personId }) => personId)).size;

function withoutFigures(against: CostComparison, candidates: readonly CourseEvent[], reason: CostReason): ComparedCost {
  return { against, reason, candidates: peopleOf(candidates), sets: 0, controls: 0, balance: [], outcomes: [], months: [], before: { months: 0, apart: 0 } };
}

function compared(against: CostComparison, cases: readonly CourseEvent[], candidates: readonly CourseEvent[], input: PromiseCostInput): ComparedCost {
  const { seed, draws } = input;
  const strata = new Set(cases.map((event) => stratumOf(event, input.clock)));
  const near = candidates.filter((event) => strata.has(stratumOf(event, input.clock)));
  const { sets, balance } = matchedComparison(cases.map((event) => unitOf(event, input)), near.map((event) => unitOf(event, input)), { most: CONTROLS_A_CASE, caliper: CALIPER });
  const found = { ...withoutFigures(against, candidates, 'few-matched'), sets: sets.length, controls: sets.reduce((sum, { controlAts }) => sum + controlAts.length, 0), balance: balance.map((one, at) => ({ covariate: COST_COVARIATES[at] ?? 'activity', ...one })) };
  if (sets.length < LEAST_CASES) return found;
  const options = draws === undefined ? { seed } : { seed, draws };
  const caseAts = sets.map(({ caseAt }) => caseAt);
  const controlAts = sets.flatMap(({ controlAts: own }) => own);
  const figure = (of: readonly MatchedSet[], valueOf: (event: CourseEvent) => number): StudyFigure => studyFigure(of, { cases: valuesOf(cases, caseAts, valueOf), controls: valuesOf(near, controlAts, valueOf) }, options);
  const later = remembered((event) => laterCourse(event, courseOf(event, input)));
  const monthly = remembered((event) => monthlyCourse(event, courseOf(event, input), input.firstMs.get(event.network) ?? -Infinity));
  const months = WINDOW.map((month, at): CostMonth => {
    const valueOf = (event: CourseEvent): number => monthly(event)[at] ?? Number.NaN;
    return { month, ...figure(whollyObserved(sets, cases, near, (event) => !Number.isNaN(valueOf(event))), valueOf) };
  });
  const earlier = months.filter(({ month, difference }) => month < 0 && difference !== null);
  return {
    ...found, reason: null,
    outcomes: COST_OUTCOMES.map((outcome) => ({ outcome, ...figure(sets, (event) => later(event)[outcome]) })),
    months,
    before: { months: earlier.length, apart: earlier.filter(({ difference, interval }) => (interval === null ? difference !== 0 : interval.low > 0 || interval.high < 0)).length },
  };
}

const courseOf = ({ personId }: CourseEvent, { courses }: PromiseCostInput): PersonCourse => courses.get(personId) ?? { personId, messages: [], gifts: [] };

function stratumOf({ network, indexMs }: CourseEvent, clock: LocalClock): string {
  const { year, month } = clock(indexMs);
  return `${network} ${String(year)}-${String(month)}`;
}

function unitOf(event: CourseEvent, input: PromiseCostInput): MatchUnit {
  const { messages, points, firstMs } = earlierCourse(event, courseOf(event, input));
  const { year, month } = input.clock(firstMs);
  return { unitId: event.eventId, personId: event.personId, stratum: stratumOf(event, input.clock), covariates: [Math.log1p(messages), Math.log1p(points), year * 12 + month] };
}

/** Values at the places wanted; NaN elsewhere, where none is looked for. */
function valuesOf(events: readonly CourseEvent[], wanted: readonly number[], valueOf: (event: CourseEvent) => number): Float64Array {
  const values = new Float64Array(events.length).fill(Number.NaN);
  for (const at of wanted) {
    const event = events[at];
    if (event !== undefined) values[at] = valueOf(event);
  }
  return values;
}

function remembered<Value>(compute: (event: CourseEvent) => Value): (event: CourseEvent) => Value {
  const known = new Map<CourseEvent, Value>();
  return (event) => {
    const value = known.get(event) ?? compute(event);
    known.set(event, value);
    return value;
  };
}

/** Sets in which the case and every control were observed: dropping single controls would change who is compared from month to month. */
function whollyObserved(sets: readonly MatchedSet[], cases: readonly CourseEvent[], controls: readonly CourseEvent[], observed: (event: CourseEvent) => boolean): MatchedSet[] {
  const holds = (event: CourseEvent | undefined): boolean => event !== undefined && observed(event);
  return sets.filter(({ caseAt, controlAts }) => holds(cases[caseAt]) && controlAts.every((at) => holds(controls[at])));
}
