import { describe, expect, it } from 'vitest';
import { draftOf, draftProblems, FIRST_SCENARIO, scenarioOf } from '../../../../../src/renderer/features/strategy/simulator-draft.ts';

const draft = draftOf(FIRST_SCENARIO);

describe('simulator draft', () => {
  it('comes back as it went in', () => {
    expect(scenarioOf(draft)).toEqual(FIRST_SCENARIO);
    const full = { ...FIRST_SCENARIO, minutes: { low: 2.5, high: 8 }, triage: ['trouble' as const, 'idea' as const], everybody: ['trouble' as const] };
    expect(scenarioOf(draftOf(full))).toEqual(full);
  });

  it('says what must be corrected', () => {
    expect(draftProblems(draft)).toEqual([]);
    expect(draftProblems({ ...draft, today: { ...draft.today, people: 'x' } })).toEqual(['todayPeople']);
    expect(draftProblems({ ...draft, team: { ...draft.team, people: '51', from: '18', to: '9' } })).toEqual(['teamPeople', 'teamHours']);
    expect(draftProblems({ ...draft, low: '5' })).toEqual(['minutes']);
    expect(draftProblems({ ...draft, low: '9', high: '3' })).toEqual(['minutes']);
    expect(draftProblems({ ...draft, low: '2,5', high: '3' })).toEqual([]);
    expect(scenarioOf({ ...draft, low: '2,5', high: '3' }).minutes).toEqual({ low: 2.5, high: 3 });
  });
});
