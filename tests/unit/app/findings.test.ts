import { describe, expect, it } from 'vitest';
import { overviewFindings } from '../../../src/app/read/findings.ts';

type Input = Parameters<typeof overviewFindings>[0];

const gap = (intent: 'trouble' | 'idea', values: Partial<Input['gaps']['gaps'][number]>): Input['gaps']['gaps'][number] => ({
  intent, n: 100, authors: 80, tooFew: false, gapSeconds: 200_000, low: 150_000, high: 250_000, restrictedMeanSeconds: 220_000, stillWaitingShare: 0.4, meanOfAnswersSeconds: 9000, answers: 60, dominantAuthor: false, corrected: null, ...values,
});

const correction = { available: false, reason: 'not-drawn' as const, labelled: 0, needed: 100 };
const nothing: Input = {
  survival: { clock: 'wall', shareSeconds: [3600, 86_400, 604_800], windowEndMs: 0, unread: 0, abstained: 0, unobservable: 0, listedApart: 0, leftOut: { n: 0, answered: 0 }, inferredAnswers: { included: true, inferred: 0, answers: 0, share: null }, horizonSeconds: 604_800, coverage: [], correction, groups: [], tests: [] },
  gaps: { clock: 'wall', shareSeconds: [3600, 86_400, 604_800], horizonSeconds: 604_800, correction, reference: 'purchase', referenceN: 90, referenceTooFew: false, referenceRestrictedMeanSeconds: 9000, referenceMeanOfAnswersSeconds: 1500, gaps: [], draws: 2000 },
  zone: null,
  contest: null,
  promises: { part: { part: 'promises', n: 0, estimate: null, low: null, high: null, tooFew: true, reason: 'few-due-promises', beside: {} }, people: 0, messageIds: [] },
  messagesIn: new Map([['Instagram', 1900]]),
  ownBrand: 'Aurora',
};

describe('overviewFindings', () => {
  it('has nothing to say about nothing', () => {
    expect(overviewFindings(nothing)).toEqual({ findings: [], comparisonsLookedAt: 0 });
  });

  it('does not call a gap clear that the mistakes of the reading may have made', () => {
    const corrected = { estimate: 90_000, low: -5000, high: 190_000, addedShare: 0.6 };
    const { findings } = overviewFindings({ ...nothing, gaps: { ...nothing.gaps, gaps: [gap('trouble', { corrected }), gap('idea', { corrected: { ...corrected, low: 5000 } })] } });
    expect(findings.map(({ id, form }) => [id, form])).toEqual([['response.gap:idea', 'clear'], ['response.gap:trouble', 'not-clear']]);
  });

  it('puts clear gaps before unclear ones and counts what was looked at', () => {
    const { findings, comparisonsLookedAt } = overviewFindings({ ...nothing, gaps: { ...nothing.gaps, gaps: [gap('trouble', { low: -10, authors: 500 }), gap('idea', {})] } });
    expect(findings.map(({ id, form }) => [id, form])).toEqual([['response.gap:idea', 'clear'], ['response.gap:trouble', 'not-clear']]);
    expect(comparisonsLookedAt).toBe(2);
  });

  it('never turns too few cases into a number', () => {
    const { findings } = overviewFindings({ ...nothing, gaps: { ...nothing.gaps, gaps: [gap('idea', { n: 12, authors: null, tooFew: true, gapSeconds: null, low: null, high: null })] } });
    expect(findings).toMatchObject([{ form: 'too-few', n: 12, values: { gapSeconds: null } }]);
  });

  it('opens with sources that hold no replies', () => {
    const coverage = [{ container: 'Instagram', network: 'instagram', brand: 'Aurora', replies: 'absent' as const, reason: 'no brand message', imported: 1900, declared: 300 }];
    const { findings } = overviewFindings({ ...nothing, survival: { ...nothing.survival, coverage, unobservable: 700 }, gaps: { ...nothing.gaps, gaps: [gap('trouble', {})] } });
    expect(findings.map(({ rule }) => rule)).toEqual(['coverage.absent', 'response.gap']);
    expect(findings[0]?.values).toEqual({ containers: 1, messages: 1900, requests: 700 });
  });

  it('tells who vanished after a contest with the entries as evidence', () => {
    const contest = { contests: 1, entrants: 40, vanished: 35, share: 0.875, low: 0.739, high: 0.945, tooFew: false, entryIds: [9, 8, 7] };
    expect(overviewFindings({ ...nothing, contest }).findings).toEqual([{
      id: 'contest.vanished', rule: 'contest.vanished', form: 'clear', good: false, values: { contests: 1, entrants: 40, vanished: 35, share: 0.875, low: 0.739, high: 0.945, days: 90 },
      n: 3, people: 40, metric: 'contest-return', evidence: { messageIds: [9, 8, 7] },
    }]);
    expect(overviewFindings({ ...nothing, contest: { ...contest, vanished: 21, share: 0.525, low: 0.375, high: 0.67 } }).findings).toMatchObject([{ form: 'not-clear', good: false }]);
    expect(overviewFindings({ ...nothing, contest: { ...contest, vanished: 4, share: 0.1, low: 0.04, high: 0.23 } }).findings).toMatchObject([{ form: 'clear', good: true }]);
  });

  it('never tells a contest with too few entrants, and never names more messages than can be asked for', () => {
    const contest = { contests: 1, entrants: 12, vanished: 12, share: null, low: null, high: null, tooFew: true, entryIds: Array.from({ length: 6000 }, (_, i) => 6000 - i) };
    const [finding] = overviewFindings({ ...nothing, contest }).findings;
    expect(finding).toMatchObject({ form: 'too-few', n: 5000, values: { entrants: null, vanished: null, share: null } });
    expect(finding?.evidence['messageIds']).toHaveLength(5000);
  });

  it('tells promises only where there is a rate', () => {
    const part = { part: 'promises' as const, n: 41, estimate: 0.7, low: 0.55, high: 0.82, tooFew: false, reason: null, beside: { open: 2, kept: 29, late: 3, broken: 9, unverifiable: 134, keptWithoutTime: 1 } };
    const { findings, comparisonsLookedAt } = overviewFindings({ ...nothing, promises: { part, people: 38, messageIds: [5, 6] } });
    expect(findings).toEqual([{
      id: 'promises.kept', rule: 'promises.kept', form: 'clear', good: true, values: { kept: 29, late: 3, broken: 9, unverifiable: 134, estimate: 0.7, low: 0.55, high: 0.82 },
      n: 2, people: 38, metric: 'trust-parts', evidence: { messageIds: [5, 6] },
    }]);
    expect(comparisonsLookedAt).toBe(1);
    expect(overviewFindings({ ...nothing, promises: { part: { ...part, low: 0.4 }, people: 38, messageIds: [5] } }).findings).toMatchObject([{ good: false }]);
  });
});
