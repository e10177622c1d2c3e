import { describe, expect, it } from 'vitest';
import { termCode } from '../../../../src/domain/terms/term-code.ts';
import { ladderRung, type LadderTraces } from '../../../../src/domain/tribes/ladder-rung.ts';
import { leaderCandidates } from '../../../../src/domain/tribes/leader-candidates.ts';
import { tribeChurn } from '../../../../src/domain/tribes/tribe-churn.ts';
import { typicalMessages } from '../../../../src/domain/tribes/typical-messages.ts';

describe('the ladder', () => {
  const none: LadderTraces = { threads: 0, opinions: 0, repliesToPeople: 0, messages: 0, contests: 0, saves: 0, follows: 0, looks: 0 };
  it.each<[Partial<LadderTraces>, ReturnType<typeof ladderRung>]>([
    [{ threads: 1, opinions: 3 }, 'creator'], [{ opinions: 1, messages: 1, repliesToPeople: 1 }, 'critic'], [{ repliesToPeople: 1, messages: 1, saves: 2 }, 'conversationalist'],
    [{ saves: 1 }, 'collector'], [{ follows: 1, looks: 1 }, 'collector'], [{ follows: 1 }, 'joiner'], [{ contests: 2, messages: 2 }, 'joiner'], [{ contests: 1, messages: 2 }, null], [{ messages: 1 }, null], [{ looks: 4 }, 'spectator'], [{}, 'inactive'],
  ])('%o stands on %s', (traces, rung) => expect(ladderRung({ ...none, ...traces })).toBe(rung));
});

describe('possible points of reference', () => {
  it('are ranked by adopted answers, each once, then by different people helped', () => {
    const answer = (accountId: number, messageId: number, askerId: number | null) => ({ accountId, messageId, askerId });
    const found = leaderCandidates([answer(1, 10, 7), answer(1, 10, 8), answer(1, 10, null), answer(2, 20, 7), answer(2, 21, 7), answer(3, 30, null), answer(4, 40, 7)], { limit: 3 });
    expect(found.map(({ accountId, adopted, thanked, repeated, helped }) => [accountId, adopted, thanked, repeated, helped])).toEqual([[2, 2, 2, 0, 1], [1, 1, 1, 1, 2], [4, 1, 1, 0, 1]]);
  });
});

describe('growth and churn', () => {
  const day = 86_400_000;
  const monthOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 7);
  const endMs = Date.UTC(2026, 5, 30);
  it('is open until 90 days have passed', () => {
    const gone = { firstMs: Date.UTC(2026, 0, 5), lastMs: endMs - 91 * day };
    const edge = { firstMs: Date.UTC(2026, 1, 5), lastMs: endMs - 90 * day };
    const before = { firstMs: Date.UTC(2025, 11, 31), lastMs: Date.UTC(2026, 1, 1) };
    expect(tribeChurn([gone, edge, before], { startMs: Date.UTC(2026, 0, 1), endMs, monthOf })).toEqual({
      joined: 2, left: 2, open: 1,
      months: [{ month: '2026-01', joined: 1, left: 0 }, { month: '2026-02', joined: 1, left: 1 }, { month: '2026-03', joined: 0, left: 1 }],
    });
  });
  it('gives no figure of leaving for months that are not over their 90 days, and nothing for nobody', () => {
    const { months } = tribeChurn([{ firstMs: Date.UTC(2026, 4, 2), lastMs: Date.UTC(2026, 4, 3) }], { startMs: null, endMs, monthOf });
    expect(months).toEqual([{ month: '2026-05', joined: 1, left: null }]);
    expect(tribeChurn([], { startMs: null, endMs, monthOf })).toEqual({ joined: 0, left: 0, open: 0, months: [] });
  });
});

describe('typical messages', () => {
  const terms = (...positions: number[]): string => positions.map(termCode).join('');
  // term 0 is everywhere; 1 to 4 are the tribe's; 5 to 9 are one loud member's
  const rows = [
    { accountId: 1, messageId: 1, terms: terms(1, 2, 3, 4) }, { accountId: 1, messageId: 2, terms: terms(0, 5, 6, 7) },
    { accountId: 2, messageId: 3, terms: terms(1, 2, 3, 0) }, { accountId: 3, messageId: 4, terms: terms(2, 3, 4, 0) }, { accountId: 4, messageId: 5, terms: terms(1, 2, 3, 4) },
    ...Array.from({ length: 30 }, (_, place) => ({ accountId: 5, messageId: 10 + place, terms: terms(6, 7, 8, 9) })),
    ...Array.from({ length: 60 }, (_, place) => ({ accountId: 100 + place, messageId: 100 + place, terms: terms(0, 10, 11, 12) })),
    { accountId: 9, messageId: 90, terms: terms(0, 1, 8, 9) }, { accountId: 9, messageId: 91, terms: terms(1, 2) },
  ];
  const found = typicalMessages(() => rows, { isMember: (accountId) => accountId < 9, counts: () => true, limit: 3 });
  it('stand nearest to what most people write, one a person and no text twice, whatever a loud one repeats', () => {
    expect(found.map(({ messageId }) => messageId)).toEqual([1, 4, 3]);
    expect(found.every(({ likeness }) => likeness > 0 && likeness <= 1)).toBe(true);
  });
  it('are none where nobody writes four terms', () => expect(typicalMessages(() => rows.filter(({ messageId }) => messageId === 91), { isMember: () => true, counts: () => true, limit: 3 })).toEqual([]));
});
