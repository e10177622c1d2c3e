import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { LEAST_TEAM_PEOPLE } from '../../domain/model/answer-team.ts';
import { dealtAnswers } from '../../domain/response/answer-teams.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { keyedGrouping } from '../../domain/response/grouping.ts';
import { responseCurves } from '../../domain/response/response-curves.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import type { SurvivalGroup } from '../../domain/response/survival-group.ts';
import { timedFor } from '../../domain/response/wait-columns.ts';
import { wilsonInterval } from '../../domain/stats/wilson-interval.ts';
import type { ClockedScope } from '../read/clocked-scope.ts';
import { episodesOf } from '../read/request-source.ts';
import { openableMessages } from '../trust/openable-messages.ts';
import { answerersOf } from './answerers.ts';
import type { KeptTeams } from './team-records.ts';

type View = OperationValue<'response.teams'>;

const SEED = 1;

type Waits = NonNullable<View['teams'][number]['waits']>;

/** Of answers all of which are known, those given in time: a plain share, whose limits rest on every case and not on the few still open then. */
function shareWithin(requests: readonly RequestEpisode[], seconds: number, weekSeconds: number): Waits['answeredWithin'][number] {
  const timed = timedFor(requests, seconds, weekSeconds);
  const inTime = timed.filter(({ waitedSeconds }) => waitedSeconds !== null && waitedSeconds <= seconds).length;
  const limits = wilsonInterval(inTime, timed.length);
  return { seconds, estimate: limits === null ? null : inTime / timed.length, low: limits?.low ?? null, high: limits?.high ?? null };
}

function waitsOf(group: SurvivalGroup, requests: readonly RequestEpisode[], weekSeconds: number): Waits {
  const { n, authors, tooFew, medianSeconds, medianLow, medianHigh, longestSeconds, restrictedMeanSeconds, restrictedMeanLow, restrictedMeanHigh, answeredWithin } = group;
  return {
    n, authors, tooFew, medianSeconds, medianLow, medianHigh, longestFollowUpSeconds: longestSeconds, restrictedMeanSeconds, restrictedMeanLow, restrictedMeanHigh,
    answeredWithin: answeredWithin.map((share) => (share.estimate === null ? { ...share } : shareWithin(requests, share.seconds, weekSeconds))),
  };
}

/**
 * Waits until the first answer by team, among answered requests. Without a basis nothing is counted; a team of which fewer than
 * five people answered has no figure at all, nor a count, so that none is told of fewer people.
 */
export function responseTeams(scope: ClockedScope, { basis, teams }: KeptTeams, rule: Omit<OperationRequest<'response.teams'>, 'brand' | 'filters' | 'clock'>): View {
  const { scale } = scope;
  const none = { leastPeople: LEAST_TEAM_PEOPLE, horizonSeconds: scale.weekSeconds, shareSeconds: [...scale.shareSeconds] };
  if (basis === null) return { ...none, stated: false, answered: 0, unassigned: 0, teams: [], tests: [] };
  const answered = countedRequests(episodesOf(scope, rule)).filter(({ censored, answerMessageId }) => !censored && answerMessageId !== null);
  const answerers = answerersOf(scope.project, answered);
  const dealt = dealtAnswers(answered, { teams, answererOf: (id) => answerers.get(id) ?? null });
  const shown = dealt.teams.filter(({ tooFewPeople }) => !tooFewPeople);
  const teamOf = new Map(shown.flatMap(({ id, requests }) => requests.map((request) => [request, id] as const)));
  const curves = responseCurves([...teamOf.keys()], { grouping: keyedGrouping((request) => teamOf.get(request) ?? null), horizonSeconds: scale.weekSeconds, seed: SEED, unread: 0, reference: null, scale });
  const waits = new Map(curves.groups.map((group) => [group.key, waitsOf(group, shown.find(({ id }) => id === group.key)?.requests ?? [], scale.weekSeconds)]));
  return {
    ...none, stated: true, answered: answered.length, unassigned: dealt.unassigned,
    teams: dealt.teams.map(({ id, name, people, tooFewPeople, requests }) => ({
      id, name, tooFewPeople, people: tooFewPeople ? null : people,
      waits: waits.get(id) ?? null,
      messageIds: tooFewPeople ? null : openableMessages(requests.map(({ messageId }) => messageId)),
    })),
    tests: [...curves.tests],
  };
}
