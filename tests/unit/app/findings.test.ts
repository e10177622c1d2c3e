import { describe, expect, it } from 'vitest';
import { overviewFindings } from '../../../src/app/read/findings.ts';

type Input = Parameters<typeof overviewFindings>[0];

const gap = (intent: 'trouble' | 'idea', values: Partial<Input['gaps']['gaps'][number]>): Input['gaps']['gaps'][number] => ({
  intent, n: 100, authors: 80, tooFew: false, gapSeconds: 200_000, low: 150_000, high: 250_000, restrictedMeanSeconds: 220_000, stillWaitingShare: 0.4, meanOfAnswersSeconds: 9000, answers: 60, dominantAuthor: false, ...values,
});

const nothing: Input = {
  survival: { windowEndMs: 0, unread: 0, unobservable: 0, listedApart: 0, leftOut: { n: 0, answered: 0 }, horizonSeconds: 604_800, coverage: [], groups: [], tests: [] },
  gaps: { horizonSeconds: 604_800, reference: 'purchase', referenceN: 90, referenceTooFew: false, referenceRestrictedMeanSeconds: 9000, referenceMeanOfAnswersSeconds: 1500, gaps: [], draws: 2000 },
  tribes: { people: 0, unassigned: 0, tribes: [], lenses: [] },
  messagesIn: new Map([['Instagram', 1900]]),
  ownBrand: 'Aurora',
};

describe('overviewFindings', () => {
  it('has nothing to say about nothing', () => {
    expect(overviewFindings(nothing)).toEqual({ findings: [], comparisonsLookedAt: 0 });
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
});
