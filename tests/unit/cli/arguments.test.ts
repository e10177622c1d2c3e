import { describe, expect, test } from 'vitest';
import { isoInstant, namedBrand, parsedArguments, UsageError, wholeNumber } from '../../../src/cli/arguments.ts';

const TABLE = { json: 'flag', format: 'value', brand: 'values' } as const;

test('options in any order, both spellings, repeated where they may be', () => {
  const { positionals, flags, values, lists } = parsedArguments(['p.tribuna', '--brand', 'A', 'f.csv', '--brand=B=b1,b2', '--json', '--format', 'auto', '-', '--', '--x'], TABLE);
  expect(positionals).toEqual(['p.tribuna', 'f.csv', '-', '--x']);
  expect([...flags]).toEqual(['json']);
  expect([...values]).toEqual([['format', 'auto']]);
  expect([...lists]).toEqual([['brand', ['A', 'B=b1,b2']]]);
});

test.each([
  [['--nope'], 'unknown option: --nope'], [['--format'], 'missing value: --format'], [['--format', '--json'], 'missing value: --format'],
  [['--format=a', '--format=b'], 'repeated option: --format'], [['--json=1'], 'unexpected value: --json=1'], [['--__proto__', 'x'], 'unknown option: --__proto__'], [['--constructor'], 'unknown option: --constructor'],
])('%j is refused by name', (words, message) => {
  expect(() => parsedArguments(words, TABLE)).toThrow(new UsageError(message));
});

describe('times', () => {
  test.each([
    ['2026-03-02T10:00:00+01:00', Date.UTC(2026, 2, 2, 9)], ['2026-03-02T10:00Z', Date.UTC(2026, 2, 2, 10)], ['2026-03-02T10:00:00.250Z', Date.UTC(2026, 2, 2, 10, 0, 0, 250)],
    ['2026-03-02', Date.UTC(2026, 2, 2)], ['2026-03-02T10:00:00', Date.UTC(2026, 2, 2, 10)],
  ])('%s', (text, atMs) => {
    expect(isoInstant('now', text)).toBe(atMs);
  });
  test.each(['yesterday', '02/03/2026', '2026-13-01', '2026-03-02 10:00', '1740000000', ''])('%j is refused', (text) => {
    expect(() => isoInstant('now', text)).toThrow(UsageError);
  });
});

test('whole numbers only', () => {
  expect(wholeNumber('seed', '42', 0)).toBe(42);
  for (const text of ['-1', '1.5', '1e3', '', 'x', '99999999999999999999']) expect(() => wholeNumber('seed', text, 0)).toThrow(UsageError);
});

test('brands with and without accounts', () => {
  expect(namedBrand('brand', 'Caffè Aurora')).toEqual({ name: 'Caffè Aurora', accounts: ['Caffè Aurora'] });
  expect(namedBrand('brand', 'Aurora=aurora, aurora_help,')).toEqual({ name: 'Aurora', accounts: ['aurora', 'aurora_help'] });
  expect(() => namedBrand('brand', '=x')).toThrow('invalid --brand: =x has no name');
});
