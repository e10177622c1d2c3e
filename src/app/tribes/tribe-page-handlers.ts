import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import { LADDER_DAYS, LADDER_RUNGS, ladderRung } from '../../domain/tribes/ladder-rung.ts';
import { ladderTraces, namesSpectators } from '../../store/ladder-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { tribeMembersPage } from '../../store/tribe-people.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import type { AppContext } from '../context.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { listedTribe } from './listed-tribes.ts';
import { tribeMoves } from './tribe-moves.ts';
import { tribeOne } from './tribe-one.ts';

type Names = 'tribes.one' | 'tribes.members' | 'tribes.moves' | 'tribes.ladder';

const DAY_MS = 86_400_000;
const LEAST_FOR_SHARE = 30;

/** How many people's highest rung is which, over the 180 days before the end of observation. */
function ladder(project: ProjectDatabase, tribe: string | undefined): OperationValue<'tribes.ladder'> {
  const endMs = observationEndMs(project);
  if (endMs === null || !namesSpectators(project)) return { available: false, n: 0, endMs, offLadder: 0, rungs: [] };
  const members = tribe === undefined ? null : new Set(tribeMembers(project).get(tribe) ?? []);
  const counts = new Map<string, number>();
  let n = 0;
  for (const [accountId, traces] of ladderTraces(project, endMs - LADDER_DAYS * DAY_MS)) {
    if (members !== null && !members.has(accountId)) continue;
    const rung = ladderRung(traces) ?? 'off';
    counts.set(rung, (counts.get(rung) ?? 0) + 1);
    n += 1;
  }
  return { available: true, n, endMs, offLadder: counts.get('off') ?? 0, rungs: LADDER_RUNGS.map((rung) => ({ rung, people: counts.get(rung) ?? 0, share: n < LEAST_FOR_SHARE ? null : (counts.get(rung) ?? 0) / n })) };
}

/** The page of a tribe, its people, moves between zones, and the ladder. */
export function tribePageHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'tribes.one': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const page = cachedAnswer(scope.value.project, { name: 'tribes.one', input }, () => tribeOne(scope.value, input.id));
      return page === null ? failed('not-found', `no tribe is called ${input.id}`) : success(page);
    },
    'tribes.members': ({ id, page, size, orderBy, ...input }) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project, messages } = scope.value;
      if (listedTribe(project, id) === null) return failed('not-found', `no tribe is called ${id}`);
      return success(tribeMembersPage(project, id, { messages: messageCondition(messages), page, size, orderBy }));
    },
    'tribes.moves': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { before, after } = input;
      if (before.fromMs >= before.toMs || after.fromMs >= after.toMs) return failed('invalid-input', 'invalid period: it ends before it starts');
      return success(cachedAnswer(scope.value.project, { name: 'tribes.moves', input }, () => tribeMoves(scope.value, input)));
    },
    'tribes.ladder': ({ tribe }) => {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      return success(ladder(project, tribe));
    },
  };
}
