import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { analyseProject } from '../../src/app/analyse/analyse-project.ts';
import type { AppContext } from '../../src/app/context.ts';
import { labelHandlers } from '../../src/app/decide/label-handlers.ts';
import { undoImport } from '../../src/app/import/undo-import.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import { roleHandlers } from '../../src/app/roles/role-handlers.ts';
import { valueWeights } from '../../src/domain/value/value-rules.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { forgetLedger, isLedgerWhole } from '../../src/store/ledger-marks.ts';
import { openProject } from '../../src/store/open-project.ts';
import { recountedLedger } from '../../src/store/value-recount.ts';
import { VALUE_DEFINITION_VERSION } from '../../src/app/value/derive-value.ts';
import { importBench, NOW_MS, QUIET_CALL, valueOf, type ImportBench } from '../support/import-bench.ts';
import { smallExport } from '../support/small-export.ts';

const TABLES = ['booking ORDER BY id', 'account_balance ORDER BY account_id', 'tribe_member ORDER BY tribe, account_id', 'tribe ORDER BY id', 'request ORDER BY id'];
/** Ids of pieces and names of their groups go on from the analysis before; what becomes of each does not. */
const PIECES = 'SELECT message_id, kind, brand_id, account_id, at_ms, state, unseen, answered, thanked, reused, reply_ms, watched_ms, probability, leads, author_points, department, department_rule, department_words, likeness, requester_id FROM value_piece ORDER BY id';

type Rows = Record<string, unknown[]>;

function rows(context: AppContext): Rows {
  const connection = context.project?.connection;
  if (connection === undefined) throw new Error('no project is open');
  return { ...Object.fromEntries(TABLES.map((table) => [table, connection.prepare(`SELECT * FROM ${table}`).raw().all()])), pieces: connection.prepare(PIECES).raw().all() };
}

/** Analyses the project, and a copy of it whose ledger is made anew: both must hold the same, and agree with the second count. */
async function sameAsAnew(bench: ImportBench, step: string): Promise<{ readonly kept: boolean }> {
  const project = bench.project();
  const kept = isLedgerWhole(project, 'bookings', VALUE_DEFINITION_VERSION);
  valueOf(await analyseProject(bench.context, {}, QUIET_CALL));
  expect(recountedLedger(project, valueWeights()).differences, step).toBe(0);
  project.connection.pragma('wal_checkpoint(TRUNCATE)');
  const path = join(bench.folder, 'copy.tribuna');
  copyFileSync(project.path, path);
  const copy: AppContext = { ...bench.context, project: openProject(path) };
  if (copy.project === null) throw new Error('no copy');
  try {
    forgetLedger(copy.project);
    copy.project.connection.exec(`DELETE FROM stage WHERE name IN ('derive', 'aggregate')`);
    valueOf(await analyseProject(copy, {}, QUIET_CALL));
    const [made, anew] = [rows(bench.context), rows(copy)];
    for (const table of Object.keys(anew)) expect({ step, table, rows: made[table] }).toEqual({ step, table, rows: anew[table] });
  } finally {
    closeProject(copy.project);
  }
  return { kept };
}

it('is the ledger made anew after imports, corrections, roles, removals and their undoing', async () => {
  const bench = importBench();
  onTestFinished(() => bench.close());
  const lines = smallExport(60).trimEnd().split('\n');
  const [head = ''] = lines;
  const part = (from: number, to: number): string => `${[head, ...lines.slice(1 + from, 1 + to)].join('\n')}\n`;
  // the first file ends within a conversation, the second goes on with it and holds some of the first again
  const parts = [part(0, 61), part(55, 90), part(90, lines.length)].map((text, place) => bench.file(`part-${place}.csv`, text));
  const bring = async (place: number): Promise<void> => void valueOf(await bench.run(parts[place] ?? '', { ownBrand: { name: 'Aurora', accounts: ['Aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }] }));
  const messageOf = (native: string): number => (bench.rows('SELECT id FROM message WHERE native_id = ?', native)[0] as { id: number }).id;
  const accountOf = (native: string): number => (bench.rows('SELECT id FROM account WHERE native_id = ?', native)[0] as { id: number }).id;
  const authors = bench.rows;

  await bring(0);
  expect(await sameAsAnew(bench, 'first')).toEqual({ kept: false });
  await bring(1);
  expect(await sameAsAnew(bench, 'second')).toEqual({ kept: true });
  valueOf(await Promise.resolve(labelHandlers(bench.context)['labels.set']({ labels: [{ messageId: messageOf('10010'), intents: ['idea', 'praise'] }, { messageId: messageOf('10041'), acts: ['promotion'] }] }, QUIET_CALL)));
  expect(await sameAsAnew(bench, 'labels')).toEqual({ kept: true });
  const someone = accountOf((authors(`SELECT native_id FROM account WHERE id NOT IN (SELECT account_id FROM account_role) ORDER BY id LIMIT 1`)[0] as { native_id: string }).native_id);
  const role = { accountId: someone, brand: 'Aurora', fromMs: null, toMs: null } as const;
  for (const decided of ['partner', 'voice', 'bot'] as const) {
    valueOf(await Promise.resolve(roleHandlers(bench.context)['roles.decide']({ decisions: [{ ...role, role: decided, verdict: 'is' }] }, QUIET_CALL)));
    expect(await sameAsAnew(bench, decided)).toEqual({ kept: true });
    expect(undoLast(bench.project())).toBe(true);
  }
  await bring(2);
  expect(await sameAsAnew(bench, 'third')).toEqual({ kept: true });
  // an import that is taken out leaves nothing to go on from
  expect(undoImport(bench.project(), 2, NOW_MS)).toBe(true);
  expect(await sameAsAnew(bench, 'removal')).toEqual({ kept: false });
  expect(undoLast(bench.project())).toBe(true);
  expect(await sameAsAnew(bench, 'brought back')).toEqual({ kept: false });
  expect(undoLast(bench.project())).toBe(true);
  expect(redoNext(bench.project())).toBe(true);
  expect(await sameAsAnew(bench, 'redone')).toEqual({ kept: false });
}, 300_000);
