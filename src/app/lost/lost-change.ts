import { REQUESTERS_BY_DEFAULT } from '../../domain/model/value-piece.ts';
import { putPairDecisions, type PairDecision } from '../../store/piece-pairs.ts';
import { applyRoutes, putRoutes, type RouteDecision, type RouteSubject } from '../../store/piece-routes.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { putCards, type MessageName, type QuestionCard } from '../../store/question-cards.ts';
import { removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';
import { forgetAnswers } from '../read/answer-cache.ts';
import { applyPairs, countRequesters } from './standing-groups.ts';

/** What the journal keeps of routes set by hand. */
export interface RoutesChange {
  readonly subjects: readonly RouteSubject[];
  readonly before: readonly RouteDecision[];
  readonly after: readonly RouteDecision[];
}

/** What the journal keeps of a join or a parting: every decision before and after, few as they are. */
export interface PairsChange {
  readonly before: readonly PairDecision[];
  readonly after: readonly PairDecision[];
}

/** What the journal keeps of what was said of a question. */
export interface CardsChange {
  readonly names: readonly MessageName[];
  readonly before: readonly QuestionCard[];
  readonly after: readonly QuestionCard[];
}

/** What the journal keeps of the number of requesters; null = by default. */
export interface RequestersChange {
  readonly before: number | null;
  readonly after: number | null;
}

type Side = 'before' | 'after';

/** Name of the setting that holds after how many requesters the clock of a demand starts; absent while nobody said. */
export const REQUESTERS_SETTING = 'lost_requesters';

/** Answers that rest on routes, groups and requesters, which change without the data. */
function forgetLost(project: ProjectDatabase): void {
  for (const name of ['lost.summary', 'lost.hearing', 'lost.fixes']) forgetAnswers(project, name);
}

/** Makes one side of a change to routes stand. To be called inside a transaction, as all of these. */
export function putRoutesChange(project: ProjectDatabase, change: RoutesChange, side: Side): void {
  putRoutes(project, change.subjects, change[side]);
  applyRoutes(project);
  forgetLost(project);
}

/** Makes one side of a join or parting stand: groups, whom their pieces count for, and the routes that groups hold. */
export function putPairsChange(project: ProjectDatabase, change: PairsChange, side: Side): void {
  putPairDecisions(project, change[side]);
  const groups = applyPairs(project);
  if (groups.length > 0) countRequesters(project, groups);
  applyRoutes(project);
  forgetLost(project);
}

/** Makes one side of what was said of a question stand. */
export function putCardsChange(project: ProjectDatabase, { names, ...change }: CardsChange, side: Side): void {
  putCards(project, names, change[side]);
}

/** Makes one side of the number of requesters stand. */
export function putRequesters(project: ProjectDatabase, requesters: number | null): void {
  if (requesters === null) removeSetting(project, REQUESTERS_SETTING);
  else storeSetting(project, REQUESTERS_SETTING, String(requesters));
  forgetLost(project);
}

/** After how many independent requesters the clock of a demand starts; null where nobody said. */
export function ownRequesters(project: ProjectDatabase): number | null {
  const own = settingOf(project, REQUESTERS_SETTING);
  return own === null ? null : Number(own);
}

/** {@link ownRequesters}, or five. */
export function standingRequesters(project: ProjectDatabase): number {
  return ownRequesters(project) ?? REQUESTERS_BY_DEFAULT;
}
