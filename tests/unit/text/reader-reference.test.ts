import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../../src/text/reader.ts';
import { referenceData } from '../../support/reference-data.ts';

const folder = join(referenceData() ?? 'absent', 'gold');

// Floors a little under the measured values: they guard against a rule that breaks others.
describe.skipIf(!existsSync(folder))('on labelled reference data', () => {
  it.each([['it', 0.76, 0.76], ['en', 0.69, 0.73]] as const)('%s keeps its accuracy', (language, intentFloor, sentimentFloor) => {
    const rows = readFileSync(join(folder, `${language}.jsonl`), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
    const readings = createReader().readMany(rows.map((row) => ({ id: row['id'] ?? '', text: row['text'] ?? '', direction: 'inbound', sourceLanguage: language })));
    const share = (a: string, b: string, said: (index: number) => string | null | undefined): number => {
      const agreed = rows.map((row, index) => ({ row, index })).filter(({ row }) => row[a] === row[b]);
      return agreed.filter(({ row, index }) => said(index) === row[a]).length / agreed.length;
    };
    expect(share('intentA', 'intentB', (index) => readings[index]?.intent)).toBeGreaterThan(intentFloor);
    expect(share('sentimentA', 'sentimentB', (index) => readings[index]?.sentiment)).toBeGreaterThan(sentimentFloor);
  });
});
