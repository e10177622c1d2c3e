import { describe, expect, it } from 'vitest';
import { LEAST_TEAM_PEOPLE, type Answerer } from '../../../../src/domain/model/answer-team.ts';
import { dealtAnswers } from '../../../../src/domain/response/answer-teams.ts';
import { episode } from './episode-sample.ts';

const person = (signature: string | null): Answerer => ({ network: 'x', profile: 'aurora', signature });
const team = (id: string, signatures: readonly string[]) => ({ id, name: id, members: signatures.map(person) });

describe('answers dealt to teams', () => {
  const signatures = ['AA', 'BB', 'CC', 'DD', 'EE', 'FF', 'GG'];
  const answered = signatures.map((_, at) => episode({ messageId: 100 + at, answerMessageId: at + 1 }));
  const open = episode({ messageId: 99, censored: true });
  const answererOf = (id: number): Answerer | null => (id === 7 ? null : person(signatures[id - 1] ?? null));

  it('counts people among the answers in view, and leaves silence to nobody', () => {
    const dealt = dealtAnswers([...answered, open], { teams: [team('day', signatures.slice(0, 5)), team('night', ['FF', 'HH', 'II', 'LL', 'MM'])], answererOf });
    expect(dealt.teams.map(({ id, people, tooFewPeople, requests }) => [id, people, tooFewPeople, requests.length])).toEqual([['day', LEAST_TEAM_PEOPLE, false, 5], ['night', 1, true, 1]]);
    expect(dealt.unassigned).toBe(1);
  });

  it('drops a team under the floor once a filter leaves four of its people', () => {
    const dealt = dealtAnswers(answered.slice(1), { teams: [team('day', signatures.slice(0, 5))], answererOf });
    expect(dealt.teams[0]).toMatchObject({ people: 4, tooFewPeople: true });
    expect(dealt.unassigned).toBe(2);
  });

  it('does not take the same letters on another profile, or no letters, for the same person', () => {
    const dealt = dealtAnswers(answered.slice(0, 2), { teams: [team('day', ['AA'])], answererOf: (id) => (id === 1 ? { network: 'x', profile: 'other', signature: 'AA' } : person(null)) });
    expect(dealt).toMatchObject({ unassigned: 2, teams: [{ people: 0 }] });
  });
});
