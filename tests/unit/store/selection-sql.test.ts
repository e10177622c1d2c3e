import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothConditions, messageCondition, searchExpression } from '../../../src/store/selection-sql.ts';

describe('searchExpression', () => {
  it('quotes every word and leaves the last one open', () => {
    expect(searchExpression('capsule rotte')).toBe('"capsule" "rotte"*');
  });

  it('finds nothing to search in punctuation', () => {
    expect(searchExpression(' "*(- ')).toBeNull();
  });

  it('never lets query syntax through, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (typed) => {
      const expression = searchExpression(typed);
      expect(expression === null || /^"[\p{L}\p{N}]+"(?: "[\p{L}\p{N}]+")*\*?$/u.test(expression)).toBe(true);
    }));
  });
});

describe('messageCondition', () => {
  it('puts no condition when nothing is chosen', () => {
    expect(messageCondition({})).toEqual({ sql: '1', parameters: [] });
  });

  it('binds as many values as it has places, for any filters', () => {
    const texts = fc.array(fc.string(), { maxLength: 3 });
    fc.assert(fc.property(
      fc.record({ fromMs: fc.integer(), toMs: fc.integer(), networks: texts, containers: texts, tribes: texts, languages: texts, text: fc.string(), weekdays: fc.array(fc.integer({ min: 1, max: 7 })), hours: fc.array(fc.integer({ min: 0, max: 23 })) }, { requiredKeys: [] }),
      fc.option(fc.integer({ min: 1 }), { nil: undefined }),
      (filters, brandId) => {
        const { sql, parameters } = messageCondition({ filters, ...(brandId === undefined ? {} : { brandId }) });
        expect(sql.split('?').length - 1).toBe(parameters.length);
      },
    ));
  });

  it('never changes its shape with the values of a filter', () => {
    const shape = (value: string): string => messageCondition({ filters: { networks: [value], text: 'x' } }).sql;
    expect(shape("'; DROP TABLE message; --")).toBe(shape('facebook'));
  });

  it('joins two conditions with their values in order', () => {
    expect(bothConditions({ sql: 'a = ?', parameters: [1] }, { sql: 'b = ?', parameters: ['x'] })).toEqual({ sql: '(a = ?) AND (b = ?)', parameters: [1, 'x'] });
  });
});
