import { answererKey, LEAST_TEAM_PEOPLE, type Answerer, type AnswerTeam } from '../model/answer-team.ts';
import type { RequestEpisode } from './request-episode.ts';

/** The requests a team answered first. */
export interface TeamAnswers {
  readonly id: string;
  readonly name: string;
  /** Different people of the team among these answers. */
  readonly people: number;
  /** Fewer people than {@link LEAST_TEAM_PEOPLE} answered: the requests are not to be looked at. */
  readonly tooFewPeople: boolean;
  readonly requests: readonly RequestEpisode[];
}

/** Answered requests by team, and how many were answered by nobody of a team. */
export interface DealtAnswers {
  readonly teams: readonly TeamAnswers[];
  readonly unassigned: number;
}

/**
 * Deals answered requests to the teams whose member gave the first answer, in the order of the teams. `answererOf` tells who gave the
 * answer of a message id; open requests belong to nobody and are left out, for silence has no author. People are counted among
 * the answers at hand, not on paper: a filter that leaves one person of a team leaves no figure of it. O(n).
 */
export function dealtAnswers(requests: readonly RequestEpisode[], { teams, answererOf }: { readonly teams: readonly AnswerTeam[]; readonly answererOf: (answerMessageId: number) => Answerer | null }): DealtAnswers {
  const teamOf = new Map(teams.flatMap(({ id, members }) => members.map((member) => [answererKey(member), id] as const)));
  const dealt = new Map(teams.map(({ id }) => [id, { people: new Set<string>(), requests: [] as RequestEpisode[] }]));
  let unassigned = 0;
  for (const request of requests) {
    if (request.censored || request.answerMessageId === null) continue;
    const answerer = answererOf(request.answerMessageId);
    const key = answerer === null ? null : answererKey(answerer);
    const team = key === null ? undefined : dealt.get(teamOf.get(key) ?? '');
    if (team === undefined || key === null) {
      unassigned += 1;
      continue;
    }
    team.people.add(key);
    team.requests.push(request);
  }
  return {
    unassigned,
    teams: teams.map(({ id, name }) => {
      const { people, requests: own } = dealt.get(id) ?? { people: new Set(), requests: [] };
      return { id, name, people: people.size, tooFewPeople: people.size < LEAST_TEAM_PEOPLE, requests: own };
    }),
  };
}
