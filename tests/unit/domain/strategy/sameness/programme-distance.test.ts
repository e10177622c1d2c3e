import { afterEach, describe, expect, it } from 'vitest';
import { ACTS, codeSet, type Act } from '../../../../../src/domain/model/codes.ts';
import { drawElsewhere, drawnAtOnce, type DrawnLater } from '../../../../../src/domain/stats/later-draws.ts';
import { programmeDistance } from '../../../../../src/domain/strategy/sameness/programme-distance.ts';
import { mixTotal, threadMixes, type MixedMessage } from '../../../../../src/domain/strategy/sameness/programme-mix.ts';
import { repeatedShares } from '../../../../../src/domain/strategy/sameness/repeated-shares.ts';

const PLAN = { draws: 300, deals: 200, seed: 5 };
const written = (acts: readonly (readonly Act[])[], from = 0): MixedMessage[] => acts.map((one, at) => ({ threadId: from + at, acts: codeSet(ACTS, one) }));
const times = (n: number, acts: readonly Act[]): (readonly Act[])[] => Array.from({ length: n }, () => acts);

afterEach(() => drawElsewhere(null));

describe('mixes of programmes', () => {
  it('gives a message one part in all, shared between its acts, and none to a message without', () => {
    const total = mixTotal(threadMixes([...written([['content'], ['promotion', 'content'], []]), { threadId: 0, acts: codeSet(ACTS, ['ask']) }]));
    expect(total[ACTS.indexOf('content')]).toBeCloseTo(1.5, 12);
    expect(total[ACTS.indexOf('promotion')]).toBeCloseTo(0.5, 12);
    expect(total[ACTS.indexOf('ask')]).toBe(1);
    expect(total.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(3, 12);
  });

  it('finds programmes apart that are, with limits around, and those of one kind within chance', () => {
    const shop = threadMixes(written([...times(40, ['promotion']), ...times(10, ['content'])]));
    const desk = threadMixes(written([...times(10, ['promotion']), ...times(40, ['answer'])]));
    const apart = programmeDistance(shop, desk, PLAN);
    expect(apart.differs).toBe(true);
    expect(apart.low).toBeLessThan(apart.estimate ?? 0);
    expect(apart.high).toBeGreaterThan(apart.estimate ?? 1);
    expect(apart.chance).toBeLessThan(apart.chanceHigh ?? 0);
    const again = programmeDistance(shop, threadMixes(written([...times(32, ['promotion']), ...times(8, ['content'])])), PLAN);
    expect(again.estimate).toBeCloseTo(0, 6);
    expect(again.differs).toBe(false);
    expect(again.chance).toBeGreaterThan(0);
    expect(programmeDistance(shop, desk, PLAN)).toEqual(apart);
  });

  it('gives the distance before draws and deals are there, without a word on chance', () => {
    const shop = threadMixes(written([...times(40, ['promotion']), ...times(10, ['content'])]));
    const desk = threadMixes(written([...times(10, ['promotion']), ...times(40, ['answer'])]));
    const whole = programmeDistance(shop, desk, PLAN);
    const plans: DrawnLater[] = [];
    drawElsewhere((plan) => {
      plans.push(plan);
      return new Float64Array(0);
    });
    expect(programmeDistance(shop, desk, PLAN)).toEqual({ estimate: whole.estimate, low: null, high: null, chance: null, chanceHigh: null, differs: false });
    drawElsewhere((plan) => drawnAtOnce(plan.steps()));
    expect(programmeDistance(shop, desk, PLAN)).toEqual(whole);
    expect(new Set(plans.map(({ key }) => key())).size).toBe(2);
  });

  it('draws threads, not messages: the same messages in fewer threads leave wider limits', () => {
    const other = threadMixes(written([...times(20, ['promotion']), ...times(40, ['content'])], 1000));
    const wide = threadMixes(Array.from({ length: 120 }, (_, at) => ({ threadId: Math.floor(at / 10), acts: codeSet(ACTS, [at % 40 < 30 ? 'promotion' : 'content']) })));
    const narrow = threadMixes(Array.from({ length: 120 }, (_, at) => ({ threadId: at, acts: codeSet(ACTS, [at % 40 < 30 ? 'promotion' : 'content']) })));
    const span = ({ low, high }: { readonly low: number | null; readonly high: number | null }): number => (high ?? 0) - (low ?? 0);
    expect(span(programmeDistance(wide, other, PLAN))).toBeGreaterThan(span(programmeDistance(narrow, other, PLAN)));
  });

  it('says nothing under thirty messages or ten threads', () => {
    const many = threadMixes(written(times(50, ['content'])));
    expect(programmeDistance(many, threadMixes(written(times(29, ['content']))), PLAN).estimate).toBeNull();
    expect(programmeDistance(many, threadMixes(Array.from({ length: 60 }, (_, at) => ({ threadId: at % 9, acts: codeSet(ACTS, ['content']) }))), PLAN).estimate).toBeNull();
  });

  it('tells the same said elsewhere, again and by others, and leaves short texts out', () => {
    const text = 'da oggi la nuova miscela torna in tutte le botteghe';
    const messages = [
      { messageId: 1, brand: 0, networkId: 1, text }, { messageId: 2, brand: 0, networkId: 2, text }, { messageId: 3, brand: 0, networkId: 1, text: 'una frase che nessuno ha mai detto altrove prima' },
      { messageId: 4, brand: 1, networkId: 1, text }, { messageId: 5, brand: 1, networkId: 1, text: 'grazie mille' }, { messageId: 6, brand: 0, networkId: 1, text: 'grazie mille' },
    ];
    const [first, second] = repeatedShares(messages, 2);
    expect(first).toMatchObject({ elsewhereIds: [1, 2], againIds: [], othersIds: [1, 2], networks: 2 });
    expect(first?.elsewhere).toMatchObject({ k: 2, n: 3, estimate: null });
    expect(second).toMatchObject({ elsewhereIds: [], othersIds: [4], networks: 1 });
  });
});
