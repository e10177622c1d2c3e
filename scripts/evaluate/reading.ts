/**
 * Measures the reader on labelled reference data that is not part of the project: the folder named by the environment
 * variable TRIBUNA_REFERENCE_DATA. Prints, per language, intent and sentiment scores on messages where both annotators
 * agree, outbound acts, promises, and messages read per second. With --errors it also prints how labels are confused.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Direction, Reading } from '../../src/domain/model/reading.ts';
import { createReader, READER_VERSION } from '../../src/text/reader.ts';

type Row = Readonly<Record<string, string>>;

const SCORED_INTENTS = ['trouble', 'other', 'praise', 'information', 'idea'];
const SCORED_SENTIMENTS = ['negative', 'neutral', 'positive'];

const rowsOf = (file: string): Row[] => readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Row);

const f1 = (pairs: readonly (readonly [string, string])[], code: string): number => {
  const both = pairs.filter(([truth, said]) => truth === code && said === code).length;
  const either = pairs.filter(([truth]) => truth === code).length + pairs.filter(([, said]) => said === code).length;
  return either === 0 ? Number.NaN : (2 * both) / either;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const accuracy = (pairs: readonly (readonly [string, string])[]): number => mean(pairs.map(([truth, said]) => (truth === said ? 1 : 0)));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const report = (title: string, pairs: readonly (readonly [string, string])[], codes: readonly string[], confusion: boolean): void => {
  const each = codes.map((code) => [code, f1(pairs, code)] as const);
  say(`${title.padEnd(28)} n ${String(pairs.length).padStart(5)}  accuracy ${accuracy(pairs).toFixed(3)}  macro-F1 ${mean(each.map(([, value]) => value)).toFixed(3)}  ${each.map(([code, value]) => `${code} ${value.toFixed(2)}`).join(' ')}`);
  if (!confusion) return;
  const counts = new Map<string, number>();
  for (const [truth, said] of pairs) if (truth !== said) counts.set(`${truth} read as ${said}`, (counts.get(`${truth} read as ${said}`) ?? 0) + 1);
  for (const [error, count] of [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 8)) say(`    ${count} ${error}`);
};

const readAll = (rows: readonly Row[], direction: Direction, language: string): Reading[] =>
  createReader().readMany(rows.map((row, index) => ({ id: row['id'] ?? String(index), text: row['text'] ?? '', direction, sourceLanguage: language })));

const sentimentLines = (folder: string, split: string): Row[] => {
  const texts = readFileSync(join(folder, `${split}_text.txt`), 'utf8').trimEnd().split('\n');
  const labels = readFileSync(join(folder, `${split}_labels.txt`), 'utf8').trimEnd().split('\n');
  return texts.map((text, index) => ({ text, label: SCORED_SENTIMENTS[Number(labels[index])] ?? 'neutral' }));
};

/** Prints the scores of the reading; returns the exit code. */
export const evaluateReading = (): number => {
  const data = process.env['TRIBUNA_REFERENCE_DATA'];
  if (data === undefined || !existsSync(join(data, 'gold'))) {
    process.stderr.write('evaluate: set TRIBUNA_REFERENCE_DATA to the folder that holds gold/\n');
    return 2;
  }
  const confusion = process.argv.includes('--errors');
  say(`reader ${READER_VERSION}`);
  for (const language of ['it', 'en']) {
    const rows = rowsOf(join(data, 'gold', `${language}.jsonl`));
    const readings = readAll(rows, 'inbound', language);
    const paired = rows.map((row, index) => ({ row, reading: readings[index] }));
    const agreed = paired.filter(({ row }) => row['intentA'] === row['intentB']);
    report(`${language} intent`, agreed.map(({ row, reading }) => [row['intentA'] ?? '', reading?.intent ?? 'unread'] as const), SCORED_INTENTS, confusion);
    const disputed = paired.filter(({ row }) => row['intentA'] !== row['intentB']);
    say(`    readers disagree on ${disputed.length}: one of the two matched in ${disputed.filter(({ row, reading }) => reading?.intent === row['intentA'] || reading?.intent === row['intentB']).length}`);
    const feeling = paired.filter(({ row }) => row['sentimentA'] === row['sentimentB']);
    report(`${language} sentiment`, feeling.map(({ row, reading }) => [row['sentimentA'] ?? '', reading?.sentiment ?? 'unread'] as const), SCORED_SENTIMENTS, confusion);
    const set = join(data, 'umsab-xlmt', language === 'it' ? 'italian' : 'english');
    for (const split of existsSync(set) ? ['train', 'val'] : []) {
      const lines = sentimentLines(set, split);
      const said = readAll(lines, 'inbound', language);
      report(`${language} sentiment, tweets ${split}`, lines.map((line, index) => [line['label'] ?? '', said[index]?.sentiment ?? 'unread'] as const), SCORED_SENTIMENTS, confusion);
    }
    const untagged = createReader().readMany(rows.map((row, index) => ({ id: String(index), text: row['text'] ?? '', direction: 'inbound' })));
    say(`    language told right without a tag: ${mean(untagged.map((reading) => (reading.language === language ? 1 : 0))).toFixed(3)}`);
    const reader = createReader();
    const many = Array.from({ length: 40 }, () => rows).flat().map((row, index) => ({ id: String(index), text: (row['text'] ?? '').slice(0, 140), direction: 'inbound' as const }));
    reader.readMany(many.slice(0, 1000));
    const started = performance.now();
    reader.readMany(many);
    say(`    ${Math.round(many.length / ((performance.now() - started) / 1000))} messages/s`);
  }
  const rows = rowsOf(join(data, 'gold', 'outbound-en.jsonl'));
  const readings = readAll(rows, 'outbound', 'en');
  const acts = rows.flatMap((row, index) => (row['actA'] === row['actB'] ? [[row['actA'] ?? '', readings[index]?.act ?? 'unread'] as const] : []));
  report('en acts', acts, ['answer', 'care', 'ask', 'acknowledge', 'promise', 'deflect'], confusion);
  const promises = rows.flatMap((row, index) => (row['promiseA'] === row['promiseB'] ? [[row['promiseA'] ?? '', (readings[index]?.promises.length ?? 0) > 0 ? 'yes' : 'no'] as const] : []));
  report('en promises', promises, ['yes'], confusion);
  const dues = rows.flatMap((row, index) => (row['promiseA'] === 'yes' && row['promiseB'] === 'yes' ? [[row['dueA'] === 'none' ? 'none' : 'named', readings[index]?.promises.some((promise) => promise.dueText !== null) === true ? 'named' : 'none'] as const] : []));
  report('en due named', dues, ['named'], confusion);
  return 0;
};
