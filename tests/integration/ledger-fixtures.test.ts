import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseProject } from '../../src/app/analyse/analyse-project.ts';
import { valueWeights } from '../../src/domain/value/value-rules.ts';
import { ledgerTotals } from '../../src/store/value-ledger.ts';
import { recountedLedger } from '../../src/store/value-recount.ts';
import { importBench, NOW_MS, QUIET_CALL, valueOf, type ImportBench } from '../support/import-bench.ts';
import { ROOT } from '../support/root.ts';
import { smallExport } from '../support/small-export.ts';

const FORMATS = join(ROOT, 'tests/fixtures/formats');
const folders = readdirSync(FORMATS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
const filesOf = (folder: string): string[] => readdirSync(join(FORMATS, folder), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();

/** Analyses what a bench holds and counts its ledger twice. Returns the number of bookings. */
async function counted(bench: ImportBench, name: string): Promise<number> {
  const project = bench.project();
  valueOf(await analyseProject(bench.context, {}, QUIET_CALL));
  const { credits, debits, bookings } = ledgerTotals(project, { brandId: null, condition: null });
  const { recounted, differences } = recountedLedger(project, valueWeights());
  expect({ name, differences }).toEqual({ name, differences: 0 });
  expect(debits, name).toBeCloseTo(credits, 6);
  expect(recounted, name).toBeCloseTo(credits, 6);
  return bookings;
}

describe('the second count of the ledger agrees', () => {
  it('on every format of the fixtures that can be imported', async () => {
    const booked: Record<string, number> = {};
    let messages = 0;
    for (const folder of folders) {
      const bench = importBench();
      try {
        for (const path of filesOf(folder)) await bench.run(path, { file: { collectedAtMs: NOW_MS } });
        const held = (bench.rows('SELECT count(*) AS held FROM message')[0] as { held: number }).held;
        messages += held;
        if (held > 0) booked[folder] = await counted(bench, folder);
      } finally {
        bench.close();
      }
    }
    // most fixtures are small and some hold brands only: what matters is that enough of them book something at all
    expect(messages).toBeGreaterThan(100);
    expect(Object.keys(booked).length).toBeGreaterThan(folders.length / 2);
    expect(Object.values(booked).filter((bookings) => bookings > 0).length).toBeGreaterThan(folders.length / 3);
  }, 300_000);

  it('on all of them in one project, and on the small export', async () => {
    const all = importBench();
    try {
      for (const folder of folders) for (const path of filesOf(folder)) await all.run(path, { file: { collectedAtMs: NOW_MS } });
      expect(await counted(all, 'all formats')).toBeGreaterThan(50);
    } finally {
      all.close();
    }
    const small = importBench();
    try {
      valueOf(await small.run(small.file('small.csv', smallExport()), { ownBrand: { name: 'Aurora', accounts: ['Aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }] }));
      expect(await counted(small, 'small export')).toBeGreaterThan(100);
    } finally {
      small.close();
    }
  }, 300_000);
});
