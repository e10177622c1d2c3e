import type { DrillChoice } from '../model/ladder-step.ts';

/** Minutes of one person that a choice takes in drill time; ours, to be discussed. */
export const DRILL_MINUTES: Readonly<Record<DrillChoice, number>> = { answer: 10, care: 10, private: 10, wait: 0, escalate: 5 };
/** People who must report the same trouble, in all, before it counts as recurrent. */
export const RECURRENT_PEOPLE = 3;

/** A moment of a drill with what the team chose and what the brand did. */
export interface DrilledMoment {
  readonly atMs: number;
  readonly choice: DrillChoice | null;
  /** An answer of the brand would be in the data. */
  readonly observable: boolean;
  /** Seconds until the brand answered; null where it did not. */
  readonly answeredAfter: number | null;
  /** Its trouble came again from others later. */
  readonly recurrent: boolean;
}

/** What a drill comes to. Counts of moments. */
export interface DrillScore {
  /** Moments whose answer could be seen: both sides are counted on these. */
  readonly n: number;
  readonly team: number;
  readonly brand: number;
  /** Moments of trouble that came again, and those of them sent to a department. */
  readonly recurrent: number;
  readonly escalated: number;
  /** All moments sent to a department. */
  readonly escalations: number;
  readonly undecided: number;
  /** Minutes of work that the choices took. */
  readonly minutes: number;
}

const MINUTE_MS = 60_000;

/**
 * Scores a drill: one person works through the choices in the order in which the messages came, ten minutes an answer, five a
 * hand-over, and an answer counts when it is finished within the limit after its message; waiting and no choice answer nobody.
 * The brand is counted on the same moments by when it really answered. Moments in order of time. O(n).
 */
export function drillScore(moments: readonly DrilledMoment[], limitSeconds: number): DrillScore {
  let freeMs = -Infinity;
  let [n, team, brand, minutes] = [0, 0, 0, 0];
  for (const { atMs, choice, observable, answeredAfter } of moments) {
    const work = choice === null ? 0 : DRILL_MINUTES[choice];
    minutes += work;
    if (work > 0) freeMs = Math.max(freeMs, atMs) + work * MINUTE_MS;
    if (!observable) continue;
    n += 1;
    if (work > 0 && choice !== 'escalate' && freeMs - atMs <= limitSeconds * 1000) team += 1;
    if (answeredAfter !== null && answeredAfter <= limitSeconds) brand += 1;
  }
  const recurrent = moments.filter((moment) => moment.recurrent);
  return {
    n, team, brand, recurrent: recurrent.length, escalated: recurrent.filter(({ choice }) => choice === 'escalate').length,
    escalations: moments.filter(({ choice }) => choice === 'escalate').length, undecided: moments.filter(({ choice }) => choice === null).length, minutes,
  };
}

/** A week of criticism: how much there was, and how much of it could be answered and was not. */
export interface CriticisedWeek {
  readonly key: string;
  readonly messages: number;
  readonly unanswered: number;
}

/** The worst week: most criticism left unanswered, else most criticism; of equals the latest. Null without any. O(n). */
export function worstWeek<Week extends CriticisedWeek>(weeks: readonly Week[]): Week | null {
  return weeks.reduce<Week | null>((worst, week) => {
    if (week.messages === 0) return worst;
    if (worst === null) return week;
    return week.unanswered > worst.unanswered || (week.unanswered === worst.unanswered && week.messages >= worst.messages) ? week : worst;
  }, null);
}
