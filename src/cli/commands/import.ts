import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { mappingSchema, type ImportReport, type Mapping } from '../../contract/operations/imports.ts';
import { isoInstant, namedBrand, UsageError, type ParsedArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { printOutcome, table } from '../terminal.ts';
import { called, openProject, terminalEngine } from '../terminal-engine.ts';

/** Imports files into a project, which is made when there is none. */
export const importCommand: Command = {
  name: 'import',
  usage: 'PROJECT FILE... [--format auto|ID] [--mapping FILE] [--time-zone Z] [--collected-at ISO] [--brand NAME]... [--competitor NAME]... [--employee NAME]... [--partner NAME]...',
  does: 'imports files; prints counts, rows not imported with reasons, duplicates, coverage',
  options: { format: 'value', mapping: 'value', 'time-zone': 'value', 'collected-at': 'value', brand: 'values', competitor: 'values', employee: 'values', partner: 'values' },
  async run(parsed, terminal) {
    const [project, ...paths] = parsed.positionals;
    if (project === undefined || paths.length === 0) throw new UsageError('missing PROJECT or FILE');
    const collectedAtMs = isoInstant('collected-at', parsed.values.get('collected-at'));
    const timeZone = knownTimeZone(parsed.values.get('time-zone'));
    const format = parsed.values.get('format');
    const mapping = await mappingFrom(parsed.values.get('mapping'));
    const brands = brandsOf(parsed);
    const engine = terminalEngine(terminal);
    try {
      const opened = await openProject(engine, project, { create: true });
      if (!opened.ok) return printOutcome(terminal, opened, () => '');
      const files = [];
      for (const path of paths) {
        files.push({
          file: await engine.registerFile(resolve(path), basename(path)),
          ...(format === undefined || format === 'auto' ? {} : { format }),
          ...(mapping === undefined ? {} : { mapping }),
          ...(timeZone === undefined ? {} : { timeZone }),
          ...(collectedAtMs === undefined ? {} : { collectedAtMs }),
        });
      }
      return printOutcome(terminal, await called(engine, 'import.run', { files, ...brands }), importText);
    } finally {
      await engine.close();
    }
  },
};

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

/** The report of an import for people. */
export function importText({ imports }: ImportReport): string {
  return imports
    .map(({ file, format, rows, messages, accounts, reactions, duplicates, rejected, reasons, coverage, seconds }) => [
      `${file} (${format}, ${seconds.toFixed(1)} s)`,
      table([['  rows', rows], ['  messages', messages], ['  accounts', accounts], ['  reactions', reactions], ['  duplicates', duplicates], ['  not imported', rejected]]),
      ...reasons.map(({ code, count, firstRow }) => `    ${code}: ${count}, first at line ${firstRow}`),
      ...(coverage.length === 0 ? [] : ['  replies of the brand by container']),
      ...coverage.slice(0, 20).map(({ container, brand, replies, reason }) => `    ${container}${brand === null ? '' : ` (${brand})`}: ${replies}, ${reason}`),
      ...(coverage.length > 20 ? [`    and ${coverage.length - 20} more`] : []),
    ].join('\n'))
    .join('\n\n');
}
