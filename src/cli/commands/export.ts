import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { OperationValue } from '../../contract/operations.ts';
import type { Engine } from '../../engine/engine.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { parquetTable } from '../parquet-table.ts';
import { printOutcome, table as textTable } from '../terminal.ts';
import { called, openProject, PRODUCT_ROOT, terminalEngine } from '../terminal-engine.ts';

const ROWS_A_GROUP = 50_000;
const SCRIPTS = ['views.sql', 'duckdb.sql'] as const;

interface ExportedTable {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Writes a project's tables for engines that hold more than one machine does, with the same definitions as SQL. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'PROJECT --to DIR',
  does: 'writes messages, accounts, requests, bookings and tribes as Parquet into DIR, with their columns explained and the figures as SQL for DuckDB and the like; texts and handles are in them: nothing for a client',
  options: { to: 'value' },
  async run({ positionals, values }, terminal) {
    const [project, extra] = positionals;
    const to = values.get('to');
    if (project === undefined || to === undefined) throw new UsageError('missing PROJECT or --to DIR');
    if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
    const engine = terminalEngine(terminal);
    try {
      const opened = await openProject(engine, project);
      if (!opened.ok) return printOutcome(terminal, opened, () => '');
      return printOutcome(terminal, await exported(engine, resolve(to)), ({ tables }) => textTable(tables.map(({ name, rows, bytes }) => [name, `${rows} rows`, `${(bytes / 1024 ** 2).toFixed(1)} MiB`])));
    } finally {
      await engine.close();
    }
  },
};

async function exported(engine: Engine, folder: string): Promise<Outcome<{ tables: ExportedTable[] }>> {
  const listed = await called(engine, 'warehouse.tables', {});
  if (!listed.ok) return listed;
  const tables: ExportedTable[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, columns } of listed.value.tables) {
      const path = join(folder, `${name}.parquet`);
      const written = await writtenTable(engine, path, { name, columns });
      if (!written.ok) return written;
      tables.push({ name, rows: written.value, bytes: (await stat(path)).size });
    }
    for (const script of SCRIPTS) await copyFile(join(PRODUCT_ROOT, 'resources', 'warehouse', script), join(folder, script));
    await writeFile(join(folder, 'columns.json'), `${JSON.stringify(listed.value.tables, null, 2)}\n`);
  } catch {
    return failed('io-error', 'the folder given with --to cannot be made or written');
  }
  return success({ tables });
}

async function writtenTable(engine: Engine, path: string, { name, columns }: Pick<OperationValue<'warehouse.tables'>['tables'][number], 'name' | 'columns'>): Promise<Outcome<number>> {
  const file = parquetTable(path, columns);
  let rows = 0;
  let after: number | null = null;
  do {
    const page: Outcome<OperationValue<'warehouse.page'>> = await called(engine, 'warehouse.page', { table: name, after, size: ROWS_A_GROUP });
    if (!page.ok) return page;
    rows += page.value.columns[0]?.length ?? 0;
    file.add(page.value.columns);
    after = page.value.after;
  } while (after !== null);
  file.finish();
  return success(rows);
}
