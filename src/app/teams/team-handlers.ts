import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { answererKey, LEAST_TEAM_PEOPLE, type Answerer } from '../../domain/model/answer-team.ts';
import type { AppContext } from '../context.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { clockedScope } from '../read/clocked-scope.ts';
import { episodesOf } from '../read/request-source.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { answerersOf } from './answerers.ts';
import { responseTeams } from './response-teams.ts';
import { keptTeams, TEAMS_RECORD } from './team-records.ts';

/** Everybody who is seen to answer, by profile and signature, in the order of the alphabet: never by how much they answer. */
function seenAnswerers(scope: ResolvedScope): Answerer[] {
  const keyed = new Map([...new Set(answerersOf(scope.project, episodesOf(scope, {})).values())].map((answerer) => [answererKey(answerer), answerer]));
  return [...keyed].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, answerer]) => answerer);
}

/** Teams of those who answer: the basis on which they are looked at, who is in them, and how long people wait for each. */
export function teamHandlers(context: AppContext): Pick<HandlerMap, 'teams.settings' | 'teams.set' | 'response.teams'> {
  return {
    'teams.settings'(input) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { basis, teams } = keptTeams(scope.value.project);
      const answerers = basis === null ? null : cachedAnswer(scope.value.project, { name: 'teams.answerers', input }, () => seenAnswerers(scope.value));
      return success({ basis: basis === null ? null : { ...basis }, teams: teams.map(({ members, ...team }) => ({ ...team, members: members.map((member) => ({ ...member })) })), answerers, leastPeople: LEAST_TEAM_PEOPLE });
    },
    'teams.set'({ basis, teams }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const keys = teams.flatMap(({ members }) => members.map(answererKey));
      if (new Set(keys).size < keys.length) return failed('invalid-input', 'somebody stands in two teams, or twice in one: each person answers for one team');
      if (new Set(teams.map(({ id }) => id)).size < teams.length) return failed('invalid-input', 'two teams have the same id');
      const kept = keptTeams(project.value);
      const stays = kept.basis !== null && basis !== null && kept.basis.text === basis.text && kept.basis.statedBy === basis.statedBy;
      const body = { basis: stays ? kept.basis : basis === null ? null : { ...basis, atMs: context.now() }, teams };
      if (JSON.stringify(body) === JSON.stringify(kept)) return success({ changed: false });
      changePlan(context, project.value, { command: 'teams.set', ...TEAMS_RECORD, body, label: teams.map(({ name }) => name).join(', ') });
      return success({ changed: true });
    },
    'response.teams'(input) {
      const scope = clockedScope(context, input);
      if (!scope.ok) return scope;
      // what people stated and put together is no data, and part of the question
      const teams = keptTeams(scope.value.project);
      const { population, answerRule, mergeFollowUps, includeInferred, followUpHours } = input;
      return success(cachedAnswer(scope.value.project, { name: 'response.teams', input: { ...input, ...scope.value.drawnFrom, teams } }, () => responseTeams(scope.value, teams, { population, answerRule, mergeFollowUps, includeInferred, followUpHours })));
    },
  };
}
