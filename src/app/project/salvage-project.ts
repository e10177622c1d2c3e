import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { OperationValue } from '../../contract/operations.ts';
import { csvCell } from '../../domain/wording/csv-cell.ts';
import { damagedPages } from '../../store/damaged-pages.ts';
import { syncFile, syncFolder } from '../../store/durable-file.ts';
import { isWriteProtected } from '../../store/project-file.ts';
import type { RecordValue } from '../../store/record-values.ts';
import { salvagedTables, type NamedRow, type SalvagedTables } from '../../store/salvaged-tables.ts';
import type { Losses } from '../../store/salvaged-rows.ts';

/** What came out of a damaged project, and what did not. */
export type SalvageAccount = OperationValue<'project.salvage'>;

/** What people decided, wrote down and set, by table. Each names messages and people by what sources call them. */
const DECISIONS = [
  'label_verdict', 'role_decision', 'identity_decision', 'duplicate_decision', 'promise_verdict', 'dictionary', 'weight_version', 'piece_route', 'piece_route_step', 'piece_pair', 'question_card',
  'own_tribe', 'tribe_edit', 'tribe_judgement', 'plan_record',
] as const;

const MESSAGE_COLUMNS = ['network', 'kind', 'id', 'parent_id', 'thread_id', 'container', 'author_id', 'author_handle', 'author_name', 'created_at', 'text', 'url', 'likes', 'replies', 'shares', 'views', 'rating'] as const;
const ACCOUNT_COLUMNS = ['network', 'id', 'handle', 'name', 'followers'] as const;
/** Rows that wait to be written together. */
const PAGE = 500;

const cell = (value: RecordValue | undefined): string => (value === null || value === undefined ? '' : typeof value === 'number' ? String(value) : csvCell(String(value)));

function time(value: RecordValue | undefined): string {
  const date = typeof value === 'number' ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** Writes lines of CSV page by page; returns what takes a row and what ends the file on the disk. */
function csvFile(path: string, columns: readonly string[]): { readonly add: (cells: readonly string[]) => void; readonly end: () => void } {
  const handle = openSync(path, 'wx', 0o600);
  let waiting = [columns.join(',')];
  const flush = (): void => {
    if (waiting.length > 0) writeSync(handle, `${waiting.join('\r\n')}\r\n`);
    waiting = [];
  };
  return {
    add(cells) {
      waiting.push(cells.join(','));
      if (waiting.length >= PAGE) flush();
    },
    end() {
      flush();
      closeSync(handle);
      syncFile(path);
    },
  };
}

function writeMessages(tables: SalvagedTables, folder: string, { networks, containers, accounts }: { readonly networks: ReadonlyMap<RecordValue, string>; readonly containers: ReadonlyMap<RecordValue, NamedRow>; readonly accounts: ReadonlyMap<RecordValue, NamedRow> }): { read: number; losses: Losses } {
  const file = csvFile(join(folder, 'messages.csv'), MESSAGE_COLUMNS);
  const losses: Losses = { pages: 0, rows: 0 };
  let read = 0;
  try {
    tables.each('message', losses, (row) => {
      const author = accounts.get(row['account_id'] ?? null);
      read += 1;
      file.add([
        csvCell(networks.get(row['network_id'] ?? null) ?? ''), cell(row['kind']), cell(row['native_id']), cell(row['parent_native_id']), cell(row['root_native_id']), cell(containers.get(row['container_id'] ?? null)?.['name']),
        cell(author?.['native_id']), cell(author?.['handle']), cell(author?.['name']), time(row['created_at_ms']), cell(row['text']), cell(row['url']), cell(row['likes']), cell(row['replies']), cell(row['shares']), cell(row['views']), cell(row['rating']),
      ]);
    });
  } finally {
    file.end();
  }
  return { read, losses };
}

/** A folder beside the project that is not there yet; in `otherwise` where the project's own folder cannot be written. */
function freeFolder(path: string, otherwise: string): string {
  const place = isWriteProtected(path) ? otherwise : dirname(path);
  const stem = join(place, `${basename(path).replace(/\.tribuna$/, '')}.recovered`);
  for (let copy = 1; ; copy += 1) {
    const folder = copy === 1 ? stem : `${stem} ${String(copy)}`;
    if (!existsSync(folder)) return folder;
  }
}

const withoutBuffers = (_name: string, value: unknown): unknown => (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value && Array.isArray(value.data) ? Buffer.from(value.data as number[]).toString('base64') : value);

/**
 * Writes what can still be read of a project into a new folder: `messages.csv` and `accounts.csv`, which can be imported into
 * a new project, `decisions.json`, and `account.json` with the counts. The project is read as bytes, page by page, with its log where
 * that is its own; nothing is written to it or opened by the database. The folder takes its name when all of it is on the disk.
 * Counts are of what was read and of the least that was not: a page that cannot be read held some rows, nobody knows how many.
 * `declared`: messages that the imports counted when they were made, null when that cannot be read. Throws what the disk throws,
 * and leaves no folder then. O(size of the file).
 */
export function salvageProject(path: string, { projectsFolder }: { readonly projectsFolder: string }): SalvageAccount {
  const pages = damagedPages(path);
  let making: string | null = null;
  try {
    const tables = salvagedTables(pages);
    const folder = freeFolder(path, projectsFolder);
    making = `${folder}.new`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    const networks = new Map(tables.all('network').rows.map((row) => [row['id'] ?? null, String(row['code'])]));
    const containers = new Map(tables.all('container').rows.map((row) => [row['id'] ?? null, row]));
    const imports = tables.all('import');
    const done = imports.rows.filter((row) => row['state'] === 'done');
    const accounts = new Map<RecordValue, NamedRow>();
    const accountLosses: Losses = { pages: 0, rows: 0 };
    const accountFile = csvFile(join(making, 'accounts.csv'), ACCOUNT_COLUMNS);
    tables.each('account', accountLosses, (row) => {
      accounts.set(row['id'] ?? null, row);
      accountFile.add([csvCell(networks.get(row['network_id'] ?? null) ?? ''), cell(row['native_id']), cell(row['handle']), cell(row['name']), cell(row['followers'])]);
    });
    accountFile.end();
    const messages = writeMessages(tables, making, { networks, containers, accounts });
    const decisions = DECISIONS.map((table) => ({ table, ...tables.all(table) }));
    const decisionLosses = decisions.reduce<Losses>((sum, { losses }) => ({ pages: sum.pages + losses.pages, rows: sum.rows + losses.rows }), { pages: 0, rows: 0 });
    const account: SalvageAccount = {
      folder: basename(folder), beside: dirname(folder) === dirname(path),
      messages: { read: messages.read, unreadableRows: messages.losses.rows, unreadablePages: messages.losses.pages },
      accounts: { read: accounts.size, unreadableRows: accountLosses.rows, unreadablePages: accountLosses.pages },
      decisions: { read: decisions.reduce((sum, { rows }) => sum + rows.length, 0), unreadableRows: decisionLosses.rows, unreadablePages: decisionLosses.pages },
      declared: done.length === 0 || imports.losses.pages + imports.losses.rows > 0 ? null : done.reduce((sum, row) => sum + Number(row['message_count'] ?? 0), 0),
    };
    const written = { 'decisions.json': JSON.stringify(Object.fromEntries(decisions.map(({ table, rows }) => [table, rows])), withoutBuffers, 1), 'account.json': JSON.stringify(account, null, 1) };
    for (const [name, text] of Object.entries(written)) {
      writeFileSync(join(making, name), `${text}\n`, { mode: 0o600 });
      syncFile(join(making, name));
    }
    syncFolder(making);
    renameSync(making, folder);
    making = null;
    syncFolder(dirname(folder));
    return account;
  } finally {
    pages.close();
    if (making !== null) rmSync(making, { recursive: true, force: true });
  }
}
