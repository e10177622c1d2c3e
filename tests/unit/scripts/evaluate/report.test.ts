import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printedConfusion } from '../../../../scripts/evaluate/reading/confusion.ts';
import { errorsFolder, writeErrors } from '../../../../scripts/evaluate/reading/errors.ts';
import { readingOptions } from '../../../../scripts/evaluate/reading/options.ts';
import { documentedScores, pageWithScores } from '../../../../scripts/evaluate/reading/scores-page.ts';
import { printedTable, verdict } from '../../../../scripts/evaluate/reading/table.ts';
import type { TaskResult } from '../../../../scripts/evaluate/reading/task.ts';
import { ROOT } from '../../../support/root.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const result = (changes: Partial<TaskResult>): TaskResult => ({
  key: 'own-it-inbound: intent', set: 'own-it-inbound', subject: 'intent', origin: 'own', language: 'it', measure: 'macro-F1', lowerIsBetter: false, rows: 300, score: 0.8123,
  low: 0.77, high: 0.85, plain: 0.5, bar: null, half: 0.8123, missing: null, confusion: null, errors: [], ...changes,
});
const gold = result({ key: 'gold-en: intent', set: 'gold-en', origin: 'reference', language: 'en', score: 0.7, bar: 0.75, half: 0.69 });
const order = [{ key: 'own-it-inbound: intent', origin: 'own' }, { key: 'gold-en: intent', origin: 'reference' }] as const;

describe('the printed table', () => {
  it('has a line a task with rows, measure, interval, word count and bar', () => {
    expect(printedTable([gold, result({})])).toEqual([
      '', 'Italian', '  own-it-inbound: intent  n    300  macro-F1      0.812  [0.770 to 0.850]  plain 0.500',
      '', 'English', '  gold-en: intent         n    300  macro-F1      0.700  [0.770 to 0.850]  plain 0.500  bar 0.75 missed',
    ]);
    expect(printedTable([result({ score: null, missing: 'not there' })])).toContain('  own-it-inbound: intent  not there');
  });

  it('a bar is reached from it on; shares that are better when low from below', () => {
    expect(verdict({ score: 0.75, bar: 0.75, lowerIsBetter: false })).toBe('reached');
    expect(verdict({ score: 0.2, bar: 0.1, lowerIsBetter: true })).toBe('missed');
    expect(verdict({ score: 0.2, bar: null, lowerIsBetter: false })).toBe('');
  });

  it('confusion has right answers by row', () => {
    const lines = printedConfusion(result({ confusion: { codes: ['yes', 'no'], counts: [[3, 1], [0, 6]] } })).map((line) => line.trim().replaceAll(/\s+/g, ' '));
    expect(lines).toEqual(['', 'own-it-inbound: intent: right answers by row, answers given by column', 'yes no all', 'yes 3 1 4', 'no 0 6 6']);
    expect(printedConfusion(result({}))).toEqual([]);
  });
});

describe('the document', () => {
  const written = { results: [result({}), gold], order, trained: ['vader'], version: '9.9.9', date: '2026-03-01' };
  const page = pageWithScores('# Reading\n', written);

  it('gets a section that can be read back', () => {
    expect(documentedScores(page)).toEqual([
      { key: 'own-it-inbound: intent', score: 0.812, half: 0.812, line: '| own-it-inbound: intent | it | 300 | macro-F1 | 0.812 | 0.770 to 0.850 | 0.500 | - |  | 0.812 | 9.9.9 |  |' },
      { key: 'gold-en: intent', score: 0.7, half: 0.69, line: '| gold-en: intent | en | 300 | macro-F1 | 0.700 | 0.770 to 0.850 | 0.500 | 0.750 | missed | 0.690 | 9.9.9 | 2026-03-01 |' },
    ]);
    expect(page).toContain('Used for training, not scored: vader.');
    expect(pageWithScores(page, written)).toBe(page);
  });

  it('keeps what stands around it, and lines of reference sets that were not measured again', () => {
    const around = page.replace('# Reading', '# Reading\n\nBefore.').concat('\nAfter.\n');
    const absent = pageWithScores(around, { ...written, results: [result({ score: 0.9 }), result({ ...gold, score: null, missing: 'not measured: reference data absent' })] });
    expect(absent).toContain('Before.');
    expect(absent.endsWith('\nAfter.\n')).toBe(true);
    expect(documentedScores(absent).map(({ key, score }) => [key, score])).toEqual([['own-it-inbound: intent', 0.9], ['gold-en: intent', 0.7]]);
    const undated = pageWithScores(around, { ...written, date: null, results: [result({ ...gold, score: 0.1 })] });
    expect(documentedScores(undated).map(({ score }) => score)).toEqual([0.812, 0.7]);
  });

  it('says which own sets are not there, and forgets tasks that are gone', () => {
    const without = pageWithScores(page, { ...written, results: [result({ score: null, missing: 'not there' })], order: order.slice(0, 1) });
    expect(documentedScores(without)).toEqual([expect.objectContaining({ key: 'own-it-inbound: intent', score: null, half: null })]);
    expect(without).toContain('None measured yet.');
    expect(documentedScores('# A page without marks\n| a: b | it |')).toEqual([]);
  });
});

describe('files of errors', () => {
  const errors = Array.from({ length: 70 }, (_, at) => ({ id: `row ${at}`, truth: 'trouble', said: 'praise', probability: 1 - at / 100, text: 'two\nlines' }));

  it('hold the sixty most certain ones of a task', () => {
    const folder = temporaryFolder();
    expect(writeErrors(folder, [result({ errors }), gold])).toBe(1);
    expect(readdirSync(folder)).toEqual(['own-it-inbound-intent.tsv']);
    const lines = readFileSync(join(folder, 'own-it-inbound-intent.tsv'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(60);
    expect(lines[0]).toBe('1.000\tis trouble\tread as praise\trow 0\ttwo lines');
  });

  it('lie in no folder of the project but the one that git does not see', () => {
    expect(errorsFolder('evaluation-errors/today')).toBe(join(ROOT, 'evaluation-errors', 'today'));
    expect(readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n')).toContain('evaluation-errors/');
    for (const inside of ['docs', '.', 'tests/reference']) expect(() => errorsFolder(inside)).toThrow(new RangeError(`invalid folder for errors: ${inside}`));
    const outside = temporaryFolder();
    expect(errorsFolder(outside)).toBe(outside);
  });
});

describe('options', () => {
  it('are all read', () => {
    expect(readingOptions(['--json', '--confusion', '--errors', 'x', '--only', 'gold', '--only', 'umsab-it', '--write', '--date', '2026-03-01'])).toEqual({ json: true, confusion: true, errors: 'x', only: ['gold', 'umsab-it'], write: true, date: '2026-03-01' });
    expect(readingOptions(['--errors', '--json'])).toMatchObject({ errors: 'evaluation-errors', json: true, only: [], date: null });
  });

  it('are refused when unknown or without their value', () => {
    expect(() => readingOptions(['--colour'])).toThrow(new RangeError('unknown option: --colour'));
    expect(() => readingOptions(['--only'])).toThrow(new RangeError('--only needs a set'));
    expect(() => readingOptions(['--date', 'today'])).toThrow(new RangeError('invalid date: today'));
  });
});
