import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analysisHandlers } from '../../src/app/analyse/analysis-handlers.ts';
import { backupHandlers } from '../../src/app/backups/backup-handlers.ts';
import type { AppContext } from '../../src/app/context.ts';
import { labelHandlers } from '../../src/app/decide/label-handlers.ts';
import { importHandlers } from '../../src/app/import/import-handlers.ts';
import { closeOpenProject, opened, projectHandlers } from '../../src/app/project/project-handlers.ts';
import { createDispatch } from '../../src/contract/dispatch.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { rollingBackups } from '../../src/store/rolling-backups.ts';
import { ROOT } from './root.ts';

/** What can be attacked: the operations a person's work is made of. */
export const WORKS = ['create', 'import', 'edit', 'undo', 'analyse', 'migrate', 'backup', 'restore', 'save-as', 'save-over'] as const;
export type Work = (typeof WORKS)[number];

/** Works that write another project beside the one that is open, and go on in it. */
export function isSaving(work: Work): boolean {
  return work === 'save-as' || work === 'save-over';
}

/** The present of every run, so that two runs write the same. */
const NOW_MS = Date.UTC(2026, 2, 10, 9);

/** The real operations over one folder that holds `prova.tribuna` and `more.csv`, and where copies are called `copia.tribuna`; only what the attacks need, which starts sooner. */
export interface AttackedDesk {
  readonly call: (operation: string, input: unknown) => Promise<Outcome<unknown>>;
  readonly close: () => void;
}

export function attackedDesk(folder: string, onBug: (line: string) => void): AttackedDesk {
  const files = new Map(['prova.tribuna', 'copia.tribuna', 'more.csv'].map((name) => [name, { path: join(folder, name), name }]));
  const context: AppContext = {
    version: '0.0.0-test', host: 'terminal', capabilities: { dialogs: false, pdf: false }, timeZone: 'Europe/Rome', projectsFolder: folder, stateFolder: join(folder, 'state'), resourcesFolder: join(ROOT, 'resources'),
    now: () => NOW_MS, file: (handle) => files.get(handle) ?? null, emit: () => undefined, project: null,
  };
  const handlers = { ...projectHandlers(context), ...importHandlers(context), ...analysisHandlers(context), ...labelHandlers(context), ...backupHandlers(context, { open: (path) => opened(context, path), close: () => closeOpenProject(context) }) };
  const dispatch = createDispatch({ handlers, checkOutput: false, onBug: (operation, error) => onBug(`${operation}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`) });
  return { call: (operation, input) => dispatch(operation, input), close: () => closeOpenProject(context) };
}

const open = { operation: 'project.open', input: { file: { fileHandle: 'prova.tribuna' } } };
const label = (messageId: number, sentiment: string): Step => ({ operation: 'labels.set', input: { labels: [{ messageId, sentiment, intents: ['praise'] }, { messageId: messageId + 1, sentiment }] } });

interface Step {
  readonly operation: string;
  readonly input: unknown;
}

/** The steps of a work: those before it is attacked, and those under attack. */
export function stepsOf(work: Work, folder: string): { readonly before: readonly Step[]; readonly steps: readonly Step[] } {
  const path = join(folder, 'prova.tribuna');
  switch (work) {
    case 'create': return { before: [], steps: [{ operation: 'project.create', input: { name: 'Prova', file: { fileHandle: 'prova.tribuna' } } }] };
    case 'migrate': return { before: [], steps: [open] };
    case 'import': return { before: [open], steps: [{ operation: 'import.run', input: { files: [{ file: { fileHandle: 'more.csv' } }] } }] };
    case 'edit': return { before: [open], steps: [label(1, 'positive'), label(3, 'negative'), { operation: 'history.undo', input: {} }, { operation: 'brand.assign', input: { name: 'Nuova', own: false, accounts: ['1001'] } }, { operation: 'history.undo', input: {} }, { operation: 'history.redo', input: {} }, label(5, 'neutral'), label(1, 'negative')] };
    case 'undo': return { before: [open], steps: [{ operation: 'history.undo', input: {} }, { operation: 'history.redo', input: {} }] };
    case 'analyse': return { before: [open], steps: [{ operation: 'analyse.run', input: { seed: 9 } }] };
    case 'backup': return { before: [open], steps: [{ operation: 'backups.make', input: {} }, label(1, 'positive'), { operation: 'backups.make', input: {} }] };
    case 'save-as':
    case 'save-over': return { before: [open], steps: [{ operation: 'project.saveCopy', input: { file: { fileHandle: 'copia.tribuna' }, replace: work === 'save-over', open: true } }, label(1, 'positive')] };
    case 'restore': return { before: [open, label(1, 'positive')], steps: [{ operation: 'backups.restore', input: { name: rollingBackups(path).at(-1)?.name ?? 'none' } }] };
  }
}

/** Tables of records, of decisions and of history: what a change must leave whole. Those that an analysis makes again are left out. */
const KEPT = ['setting', 'network', 'brand', 'container', 'account', 'message', 'mention', 'reaction', 'import', 'import_part', 'rejection', 'sighting', 'reaction_sighting', 'own_statement', 'coverage', 'undone_part', 'journal', 'label_verdict', 'role_decision', 'identity_decision', 'plan_record'];

/** What the projects of a work keep: of one that saves elsewhere, both. */
export function keptInFolder(work: Work, folder: string): string {
  const own = keptDigest(join(folder, 'prova.tribuna'));
  return isSaving(work) ? `${own} ${keptDigest(join(folder, 'copia.tribuna'))}` : own;
}

/** A digest of all that a project keeps, by a look of its own at the file; `none` without a file. Works on a file that is open as well. */
export function keptDigest(path: string): string {
  if (!existsSync(path)) return 'none';
  const connection = new (databaseConstructor())(path, { readonly: true });
  try {
    const present = new Set(connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all());
    const digest = createHash('sha256');
    for (const table of KEPT.filter((name) => present.has(name))) {
      const rows = connection.prepare(`SELECT * FROM ${table}${table === 'setting' ? ` WHERE key IN ('name', 'time_zone', 'created_at_ms', 'data_version', 'own_brand_by', 'brand_claims')` : ''} ORDER BY 1, 2`).raw().all();
      digest.update(`${table} ${JSON.stringify(rows)}\n`);
    }
    return digest.digest('hex');
  } finally {
    connection.close();
  }
}
