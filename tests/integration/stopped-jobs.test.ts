import { describe, expect, onTestFinished, test } from 'vitest';
import { madeUpTwcsRows } from '../../scripts/bench/made-up-twcs.ts';
import { analyseProject } from '../../src/app/analyse/analyse-project.ts';
import type { CallContext } from '../../src/contract/dispatch.ts';
import { sharedAbortSignal } from '../../src/engine/shared-abort-signal.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { rollBackOpenImports } from '../../src/store/import-rollback.ts';
import { importBench, valueOf, type ImportBench } from '../support/import-bench.ts';
import { differences, projectContents } from '../support/project-contents.ts';
import { smallExport } from '../support/small-export.ts';

/** A call that another thread stops in the middle of a busy loop, at the n-th report of a phase; tells what the job still reported afterwards, and how many rows it wrote. */
function stoppedAt(bench: ImportBench, phase: string, report: number): { readonly call: CallContext; readonly after: () => number; readonly rowsWritten: () => number; readonly looksAfter: () => number } {
  const flag = new SharedArrayBuffer(4);
  let looks = 0;
  const { signal } = sharedAbortSignal(flag, () => (looks += 1));
  let seen = 0;
  let after = 0;
  let written = 0;
  const changes = (): number => bench.project().connection.prepare('SELECT total_changes()').pluck().get() as number;
  return {
    call: {
      signal,
      onProgress: (progress) => {
        if (Atomics.load(new Int32Array(flag), 0) === 1) after += 1;
        else if (progress.phase === phase && (seen += 1) === report) {
          Atomics.store(new Int32Array(flag), 0, 1);
          written = changes();
        }
      },
    },
    after: () => after,
    looksAfter: () => looks,
    rowsWritten: () => changes() - written,
  };
}

function bench(): ImportBench {
  const made = importBench();
  onTestFinished(() => made.close());
  return made;
}

const rows = (count: number, seed: number): string => `${[...madeUpTwcsRows(count, seed)].join('\n')}\n`;
const ADDED = 400;

/** A project with messages in it, and a file of others beside them. */
async function filled(): Promise<{ work: ImportBench; more: string }> {
  const work = bench();
  valueOf(await work.run(work.file('base.csv', smallExport(1500)), { ownBrand: { name: 'Aurora' } }));
  return { work, more: work.file('more.csv', rows(ADDED, 4)) };
}

describe('an import that is stopped by a flag alone, as from another thread', () => {
  test.each([['rows', 1], ['links', 1], ['mentions', 1], ['search', 1]] as const)('in an addition, at %s: takes at most one further step, and putting back costs what it brought', async (phase, report) => {
    const { work, more } = await filled();
    const before = projectContents(work.project());
    const stopped = stoppedAt(work, phase, report);
    expect(await work.run(more, {}, stopped.call)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(stopped.after()).toBeLessThanOrEqual(1);
    expect(stopped.looksAfter()).toBe(1);
    // some ten rows a message: itself, who wrote it, whom it names, its words; the project's own 2,700 messages are let be
    expect(stopped.rowsWritten()).toBeLessThan(14 * ADDED);
    expect(differences(projectContents(work.project()), before)).toEqual({});
    expect(projectProblems(work.project())).toEqual([]);
    expect(valueOf(await work.run(more)).imports[0]).toMatchObject({ messages: ADDED });
    expect(projectProblems(work.project())).toEqual([]);
  });

  test.each([['rows', 1], ['indexes', 2], ['mentions', 1]] as const)('in the first import, at %s', async (phase, report) => {
    const work = bench();
    const stopped = stoppedAt(work, phase, report);
    expect(await work.run(work.file('more.csv', rows(3000, 4)), {}, stopped.call)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(stopped.after()).toBeLessThanOrEqual(1);
    expect(work.rows('SELECT id FROM message UNION ALL SELECT id FROM account UNION ALL SELECT id FROM import')).toEqual([]);
    expect(projectProblems(work.project())).toEqual([]);
  });

  test('in an addition that met what is there: all is as before', async () => {
    const { work } = await filled();
    const before = projectContents(work.project());
    const again = work.file('again.csv', smallExport(1600).replaceAll('Apriamo alle otto', 'Apriamo alle nove in punto'));
    for (const phase of ['rows', 'search']) {
      const stopped = stoppedAt(work, phase, 1);
      expect(await work.run(again, {}, stopped.call)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
      expect(stopped.after()).toBeLessThanOrEqual(1);
      expect(differences(projectContents(work.project()), before)).toEqual({});
      expect(projectProblems(work.project())).toEqual([]);
    }
  });

  test('of two files, in the search for words: both are taken back', async () => {
    const { work, more } = await filled();
    const before = projectContents(work.project());
    const stopped = stoppedAt(work, 'search', 1);
    expect(await work.run([more, work.file('third.csv', rows(1500, 9))], {}, stopped.call)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(differences(projectContents(work.project()), before)).toEqual({});
    expect(projectProblems(work.project())).toEqual([]);
    expect(work.rows(`SELECT key FROM setting WHERE key = 'search_indexed_through'`)).toEqual([]);
  });
});

test('an import that an earlier version of the program left open is taken back with an index of words made anew', async () => {
  const { work, more } = await filled();
  const before = projectContents(work.project());
  valueOf(await work.run(more));
  // as a crash of that version left it: open, its words indexed, and no note of how far
  work.project().connection.exec(`UPDATE import SET state = 'open' WHERE id = (SELECT max(id) FROM import)`);
  expect(rollBackOpenImports(work.project())).toBe(1);
  expect(differences(projectContents(work.project()), before)).toEqual({});
  expect(projectProblems(work.project())).toEqual([]);
});

test.each(['read', 'roles', 'derive', 'aggregate'] as const)('an analysis that is stopped by a flag alone at %s takes at most one further step', async (phase) => {
  const { work } = await filled();
  const stopped = stoppedAt(work, phase, 1);
  expect(await analyseProject(work.context, {}, stopped.call)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(stopped.after()).toBeLessThanOrEqual(1);
  expect(await analyseProject(work.context, {}, { signal: new AbortController().signal, onProgress: () => undefined })).toMatchObject({ ok: true });
});
