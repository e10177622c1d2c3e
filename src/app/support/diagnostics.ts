import { statfsSync } from 'node:fs';
import { cpus, freemem, release, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { rollingBackups } from '../../store/rolling-backups.ts';
import { projectSize } from '../../store/table-counts.ts';
import type { AppContext } from '../context.ts';
import { isAnalysed } from '../analyse/analyse-project.ts';
import { recentProjects } from '../project/recent-projects.ts';
import { builtOn } from './built-on.ts';

const LOG_LINES = 300;
const MEBIBYTE = 1024 ** 2;

/** Versions of what the program runs on, by name; what is not there is left out. */
export function runtimeVersions(): readonly { readonly name: string; readonly version: string }[] {
  const { node, electron, chrome, v8 } = process.versions as Readonly<Record<string, string | undefined>>;
  return [['Electron', electron], ['Chromium', chrome], ['Node', node], ['V8', v8]].flatMap(([name = '', version]) => (version === undefined ? [] : [{ name, version }]));
}

/**
 * What helps to understand a fault, as a text for a person to read before it goes anywhere: versions, sizes, counts and the
 * log. Never contents: no text, no name of a person, a brand, a project or a file, no path, no address. In English, since it is
 * read by those who make the program. Throws what SQLite throws when the open project cannot be counted.
 */
export function diagnosticsText(context: AppContext): string {
  const lines: string[] = [];
  const section = (name: string): void => void lines.push('', `[${name}]`);
  const line = (name: string, value: string | number | boolean): void => void lines.push(`${name}: ${String(value)}`);
  lines.push('Tribuna diagnostics');
  line('made', new Date(context.now()).toISOString());
  section('program');
  line('version', context.version);
  line('built', builtOn() ?? 'runs from its sources');
  line('host', context.host);
  line('dialogs', context.capabilities.dialogs);
  line('pdf', context.capabilities.pdf);
  for (const { name, version } of runtimeVersions()) line(name, version);
  section('machine');
  line('system', `${process.platform} ${process.arch} ${release()}`);
  line('processors', cpus().length);
  line('memory, MiB', `${String(Math.round(totalmem() / MEBIBYTE))} in all, ${String(Math.round(freemem() / MEBIBYTE))} free`);
  line('this process, MiB', Math.round(process.memoryUsage.rss() / MEBIBYTE));
  line('time zone', context.timeZone);
  section('projects');
  line('known', recentProjects(context.stateFolder).length);
  const { project } = context;
  line('open', project !== null);
  if (project !== null) {
    const { rows, ...size } = projectSize(project);
    line('schema', size.schemaVersion);
    line('SQLite', size.sqlite);
    line('file, bytes', size.fileBytes);
    line('write-ahead log, bytes', size.logBytes);
    line('page, bytes', size.pageBytes);
    line('free pages', size.freePages);
    line('journal', project.journalMode);
    line('read only', project.readOnly);
    line('analysed', isAnalysed(project));
    line('free on its disk, MiB', freeMebibytes(dirname(project.path)));
    line('copies', copiesOf(project.path));
    section('rows by table');
    for (const [table, count] of rows) line(table, count);
  }
  section('log');
  lines.push(...(context.logLines?.(LOG_LINES) ?? []));
  return `${lines.join('\n')}\n`;
}

function freeMebibytes(folder: string): number | string {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.round((bavail * bsize) / MEBIBYTE);
  } catch {
    return 'unknown';
  }
}

function copiesOf(path: string): string {
  const copies = rollingBackups(path);
  return `${String(copies.length)}, ${String(copies.reduce((sum, { bytes }) => sum + bytes, 0))} bytes`;
}
