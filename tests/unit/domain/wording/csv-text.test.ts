import { expect, test } from 'vitest';
import { csvMark, csvNumber, csvText, csvWritten } from '../../../../src/domain/wording/csv-text.ts';

test('a file with semicolons says that it is UTF-8, one with commas is plain', () => {
  expect(csvText([['perché', 'n'], ['a', '1']], ';')).toBe('\uFEFFperché;n\r\na;1\r\n');
  expect(csvText([['perché', 'n'], ['a', '1']], ',')).toBe('perché,n\r\na,1\r\n');
  expect(csvText([], ',')).toBe('');
  expect([csvMark(';'), csvMark(',')]).toEqual(['\uFEFF', '']);
});

test('the decimal sign goes with the separator', () => {
  expect([csvNumber(1.5, ';'), csvNumber(1.5, ','), csvNumber(-3, ';'), csvNumber(null, ';')]).toEqual(['1,5', '1.5', '-3', '']);
});

test('written numbers change their signs where the file has the other ones, texts never', () => {
  expect(csvWritten('1.234,5', { point: ',', separator: ',' })).toBe('1,234.5');
  expect(csvWritten('-1,234.5', { point: '.', separator: ';' })).toBe('-1.234,5');
  expect(csvWritten('1.234,5', { point: ',', separator: ';' })).toBe('1.234,5');
  expect(csvWritten('2 giorni, 3 ore', { point: ',', separator: ',' })).toBe('2 giorni, 3 ore');
  expect(csvWritten('3,5 g', { point: ',', separator: ',' })).toBe('3,5 g');
});
