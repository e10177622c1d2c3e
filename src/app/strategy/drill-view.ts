import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { localWeeks, type LocalWeek } from '../../domain/model/local-weeks.ts';
import type { WeekStart } from '../../domain/model/week-start.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { drillScore, RECURRENT_PEOPLE, worstWeek } from '../../domain/strategy/drill.ts';
import { recurrentTrouble } from '../../store/crisis-queries.ts';
import { messagesById } from '../../store/message-queries.ts';
import { hoursZone } from '../clock/standing-hours.ts';
import { keptWeekStart } from '../counting/kept-counting.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { timedCriticism, type TimedVoice } from './bursts-view.ts';
import { decisionKey, drillId, keptDrill } from './ladder-records.ts';

type Drill = OperationValue<'strategy.drill'>;
type Week = LocalWeek & { readonly messages: number; readonly unanswered: number };

/** What became of a message: when the brand answered, and with which message. */
type Fate = readonly [messageId: number, answeredAtMs: number | null, answerId: number | null];

function weeksOf(voices: readonly TimedVoice[], { timeZone, weekStart }: { readonly timeZone: string; readonly weekStart: WeekStart }): Week[] {
  const [first, last] = [voices[0], voices.at(-1)];
  if (first === undefined || last === undefined) return [];
  let from = 0;
  return localWeeks({ fromMs: first.atMs, toMs: last.atMs, timeZone, weekStart }).map((week) => {
    let to = from;
    while ((voices[to]?.atMs ?? Infinity) < week.endMs) to += 1;
    const own = voices.slice(from, to);
    from = to;
    return { ...week, messages: own.length, unanswered: own.filter(({ observable, answered }) => observable && !answered).length };
  });
}

/** What the brand did about the messages of a week; kept, because it looks through every conversation. */
function fatesOf(scope: ResolvedScope, week: string, ids: readonly number[]): Map<number, Fate> {
  const wanted = new Set(ids);
  const fates = cachedAnswer(scope.project, { name: 'drill-fates', input: { brand: scope.brand?.name, week, filters: scope.messages.filters } }, () =>
    episodesOf({ project: scope.project, brand: scope.brand, messages: {} }, { population: 'inbound' }).flatMap(({ messageId, mergedIds, answeredAtMs, answerMessageId }) =>
      [messageId, ...mergedIds].flatMap((id): Fate[] => (wanted.has(id) ? [[id, answeredAtMs, answerMessageId]] : []))));
  return new Map(fates.map((fate) => [fate[0], fate]));
}

/** The worst past week (or a chosen one) to be played again; unknown weeks give none. The score is told with what happened. */
export function drillView(scope: ResolvedScope, { week: chosen, limitHours, reveal, page, size }: Pick<OperationRequest<'strategy.drill'>, 'week' | 'limitHours' | 'reveal' | 'page' | 'size'>): Drill {
  const { project, brand } = scope;
  const timeZone = hoursZone(project);
  const { voices } = timedCriticism(scope);
  const weeks = weeksOf(voices, { timeZone, weekStart: keptWeekStart(project) });
  const week = chosen === undefined ? worstWeek(weeks) : (weeks.find(({ key, messages }) => key === chosen && messages > 0) ?? null);
  if (week === null) return { timeZone, limitHours, week: null, decided: 0, next: 0, finished: false, moments: [], score: null };
  const own = voices.filter(({ atMs }) => atMs >= week.startMs && atMs < week.endMs);
  const ids = own.map(({ messageId }) => messageId);
  const messages = new Map(messagesById(project, ids).map((message) => [message.messageId, message]));
  const kept = keptDrill(project, drillId(week.key, brand?.name ?? null));
  const decisions = new Map(kept.decisions.map((decision) => [decisionKey(decision), decision]));
  const decisionOf = (id: number) => {
    const message = messages.get(id);
    return message === undefined ? undefined : decisions.get(decisionKey(message));
  };
  const fates = reveal ? fatesOf(scope, week.key, ids) : new Map<number, Fate>();
  const recurrent = reveal ? recurrentTrouble(project, ids, RECURRENT_PEOPLE) : new Map<number, string>();
  const answers = reveal ? new Map(messagesById(project, [...fates.values()].flatMap(([, , answerId]) => answerId ?? [])).map(({ messageId, text }) => [messageId, text])) : new Map<number, string | null>();
  const afterOf = ({ messageId, atMs }: TimedVoice): number | null => {
    const answeredAtMs = fates.get(messageId)?.[1] ?? null;
    return answeredAtMs === null ? null : Math.max(0, answeredAtMs - atMs) / 1000;
  };
  const score = reveal ? drillScore(own.map((voice) => ({ atMs: voice.atMs, choice: decisionOf(voice.messageId)?.choice ?? null, observable: voice.observable, answeredAfter: afterOf(voice), recurrent: recurrent.has(voice.messageId) })), limitHours * 3600) : null;
  const undecided = own.findIndex(({ messageId }) => decisionOf(messageId) === undefined);
  return {
    timeZone, limitHours, week: { key: week.key, startMs: week.startMs, endMs: week.endMs, messages: week.messages, unanswered: week.unanswered, byUnanswered: week.unanswered > 0 },
    decided: own.filter(({ messageId }) => decisionOf(messageId) !== undefined).length, next: undecided < 0 ? own.length : undecided, finished: kept.finished,
    moments: own.slice(page * size, (page + 1) * size).map((voice, at) => {
      const message = messages.get(voice.messageId);
      const decision = decisionOf(voice.messageId);
      const answerId = fates.get(voice.messageId)?.[2] ?? null;
      return {
        position: page * size + at, messageId: voice.messageId, network: message?.network ?? '', container: message?.container ?? null, authorName: message?.authorName ?? null, text: message?.text ?? null, atMs: voice.atMs,
        choice: decision?.choice ?? null, note: decision?.note ?? '',
        happened: reveal ? { observable: voice.observable, answeredAfter: afterOf(voice), answerId, answer: answerId === null ? null : (answers.get(answerId) ?? null), recurrent: recurrent.has(voice.messageId) } : null,
      };
    }),
    score: score === null ? null : { ...score, team: countedShare(score.team, score.n), brand: countedShare(score.brand, score.n) },
  };
}
