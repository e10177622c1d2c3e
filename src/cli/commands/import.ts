import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { mappingSchema, type ImportCheck, type ImportReport, type Mapping } from '../../contract/operations/imports.ts';
import { isoInstant, namedBrand, UsageError, type ParsedArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { printOutcome, table } from '../terminal.ts';
import { calledJob, openProject, terminalEngine } from '../terminal-engine.ts';

/** Imports files into a project, which is made when there is none. */
export const importCommand: Command = {
  name: 'import',
  usage: 'PROJECT FILE... [--format auto|ID] [--mapping FILE] [--time-zone Z] [--collected-at ISO] [--brand NAME]... [--competitor NAME]... [--employee NAME]... [--partner NAME]... [--dry-run]',
  does: 'imports files, archives and folders; prints counts, rows not imported with reasons, duplicates, coverage; --dry-run reads everything and stores nothing',
  options: { format: 'value', mapping: 'value', 'time-zone': 'value', 'collected-at': 'value', brand: 'values', competitor: 'values', employee: 'values', partner: 'values', 'dry-run': 'flag' },
  async run(parsed, terminal) {
    const [project, ...paths] = parsed.positionals;
    if (project === undefined || paths.length === 0) throw new UsageError('missing PROJECT or FILE');
    const collectedAtMs = isoInstant('collected-at', parsed.values.get('collected-at'));
    const timeZone = knownTimeZone(parsed.values.get('time-zone'));
    const format = parsed.values.get('format');
    const mapping = await mappingFrom(parsed.values.get('mapping'));
    const brands = brandsOf(parsed);
    const isDry = parsed.flags.has('dry-run');
    const engine = terminalEngine(terminal);
    try {
      // a dry run compares with the project when there is one, and makes none
      if (!isDry || (await isThere(project))) {
        const opened = await openProject(engine, project, { create: true });
        if (!opened.ok) return printOutcome(terminal, opened, () => '');
      }
      const found = await expandedPaths(paths);
      const files = [];
      for (const { path, name } of found.files) {
        files.push({
          file: await engine.registerFile(path, name),
          ...(format === undefined || format === 'auto' ? {} : { format }),
          ...(mapping === undefined ? {} : { mapping }),
          ...(timeZone === undefined ? {} : { timeZone }),
          ...(collectedAtMs === undefined ? {} : { collectedAtMs }),
        });
      }
      const request = { files, ...(found.fromFolder ? { skipUnreadable: true } : {}) };
      if (isDry) return printOutcome(terminal, await calledJob(terminal, engine, 'import.check', request), checkText);
      return printOutcome(terminal, await calledJob(terminal, engine, 'import.run', { ...request, ...brands }), importText);
    } finally {
      await engine.close();
    }
  },
};

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** Files as named; a folder stands for every file below it, named by its path in the folder, in the order of names. Hidden files are left out. */
async function expandedPaths(paths: readonly string[]): Promise<{ files: { path: string; name: string }[]; fromFolder: boolean }> {
  const files: { path: string; name: string }[] = [];
  let fromFolder = false;
  for (const written of paths) {
    const path = resolve(written);
    if ((await stat(path).catch(() => null))?.isDirectory() !== true) {
      files.push({ path, name: basename(path) });
      continue;
    }
    fromFolder = true;
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const below = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name)).sort();
    files.push(...below.map((file) => ({ path: file, name: relative(path, file).replaceAll('\\', '/') })));
  }
  if (files.length === 0) throw new UsageError(`no files: ${paths.join(', ')} holds none`);
  return { files, fromFolder };
}

/** The brands and people that the options name. The first --brand is the project's own; its accounts may come in several. */
function brandsOf({ lists }: ParsedArguments): object {
  const own = (lists.get('brand') ?? []).map((text) => namedBrand('brand', text));
  const competitors = (lists.get('competitor') ?? []).map((text) => namedBrand('competitor', text));
  const [first] = own;
  return {
    ...(first === undefined ? {} : { ownBrand: { name: first.name, accounts: [...new Set(own.flatMap(({ accounts }) => accounts))] } }),
    ...(competitors.length === 0 ? {} : { competitors }),
    ...(lists.has('employee') ? { employees: [...(lists.get('employee') ?? [])] } : {}),
    ...(lists.has('partner') ? { partners: [...(lists.get('partner') ?? [])] } : {}),
  };
}

async function mappingFrom(path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new UsageError(`invalid --mapping: ${path} is not a readable JSON file`);
  }
  const mapping = mappingSchema.safeParse(parsed);
  if (!mapping.success) throw new UsageError(`invalid --mapping: ${mapping.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ')}`);
  return mapping.data;
}

function knownTimeZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError(`invalid --time-zone: ${zone} is not an IANA zone`);
  }
}

/** Files left out of a folder, for people. */
function skippedText(skipped: ImportReport['skipped']): string[] {
  return skipped.length === 0 ? [] : [`left out: ${skipped.length} files`, ...skipped.slice(0, 10).map(({ name, reason }) => `  ${name}: ${reason}`), ...(skipped.length > 10 ? [`  and ${skipped.length - 10} more`] : [])];
}

/** Files told one by one; of more only their sum. */
const MOST_BLOCKS = 20;

/** The first of many files, and what all of them hold together. */
function shownBlocks(blocks: readonly string[], files: readonly { readonly rows: number; readonly messages: number; readonly reactions: number; readonly rejected: number }[]): string[] {
  if (blocks.length < 2) return [...blocks];
  const sum = (of: 'rows' | 'messages' | 'reactions' | 'rejected'): number => files.reduce((total, file) => total + file[of], 0);
  const more = blocks.length > MOST_BLOCKS ? [`and ${blocks.length - MOST_BLOCKS} more files`] : [];
  return [...blocks.slice(0, MOST_BLOCKS), ...more, `${files.length} files together\n${table([['  rows', sum('rows')], ['  messages', sum('messages')], ['  reactions', sum('reactions')], ['  not imported', sum('rejected')]])}`];
}

/** What a dry run found, for people. */
function checkText({ files, skipped }: ImportCheck): string {
  const blocks = files.map(({ file, formats, rows, messages, reactions, known, copies, rejected, withoutTime, withoutAuthor, replies, reasons, unread, firstAtMs, lastAtMs }) => [
    `${file} (${formats.join(', ')})`,
    table([['  rows', rows], ['  messages', messages], ['  already in the project', known], ['  copies in these files', copies], ['  replies', replies], ['  reactions', reactions], ['  without an exact time', withoutTime], ['  without an author', withoutAuthor], ['  would not be imported', rejected]]),
    ...(firstAtMs === null || lastAtMs === null ? [] : [`    from ${new Date(firstAtMs).toISOString()} to ${new Date(lastAtMs).toISOString()}`]),
    ...reasons.map(({ code, count, firstRow }) => `    ${code}: ${count}, first at line ${firstRow}`),
    ...unread.slice(0, 10).map(({ name, reason }) => `    not read: ${name}: ${reason}`),
  ].join('\n'));
  return [...shownBlocks(blocks, files), ...skippedText(skipped), 'nothing was stored'].join('\n\n');
}

/** The report of an import for people. */
export function importText({ imports, skipped }: ImportReport): string {
  const blocks = imports
    .map(({ file, format, rows, messages, accounts, reactions, duplicates, rejected, reasons, unreadable, coverage, seconds }) => [
      `${file} (${format}, ${seconds.toFixed(1)} s)`,
      table([['  rows', rows], ['  messages', messages], ['  accounts', accounts], ['  reactions', reactions], ['  duplicates', duplicates], ['  not imported', rejected]]),
      ...reasons.filter(({ code }) => code !== 'unreadable-part').map(({ code, count, firstRow }) => `    ${code}: ${count}, first at line ${firstRow}`),
      ...unreadable.map(({ name, reason }) => `    not read: ${name}: ${reason}${reason.startsWith('ambiguous dates') ? ' (a mapping file {"columns":{},"dateOrder":"day-first"} given to --mapping says it)' : ''}`),
      ...(coverage.length === 0 ? [] : ['  replies of the brand by container']),
      ...coverage.slice(0, 20).map(({ container, brand, replies, reason }) => `    ${container}${brand === null ? '' : ` (${brand})`}: ${replies}, ${reason}`),
      ...(coverage.length > 20 ? [`    and ${coverage.length - 20} more`] : []),
    ].join('\n'));
  return [...shownBlocks(blocks, imports), ...skippedText(skipped)].join('\n\n');
}
