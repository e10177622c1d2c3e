import { appendFileSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectProblems } from '../../src/store/check-project.ts';
import { importBench, valueOf, type ImportBench } from '../support/import-bench.ts';
import { smallExport } from '../support/small-export.ts';

let bench: ImportBench;
beforeEach(() => {
  bench = importBench();
});
afterEach(() => bench.close());

/** Imports a file of some batches and does something to it once its rows are being read. */
async function importedWhile(act: (path: string) => void, name = 'export.csv'): ReturnType<ImportBench['run']> {
  const path = bench.file(name, smallExport(2000));
  let isDone = false;
  const outcome = await bench.run(path, {}, {
    onProgress: ({ phase }) => {
      if (phase !== 'rows' || isDone) return;
      isDone = true;
      act(path);
    },
  });
  expect(isDone).toBe(true);
  return outcome;
}

const counts = (): unknown => bench.rows('SELECT (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM import) AS imports');
const NOTHING = [{ messages: 0, accounts: 0, imports: 0 }];

it.each<readonly [string, (path: string) => void]>([
  ['grows', (path) => appendFileSync(path, 'another,row\n')],
  ['is cut', (path) => truncateSync(path, 1000)],
  ['is written anew with as many bytes', (path) => writeFileSync(path, readFileSync(path, 'utf8').replaceAll('a', 'b'))],
  ['is exchanged for another', (path) => { writeFileSync(`${path}.other`, 'id,text\n1,altro\n'); renameSync(`${path}.other`, path); }],
  ['is deleted', (path) => rmSync(path)],
])('a file that %s while it is imported is refused by its name, and nothing of it stays', async (_what, act) => {
  const outcome = await importedWhile(act);
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreadable-file', message: expect.stringMatching(/^export\.csv changed while it was read/) as string } });
  expect(counts()).toEqual(NOTHING);
  expect(projectProblems(bench.project())).toEqual([]);
  // once it is left alone it comes in
  expect(valueOf(await bench.run(bench.file('export.csv', smallExport(20)))).imports[0]?.messages).toBeGreaterThan(0);
});

it('a file that was only touched is the same file', async () => {
  const value = valueOf(await importedWhile((path) => utimesSync(path, new Date(0), new Date(0))));
  expect(value.imports[0]?.messages).toBeGreaterThan(1000);
});
