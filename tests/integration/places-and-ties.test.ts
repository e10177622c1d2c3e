import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const WEEK_SECONDS = 604_800;
const suite = suiteEngine({ nowMs: Date.UTC(2026, 8, 1, 12) });

beforeAll(async () => {
  await suite.ask('project.openSample', {});
}, 300_000);

describe('who is looked after where, in the sample', () => {
  it('holds every request that is watched for a week once, and each tribe within its place', async () => {
    const { requests, places, tribes, lens } = await suite.ask('strategy.places', {});
    expect(lens).toBe('roles');
    expect(requests).toBeGreaterThan(100);
    expect(places.reduce((sum, place) => sum + place.requests, 0)).toBe(requests);
    for (const { requests: own, answered, cells } of places) {
      expect(answered.n).toBe(own);
      expect(cells.map(({ tribe }) => tribe)).toEqual(tribes.map(({ id }) => id));
      for (const { requests: asked, people, answered: share, messageIds } of cells) {
        expect(asked).toBeLessThanOrEqual(own);
        expect(share === null).toBe(people < 5);
        if (share !== null) expect([share.n, messageIds.length, share.estimate === null]).toEqual([asked, asked, asked < 30 || people < 10]);
      }
    }
  });

  it('counts what can be counted from the list of single requests, where times are exact', async () => {
    const filters = { networks: ['facebook', 'instagram'] };
    const { requests, untold, places } = await suite.ask('strategy.places', { filters });
    const all: OperationValue<'response.requests'>['requests'][number][] = [];
    for (let page = 0; ; page += 1) {
      const { requests: found } = await suite.ask('response.requests', { filters, page, size: 1000 });
      all.push(...found);
      if (found.length < 1000) break;
    }
    const seen = all.filter(({ unobservable }) => !unobservable);
    const watched = seen.filter(({ atMs, observationEndMs, waitedSeconds }) => atMs !== null && observationEndMs !== null && waitedSeconds !== null && observationEndMs - atMs >= WEEK_SECONDS * 1000);
    expect([requests, untold]).toEqual([watched.length, seen.length - watched.length]);
    const busiest = places[0];
    const there = watched.filter(({ container, network }) => container === busiest?.place && network === busiest?.network);
    expect([busiest?.requests, busiest?.answered.k]).toEqual([there.length, there.filter(({ outcome, waitedSeconds }) => (outcome === 'public' || outcome === 'private') && (waitedSeconds ?? Infinity) <= WEEK_SECONDS).length]);
  });

  it('names places of the brand alone, and everything else in one row without a name', async () => {
    const { places } = await suite.ask('strategy.places', { lens: 'value' });
    expect(places.filter(({ id }) => id === null).length).toBeLessThanOrEqual(1);
    expect(places.every(({ id, place, network }) => (id === null) === (place === null) && (id === null) === (network === null))).toBe(true);
    const none = await suite.ask('strategy.places', { filters: { text: 'percentuale di robusta' } });
    expect(none.places.every(({ cells }) => cells.every(({ answered, apart }) => answered?.estimate == null && apart === null))).toBe(true);
  });
});

describe('from strangers to friends, in the sample', () => {
  it.each(['people', 'brand'] as const)('narrows with %s, each stage within the one before', async (between) => {
    const { pairs, people, early, untimed, stages, tribes, days } = await suite.ask('trust.funnel', { between });
    expect(days).toBe(90);
    expect(stages.map(({ stage }) => stage)).toEqual(['met', 'answered', 'again', 'friends']);
    expect(stages[0]).toMatchObject({ pairs, ofMet: { k: pairs, n: pairs } });
    for (const [at, stage] of stages.entries()) {
      const before = stages[Math.max(0, at - 1)];
      expect(stage.pairs).toBeLessThanOrEqual(before?.pairs ?? 0);
      expect([stage.ofMet.k, stage.ofMet.n, stage.ofPrevious.k, stage.ofPrevious.n]).toEqual([stage.pairs, pairs, stage.pairs, before?.pairs]);
    }
    expect(people).toBeGreaterThan(0);
    // friends have at least four exchanges: they are among the ties of three and more, whoever is followed
    expect(stages[3]?.pairs ?? 0).toBeLessThanOrEqual((await suite.ask('trust.ties', { between, size: 1 })).total);
    expect(pairs + early + untimed).toBeGreaterThanOrEqual((await suite.ask('trust.ties', { between, size: 1 })).total);
    for (const { pairs: own, friends } of tribes) expect([own <= pairs, friends.n]).toEqual([true, own]);
  });

  it('ends what is followed with the period', async () => {
    const whole = await suite.ask('trust.funnel', { between: 'brand' });
    const { windowStartMs } = await suite.ask('overview', {});
    const short = await suite.ask('trust.funnel', { between: 'brand', filters: { toMs: (windowStartMs ?? 0) + 30 * 86_400_000 } });
    expect(short.pairs).toBe(0);
    expect(short.stages.every(({ ofMet }) => ofMet.estimate === null)).toBe(true);
    expect(whole.pairs).toBeGreaterThan(0);
  });
});

describe('to whom word of mouth goes, in the sample', () => {
  it('places every recommendation once, with the people whom the part of trust counts', async () => {
    const { recommendations, people, untimed, reaches, strong, otherwise, seenPeople, pairs } = await suite.ask('trust.recommenders', {});
    expect(reaches.map(({ reach }) => reach)).toEqual(['strong', 'weak', 'none', 'absent', 'open']);
    expect(reaches.reduce((sum, own) => sum + own.recommendations, 0) + untimed).toBe(recommendations);
    for (const { recommendations: own, messageIds } of reaches) expect(messageIds?.length).toBe(own);
    const { tribes } = await suite.ask('trust.parts', { chance: false });
    expect(people).toBe(tribes.find(({ tribe }) => tribe === 'all')?.parts.find(({ part }) => part === 'advocacy')?.beside['recommending']);
    const [close, acquainted, strangers] = reaches.map((own) => own.recommendations);
    expect([strong.k, strong.n]).toEqual([close, (close ?? 0) + (acquainted ?? 0) + (strangers ?? 0)]);
    // most friends named in the sample never write there: too few with a visible tie for a share
    expect([strong.n < 30, strong.estimate, seenPeople <= strong.n, otherwise.k <= otherwise.n]).toEqual([true, null, true, true]);
    expect(pairs.length).toBeLessThanOrEqual(close ?? 0);
  });

  it('says nothing where nobody recommends', async () => {
    const { windowStartMs } = await suite.ask('overview', {});
    const none = await suite.ask('trust.recommenders', { filters: { toMs: windowStartMs ?? 0 } });
    expect(none).toMatchObject({ recommendations: 0, people: 0, strong: { k: 0, n: 0, estimate: null }, strength: { median: null }, pairs: [] });
  });
});
