import type { OperationValue } from '../../contract/operations.ts';
import { isPastDay } from '../../domain/strategy/past-day.ts';
import type { PlanTask } from './plan-task-handlers.ts';

/** The words of a piece that fit an entry. */
const MOST_SIGNS = 160;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const signs = [...line];
  return signs.length <= MOST_SIGNS ? line : `${signs.slice(0, MOST_SIGNS - 1).join('').trimEnd()}…`;
}

/**
 * Pieces of value that a person gave an owner or a date, as tasks; of a group that holds a route, one piece stands for all.
 * Their names follow from the message and what it holds, so that they survive a re-import. A piece is not late once it is
 * done or told back. The words are a person's: a client's report takes none of them.
 */
export function routedTasks(pieces: OperationValue<'lost.pieces'>['pieces'], nowMs: number): PlanTask[] {
  return pieces.flatMap(({ messageId, network, nativeId, kind, text, atMs, route }): PlanTask[] => {
    if (route === null || (route.owner === '' && route.dueMs === null)) return [];
    const { owner, dueMs, state, note } = route;
    const isOver = state === 'done' || state === 'told-back';
    return [{
      kind: 'piece', id: `${network}-${kind}-${nativeId}`, text: shortened(text), tribe: null, owner, dueMs, state, outcome: isOver ? note : '', madeMs: Math.min(atMs ?? route.atMs, route.atMs), changedMs: route.atMs,
      late: dueMs !== null && !isOver && isPastDay(dueMs, nowMs), messageId,
    }];
  });
}

/** Hypotheses on the day from which the data can judge them; those withdrawn stay out. Late: that day is over and nobody has judged. */
export function hypothesisTasks(hypotheses: OperationValue<'hypotheses.list'>['hypotheses'], nowMs: number): PlanTask[] {
  return hypotheses.filter(({ state }) => state !== 'withdrawn').map(({ id, sentence, measure, subject, readyMs, state, verdicts, registeredMs }): PlanTask => ({
    kind: 'hypothesis', id, text: sentence, tribe: measure === 'tribe-answered' ? subject : null, owner: '', dueMs: readyMs, state, outcome: verdicts[0]?.verdict ?? '', madeMs: registeredMs, changedMs: verdicts.at(-1)?.atMs ?? registeredMs,
    late: state !== 'judged' && isPastDay(readyMs, nowMs), measure, subject,
  }));
}
