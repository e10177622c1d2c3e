import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeCase } from '../../../../../src/domain/strategy/change/change-sample.ts';
import { changeSplit, SMALL_GROUPS, tooFewCases, type ChangeSplit } from '../../../../../src/domain/strategy/change/change-split.ts';
import { kaplanMeier } from '../../../../../src/domain/stats/kaplan-meier.ts';
import { restrictedMean } from '../../../../../src/domain/stats/restricted-mean.ts';
import { seededRandom } from '../../../../../src/domain/stats/seeded-random.ts';

let clusters = 0;
beforeEach(() => {
  clusters = 0;
});
function cases(group: string, n: number, yes: number, seconds: () => number = () => 60): ChangeCase[] {
  return Array.from({ length: n }, (_, at) => ({ group, cluster: (clusters += 1) - 1, yes: at < yes, seconds: seconds(), amount: at }));
}
const sum = ({ causes, between }: ChangeSplit): number => causes.reduce((total, { estimate }) => total + estimate, 0) + (between === null ? 0 : between.mix.estimate + between.rate.estimate + between.curve.estimate);

describe('the division of a difference', () => {
  it('of a share is mix and rate without a remainder: fewer easy cases, nobody served worse', () => {
    const before = [...cases('x', 80, 72), ...cases('mail', 40, 8)];
    const after = [...cases('x', 40, 36), ...cases('mail', 80, 16)];
    const split = changeSplit({ figure: { kind: 'share' }, recounts: [before], after, clusters, draws: 400, seed: 1 });
    expect(split?.difference.estimate).toBeCloseTo(52 / 120 - 80 / 120, 12);
    expect(split?.between?.rate.estimate).toBeCloseTo(0, 12);
    expect(split?.between?.mix.estimate).toBeCloseTo(52 / 120 - 80 / 120, 12);
    expect(split?.between?.curve.estimate).toBeCloseTo(0, 12);
    expect(split?.between?.groups.map(({ key, before: side }) => [key, side.n])).toEqual([['mail', 40], ['x', 80]]);
    expect(split?.between?.mix.high).toBeLessThan(0);
    expect(split?.between?.rate.low).toBeLessThan(0);
    expect(split?.between?.rate.high).toBeGreaterThan(0);
  });

  it('of a mean wait adds up with what the common curve holds beyond those of the groups', () => {
    const random = seededRandom(3);
    const draw = (mean: number) => (): number => Math.ceil(-Math.log(1 - random()) * mean);
    const watched = (all: ChangeCase[]): ChangeCase[] => all.map((one) => (one.yes ? one : { ...one, seconds: one.cluster % 2 === 0 ? 300_000 + one.cluster * 100 : 700_000 }));
    const before = watched([...cases('x', 60, 50, draw(40_000)), ...cases('mail', 60, 30, draw(300_000))]);
    const after = watched([...cases('x', 50, 45, draw(30_000)), ...cases('mail', 90, 40, draw(300_000))]);
    const split = changeSplit({ figure: { kind: 'restricted-mean', horizonSeconds: 604_800 }, recounts: [before], after, clusters, draws: 200, seed: 1 });
    const mean = (all: ChangeCase[]): number => restrictedMean(kaplanMeier(all.map(({ seconds }) => seconds), all.map(({ yes }) => yes)), 604_800) ?? Number.NaN;
    expect(split?.difference.estimate).toBeCloseTo(mean(after) - mean(before), 6);
    expect(split === null ? null : sum(split)).toBeCloseTo(split?.difference.estimate ?? Number.NaN, 6);
    expect(split?.between?.curve.estimate).not.toBe(0);
  });

  it('by cause of one period adds up, and a cause that did nothing is nil in every draw', () => {
    const then = cases('x', 50, 20);
    const relabelled = then.map((one, at) => (at >= 20 && at < 30 ? { ...one, yes: true } : one));
    const split = changeSplit({ figure: { kind: 'share' }, recounts: [then, relabelled, then, relabelled], after: null, clusters, draws: 300, seed: 1 });
    expect(split?.between).toBeNull();
    expect(split?.causes[0]?.estimate).toBeCloseTo(0.2, 12);
    expect(split?.causes[1]).toEqual({ estimate: 0, low: 0, high: 0 });
    expect(split?.causes[0]?.low).toBeGreaterThan(0);
    expect(split === null ? null : sum(split)).toBeCloseTo(0.2, 12);
  });

  it('puts groups under the floors together, and keeps one that only one period has', () => {
    const before = [...cases('x', 30, 10), ...cases('rare', 5, 1), ...cases('odd', 4, 1)];
    const after = [...cases('x', 30, 20), ...cases('rare', 30, 9), ...cases('new', 25, 20)];
    const split = changeSplit({ figure: { kind: 'share' }, recounts: [before], after, clusters, draws: 50, seed: 1 });
    expect(split?.between?.groups.map(({ key }) => key)).toEqual(['x', 'new', SMALL_GROUPS]);
    expect(split?.between?.groups.find(({ key }) => key === 'new')?.rate.estimate).toBe(0);
  });

  it('is none where nobody was watched long enough; the same seed gives the same limits', () => {
    const [before, after] = [cases('x', 30, 10), cases('x', 30, 10)];
    expect(changeSplit({ figure: { kind: 'restricted-mean', horizonSeconds: 604_800 }, recounts: [before], after, clusters, draws: 20, seed: 1 })).toBeNull();
    const again = (): ChangeSplit | null => changeSplit({ figure: { kind: 'mean' }, recounts: [before], after, clusters, draws: 50, seed: 7 });
    expect(again()).toEqual(again());
    expect(tooFewCases(before.slice(0, 19))).toBe(true);
    expect(tooFewCases(before.map((one) => ({ ...one, cluster: one.cluster % 9 })))).toBe(true);
    expect(tooFewCases(before)).toBe(false);
  });
});
