import { describe, expect, it } from 'vitest';
import type { RequestEpisode } from '../../../../src/domain/response/request-episode.ts';
import { WALL_SCALE } from '../../../../src/domain/response/wait-scale.ts';
import { promiseDraws, promiseVariations } from '../../../../src/domain/sceptic/promise-variations.ts';
import { requestDraws } from '../../../../src/domain/sceptic/request-draws.ts';
import { leadDraws, zoneCounts, zoneLead } from '../../../../src/domain/sceptic/value-lead.ts';
import { createUnitTable } from '../../../../src/domain/value/unit-table.ts';
import { RULE_POSITION, weightVector } from '../../../../src/domain/value/value-columns.ts';
import { valueWeights } from '../../../../src/domain/value/value-rules.ts';

const HOUR = 3600;

function request(id: number, intent: 'purchase' | 'trouble', waitedSeconds: number, censored = false): RequestEpisode {
  return {
    messageId: id, mergedIds: [], askerId: id, brandIds: [1], importId: 1, networkId: 1, containerId: 1, rootId: id, atMs: id * 1000, precision: 'fine', intentBits: 0, intents: [intent], observationEndMs: 1e12,
    answeredAtMs: censored ? null : 1, answerMessageId: null, outcome: censored ? 'silence' : 'public', waitedSeconds, censored, inferred: false, reopened: false, clockSkewed: false, peerFirst: false, peerAtMs: null,
    listedApart: null, observability: 'observable', underPromotion: false,
  };
}

const requests = [...Array.from({ length: 40 }, (_, at) => request(at + 1, 'purchase', HOUR * (1 + (at % 5)))), ...Array.from({ length: 40 }, (_, at) => request(at + 100, 'trouble', HOUR * (20 + (at % 9))))];
const all = { requests, praise: [], scale: WALL_SCALE };
const plain = { definitions: [all], horizonWeeks: [1, 1] as const, labels: null, draws: 100, seed: 3 };

describe('joint draws of a figure of requests', () => {
  it('lie around the difference of the means, and are the same for the same seed', () => {
    const drawn = requestDraws({ kind: 'gap', intent: 'trouble' }, plain).filter((value) => value !== null);
    const truth = requests.filter(({ intents }) => intents.includes('trouble')).reduce((sum, { waitedSeconds }) => sum + (waitedSeconds ?? 0) / 40, 0) - 3 * HOUR;
    expect(drawn).toHaveLength(100);
    expect(drawn.reduce((sum, value) => sum + value / 100, 0)).toBeGreaterThan(truth - HOUR);
    expect(drawn.reduce((sum, value) => sum + value / 100, 0)).toBeLessThan(truth + HOUR);
    expect(requestDraws({ kind: 'gap', intent: 'trouble' }, plain)).toEqual(requestDraws({ kind: 'gap', intent: 'trouble' }, plain));
    expect(requestDraws({ kind: 'gap', intent: 'trouble' }, { ...plain, seed: 4 })).not.toEqual(requestDraws({ kind: 'gap', intent: 'trouble' }, plain));
  });

  it('come from every definition given, and carry nothing below the floors', () => {
    const other = { ...all, requests: requests.map((one) => ({ ...one, waitedSeconds: one.intents.includes('trouble') ? 0 : one.waitedSeconds })) };
    const signs = new Set(requestDraws({ kind: 'gap', intent: 'trouble' }, { ...plain, definitions: [all, other] }).map((value) => Math.sign(value ?? 0)));
    expect(signs).toEqual(new Set([1, -1]));
    expect(new Set(requestDraws({ kind: 'gap', intent: 'trouble' }, { ...plain, definitions: [{ ...all, requests: requests.slice(0, 45) }] }))).toEqual(new Set([null]));
    expect(() => requestDraws({ kind: 'gap', intent: 'trouble' }, { ...plain, definitions: [] })).toThrow('invalid definitions: 0');
  });

  it('move where labels are drawn from a reader that is half wrong', () => {
    const donors = (['purchase', 'trouble'] as const).flatMap((said) => Array.from({ length: 40 }, (_, at) => ({ said, truthAll: [at % 2 === 0 ? said : said === 'purchase' ? ('trouble' as const) : ('purchase' as const)], weight: 1 })));
    const spread = (values: readonly (number | null)[]): number => Math.max(...values.map((value) => value ?? 0)) - Math.min(...values.map((value) => value ?? 0));
    expect(spread(requestDraws({ kind: 'gap', intent: 'trouble' }, { ...plain, labels: { donors, decided: new Set() } }))).toBeGreaterThan(spread(requestDraws({ kind: 'gap', intent: 'trouble' }, plain)));
  });

  it('give the share answered by a day and the number left in silence', () => {
    const silent = { ...all, requests: requests.map((one, at) => (at % 4 === 0 ? { ...one, censored: true, waitedSeconds: 700_000 } : one)) };
    const counted = requestDraws({ kind: 'silent', intent: null }, { ...plain, definitions: [silent] }).map((value) => value ?? 0);
    expect(counted.reduce((sum, value) => sum + value / 100, 0)).toBeGreaterThan(16);
    expect(counted.reduce((sum, value) => sum + value / 100, 0)).toBeLessThan(24);
    expect(new Set(requestDraws({ kind: 'within', intent: 'purchase', place: 1 }, plain))).toEqual(new Set([1]));
  });
});

describe('the lead of a zone', () => {
  const weights = valueWeights({});
  const table = createUnitTable([1, 2, 3], weights);
  const book = (rule: string, giverId: number, receiverId: number): void => table.add({ rule: RULE_POSITION[rule] ?? 0, giverKind: 'account', giverId, receiverKind: 'account', receiverId, units: 1, basis: 'observed', paired: false });
  for (let times = 0; times < 12; times += 1) for (const giver of [1, 2]) book('peer-help', giver, 3);

  it('is counted over the people who have a zone, and turns with the zone named', () => {
    const counts = zoneCounts(table, weightVector(weights), 1);
    expect(counts).toMatchObject({ 'gives-more': 2, 'receives-more': 1, even: 0 });
    expect(zoneLead(counts, 'gives-more')).toBeCloseTo(1 / 3, 12);
    expect(zoneLead(counts, 'receives-more')).toBeCloseTo(-1 / 3, 12);
    expect(zoneLead({ 'gives-more': 0, even: 0, 'receives-more': 0, 'little-active': 0 }, 'even')).toBeNull();
  });

  it('is drawn over weights, border and people with a seed', () => {
    const options = { zone: 'gives-more', weights: weightVector(weights), borderLog2: 1, draws: 200, seed: 5 } as const;
    const drawn = leadDraws(table, options);
    expect(drawn).toEqual(leadDraws(table, options));
    expect(new Set(drawn).size).toBeGreaterThan(1);
    expect(drawn.every((lead) => lead !== null && lead >= -1 && lead <= 1)).toBe(true);
  });
});

describe('the kept rate', () => {
  it('lies between what private messages could hide at worst and at best', () => {
    const counts = { kept: 20, late: 5, broken: 5, unverifiable: 10 };
    expect(Object.fromEntries(promiseVariations(counts).map(({ change, estimate }) => [change, estimate]))).toEqual({ 'late-kept': 25 / 30, 'unverifiable-broken': 20 / 40, 'unverifiable-kept': 30 / 40 });
    const drawn = promiseDraws(counts, { draws: 400, seed: 2 });
    expect(drawn.every((rate) => rate > 0.2 && rate < 0.99)).toBe(true);
    expect(promiseVariations({ ...counts, unverifiable: 0 }).map(({ change }) => change)).toEqual(['late-kept']);
  });
});
