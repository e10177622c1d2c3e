import { describe, expect, it } from 'vitest';
import { REQUEST_INTENTS, type Intent } from '../../../../src/domain/model/codes.ts';
import type { LabelDonor } from '../../../../src/domain/reading-check/label-imputation.ts';
import { correctedResponse, type CorrectionOptions } from '../../../../src/domain/response/corrected-response.ts';
import { listeningGaps } from '../../../../src/domain/response/listening-gaps.ts';
import type { RequestEpisode } from '../../../../src/domain/response/request-episode.ts';
import { seededRandom, type RandomStream } from '../../../../src/domain/stats/seeded-random.ts';
import { episode } from './episode-sample.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;
const LABELS = ['information', 'trouble', 'purchase', 'other'];
const waits: Readonly<Record<string, number>> = { trouble: 4 * DAY, purchase: DAY / 2, information: 2 * DAY, other: DAY };

interface Made {
  readonly request: RequestEpisode;
  readonly truth: Intent;
}

/** Requests with an exponential wait by their true kind, watched for a month; the reader is right in `right` of them, else says trouble or purchase for the other. */
function made(count: number, right: number, random: RandomStream): Made[] {
  return Array.from({ length: count }, (_, at) => {
    const truth = (['trouble', 'purchase'] as const)[Math.floor(random() * 2)] ?? 'trouble';
    const said: Intent = random() < right ? truth : truth === 'trouble' ? 'purchase' : 'trouble';
    const waitedSeconds = Math.min(30 * DAY, Math.round(-Math.log(1 - random()) * (waits[truth] ?? 0)));
    return { truth, request: episode({ messageId: at + 1, askerId: 1 + Math.floor(at / 2), intents: [said], waitedSeconds, censored: waitedSeconds >= 30 * DAY }) };
  });
}
const checked = (all: readonly Made[], count: number): LabelDonor[] => all.slice(0, count).map(({ request, truth }) => ({ said: request.intents[0] ?? 'other', truthAll: [truth], weight: 1 }));
const options = (part: Partial<CorrectionOptions> = {}): CorrectionOptions => ({ donors: [], labels: LABELS, decided: new Set(), codes: REQUEST_INTENTS, horizonSeconds: WEEK, seed: 3, reference: null, ...part });
const groupOf = (groups: ReturnType<typeof correctedResponse>, key: string) => {
  const found = groups.find((group) => group.key === key);
  if (found === undefined) throw new Error(`no group ${key}`);
  return found;
};
/** Mean of an exponential wait counting at most a week. */
const trueMean = (kind: string): number => (waits[kind] ?? 0) * (1 - Math.exp(-WEEK / (waits[kind] ?? 1)));

describe('response corrected for what the reader mistakes', () => {
  const all = made(1600, 0.75, seededRandom(2));
  const requests = all.map(({ request }) => request);

  it('pulls apart what mistakes had pulled together: the truth lies within its limits about as often as they say', () => {
    const random = seededRandom(21);
    let [held, gapHeld, heldAsRead, wider] = [0, 0, 0, 0];
    const rounds = 16;
    for (let round = 0; round < rounds; round += 1) {
      const own = made(300, 0.78, random);
      const kinds = correctedResponse(own.map(({ request }) => request), options({ donors: checked(own, 120), seed: round, reference: { kind: 'purchase', requests: [] } }));
      const { restrictedMeanSeconds, gapSeconds } = groupOf(kinds, 'trouble');
      const within = (figure: { low: number; high: number } | null, truth: number): number => (figure !== null && figure.low <= truth && figure.high >= truth ? 1 : 0);
      held += within(restrictedMeanSeconds, trueMean('trouble'));
      gapHeld += within(gapSeconds, trueMean('trouble') - trueMean('purchase'));
      const asRead = groupOf(correctedResponse(own.map(({ request }) => request), options({ decided: new Set(own.map(({ request }) => request.messageId)), seed: round })), 'trouble').restrictedMeanSeconds;
      heldAsRead += within(asRead, trueMean('trouble'));
      wider += (restrictedMeanSeconds?.high ?? 0) - (restrictedMeanSeconds?.low ?? 0) > (asRead?.high ?? 0) - (asRead?.low ?? 0) ? 1 : 0;
    }
    expect(held).toBeGreaterThanOrEqual(0.85 * rounds);
    expect(gapHeld).toBeGreaterThanOrEqual(0.85 * rounds);
    // as read, the figure is drawn half way to the other kind
    expect(heldAsRead).toBeLessThanOrEqual(0.5 * rounds);
    expect(wider).toBe(rounds);
  });

  it('has shares answered that hold the truth too, and no gap of the reference with itself', () => {
    const kinds = correctedResponse(requests, options({ donors: checked(all, 400), reference: { kind: 'purchase', requests: [] } }));
    for (const kind of ['trouble', 'purchase']) {
      for (const { seconds, estimate, low, high } of groupOf(kinds, kind).answeredWithin) {
        const share = 1 - Math.exp(-seconds / (waits[kind] ?? 1));
        // one draw of the sample: the truth may stand just outside
        expect((low ?? 1) - share).toBeLessThan(0.02);
        expect(share - (high ?? 0)).toBeLessThan(0.02);
        expect(estimate).toBeGreaterThanOrEqual(low ?? 1);
        expect(estimate).toBeLessThanOrEqual(high ?? 0);
      }
    }
    expect(groupOf(kinds, 'purchase').gapSeconds).toBeNull();
  });

  it('is wider the fewer were checked, and says how much of that is the reading', () => {
    const few = groupOf(correctedResponse(requests, options({ donors: checked(all, 60) })), 'trouble').restrictedMeanSeconds;
    const many = groupOf(correctedResponse(requests, options({ donors: checked(all, 1200) })), 'trouble').restrictedMeanSeconds;
    expect((few?.high ?? 0) - (few?.low ?? 0)).toBeGreaterThan((many?.high ?? 0) - (many?.low ?? 0));
    expect(few?.addedShare).toBeGreaterThan(many?.addedShare ?? 1);
  });

  it('keeps what a person decided', () => {
    const decided = new Set(requests.map(({ messageId }) => messageId));
    const kept = groupOf(correctedResponse(requests, options({ donors: checked(all, 200), decided })), 'trouble');
    const count = requests.filter(({ intents }) => intents.includes('trouble')).length;
    expect(kept.n).toEqual({ estimate: count, low: count, high: count, addedShare: 0 });
    expect(kept.restrictedMeanSeconds?.addedShare).toBeCloseTo(0, 12);
  });

  it('agrees with the gap as read, bootstrap limits included, when the labels are certain', () => {
    const decided = new Set(requests.map(({ messageId }) => messageId));
    const certain = groupOf(correctedResponse(requests, options({ decided, reference: { kind: 'purchase', requests: [] } })), 'trouble').gapSeconds;
    const asRead = listeningGaps(requests, { praise: [], horizonSeconds: WEEK, seed: 1 }).gaps.find(({ key }) => key === 'trouble');
    expect(certain?.estimate).toBeCloseTo(asRead?.gapSeconds ?? 0, 6);
    const width = (asRead?.high ?? 0) - (asRead?.low ?? 0);
    expect(Math.abs((certain?.low ?? 0) - (asRead?.low ?? 0))).toBeLessThan(0.12 * width);
    expect(Math.abs((certain?.high ?? 0) - (asRead?.high ?? 0))).toBeLessThan(0.12 * width);
  });

  it('holds another reference as it was read', () => {
    const praise = made(60, 1, seededRandom(8)).map(({ request }) => ({ ...request, messageId: request.messageId + 100_000, askerId: (request.askerId ?? 0) + 100_000 }));
    const { gapSeconds, restrictedMeanSeconds } = groupOf(correctedResponse(requests, options({ donors: checked(all, 200), reference: { kind: 'praise', requests: praise } })), 'purchase');
    expect(gapSeconds?.estimate).toBeLessThan(0);
    expect((gapSeconds?.high ?? 0) - (gapSeconds?.low ?? 0)).toBeGreaterThan((restrictedMeanSeconds?.high ?? 0) - (restrictedMeanSeconds?.low ?? 0));
  });

  it('repeats with the seed', () => {
    const again = (seed: number) => correctedResponse(requests.slice(0, 200), options({ donors: checked(all, 100), seed }));
    expect(again(5)).toEqual(again(5));
    expect(again(5)).not.toEqual(again(6));
  });

  it('gives no figure that some set cannot carry: too few cases, too few people, no requests at all', () => {
    const few = groupOf(correctedResponse(requests.slice(0, 24), options({ donors: checked(all, 200) })), 'trouble');
    expect(few).toMatchObject({ restrictedMeanSeconds: null, gapSeconds: null });
    expect(few.answeredWithin.every(({ estimate }) => estimate === null)).toBe(true);
    const alone = requests.map((request) => ({ ...request, askerId: 1 }));
    expect(groupOf(correctedResponse(alone, options({ donors: checked(all, 200) })), 'trouble').restrictedMeanSeconds).toBeNull();
    expect(correctedResponse([], options()).map(({ n }) => n.estimate)).toEqual([0, 0, 0, 0, 0]);
  });

  it('keeps limits where nobody was ever answered', () => {
    const silent = requests.map((request) => ({ ...request, censored: true, waitedSeconds: 30 * DAY }));
    const { answeredWithin, restrictedMeanSeconds } = groupOf(correctedResponse(silent, options({ donors: checked(all, 200) })), 'trouble');
    for (const { estimate, low, high } of answeredWithin) {
      expect(estimate).toBe(0);
      expect(low).toBe(0);
      expect(high).toBeGreaterThan(0);
      expect(high).toBeLessThan(0.02);
    }
    expect(restrictedMeanSeconds).toMatchObject({ estimate: WEEK, low: WEEK, high: WEEK });
  });
});
