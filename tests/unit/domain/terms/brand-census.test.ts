import { describe, expect, it } from 'vitest';
import { brandCensus } from '../../../../src/domain/terms/brand-census.ts';
import { localQuarter } from '../../../../src/domain/terms/local-quarter.ts';
import { termCode } from '../../../../src/domain/terms/term-code.ts';
import { termMovements, type DatedMention } from '../../../../src/domain/terms/term-quarters.ts';

const [price, taste, oil] = [termCode(0), termCode(1), termCode(2)];

describe('what tribes say about a brand and elsewhere', () => {
  it('is counted by people, in every tribe of theirs, in both places where they say it in both', () => {
    const rows = [
      { accountId: 1, messageId: 1, terms: `${price}${taste}` }, { accountId: 1, messageId: 2, terms: price }, { accountId: 1, messageId: 3, terms: price },
      { accountId: 2, messageId: 4, terms: `${taste} ${price}` }, { accountId: 3, messageId: 5, terms: price }, { accountId: 2, messageId: 9, terms: oil },
    ];
    const found = brandCensus(rows, { codes: [price, taste, oil, `${price}${taste}`], tribesOf: (id) => (id === 1 ? ['a', 'b'] : id === 2 ? ['a'] : []), counts: (id) => id !== 9, isAbout: (id) => id <= 2 || id === 4 });
    expect([...found.keys()].sort()).toEqual(['a', 'b']);
    expect(found.get('a')).toMatchObject({ about: { people: 2, messages: 3 }, rest: { people: 1, messages: 1 } });
    expect(found.get('a')?.terms).toEqual([{ key: price, inGroup: 2, inRest: 1 }, { key: taste, inGroup: 2, inRest: 0 }, { key: oil, inGroup: 0, inRest: 0 }, { key: `${price}${taste}`, inGroup: 1, inRest: 0, parts: [price, taste] }]);
    expect(found.get('b')).toMatchObject({ about: { people: 1, messages: 2 }, rest: { people: 1, messages: 1 } });
  });
});

describe('how terms move by quarter', () => {
  const mentions = (quarter: string, people: number, from = 0): DatedMention[] => Array.from({ length: people }, (_, at) => ({ authorId: from + at, quarter }));
  const all = [...mentions('2025-Q1', 40), ...mentions('2025-Q2', 40), ...mentions('2025-Q3', 40), ...mentions('2025-Q4', 6)];

  it('tells people, no count under twenty of a quarter, and a trend where it is clear', () => {
    const [rising, flat] = termMovements(all, [[...mentions('2025-Q1', 2), ...mentions('2025-Q2', 12), ...mentions('2025-Q3', 30), ...mentions('2025-Q4', 6)], [...mentions('2025-Q1', 10), ...mentions('2025-Q2', 11), ...mentions('2025-Q3', 10)]]);
    expect(rising?.quarters.map(({ k }) => k)).toEqual([2, 12, 30, null]);
    expect(rising?.trend?.moved).toBe('up');
    expect(flat?.trend?.moved).toBe('not-clear');
  });

  it('gives no trend from two quarters', () => {
    expect(termMovements([...mentions('2025-Q1', 40), ...mentions('2025-Q2', 40)], [mentions('2025-Q2', 30)])[0]?.trend).toBeNull();
    expect(localQuarter({ year: 2025, month: 12 })).toBe('2025-Q4');
  });
});
