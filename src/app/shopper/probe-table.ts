import type { OperationValue } from '../../contract/operations.ts';
import { wallMoment } from '../../domain/clock/wall-moment.ts';
import { zoneOffset } from '../../domain/model/local-clock.ts';
import { PROBE_INTENTS, type ProbeIntent, type ProbeProblem } from '../../domain/model/probe.ts';
import { csvCell, plainCell } from '../../domain/wording/csv-cell.ts';
import { csvText, type CsvSeparator } from '../../domain/wording/csv-text.ts';
import { csvRows } from '../reading/csv-rows.ts';

type Parsed = OperationValue<'probes.parse'>;
type ParsedRow = Parsed['rows'][number];
type Line = OperationValue<'probes.list'>['probes'][number];

/** Columns of a table of probes, by the heads under which each is known; the first is the one that is written. */
const COLUMNS = {
  network: ['rete', 'network'], container: ['pagina', 'page', 'container'], nativeId: ['id o link', 'id', 'link', 'id or link'], time: ['quando', 'when', 'time', 'data'], intent: ['tipo', 'intent', 'kind', 'intento'],
  text: ['testo', 'text'], answered: ['risposta il', 'answered'], by: ['risposta di', 'by', 'answered by'], note: ['nota', 'note'],
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ['network', 'time', 'intent', 'text'];
const INTENT_NAMES: Readonly<Record<string, ProbeIntent>> = { domanda: 'information', problema: 'trouble', proposta: 'idea', 'interesse d’acquisto': 'purchase', "interesse d'acquisto": 'purchase', acquisto: 'purchase', 'chiede un parere': 'decision', parere: 'decision' };
const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/u;
const MOST_ROWS = 1000;

/** A written moment in UTC ms: ISO with a zone as it stands, without one as the clocks of the project's zone show it; null for what is none. */
export function writtenMoment(text: string, timeZone: string): number | null {
  const written = text.trim();
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = WALL_TIME.exec(written) ?? [];
  if (year === undefined) {
    const ms = /(?:Z|[+-]\d{2}:?\d{2})$/u.test(written) ? Date.parse(written) : Number.NaN;
    return Number.isNaN(ms) ? null : ms;
  }
  const wallMs = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  // the 31st of a month with thirty days is no day
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || new Date(wallMs).getUTCDate() !== Number(day) || new Date(wallMs).getUTCMonth() + 1 !== Number(month)) return null;
  return wallMoment(zoneOffset(timeZone), wallMs, 'start');
}

function placesOf(heads: readonly string[]): Partial<Record<Column, number>> {
  const known = heads.map((head) => head.trim().toLowerCase());
  return Object.fromEntries(Object.entries(COLUMNS).flatMap(([column, names]) => {
    const at = known.findIndex((head) => (names as readonly string[]).includes(head));
    return at < 0 ? [] : [[column, at]];
  }));
}

/** A network as the project calls it, however it is written: `Google Maps` is `google-maps`. */
function networkCode(written: string): string {
  const code = written.toLowerCase().replaceAll(/\s+/gu, '-');
  return code === 'twitter' ? 'x' : code;
}

function intentOf(text: string): ProbeIntent | null {
  const written = text.trim().toLowerCase();
  return PROBE_INTENTS.find((intent) => intent === written) ?? INTENT_NAMES[written] ?? null;
}

function keyOf({ network, text, atMs }: { readonly network: string; readonly text: string; readonly atMs: number }): string {
  return JSON.stringify([network, text.trim(), atMs]);
}

/**
 * The probes of a CSV table, row by row, each with the first thing that is wrong with it: nothing is guessed. Rows that are
 * written down already, or twice in the table, say so. `missing` names columns without which no row can be read.
 */
export function parsedProbes(text: string, { timeZone, known }: { readonly timeZone: string; readonly known: readonly { readonly network: string; readonly text: string; readonly atMs: number }[] }): Parsed {
  const [heads, ...lines] = csvRows(text.replace(/^\uFEFF/u, ''));
  const places = placesOf(heads ?? []);
  const missing = NEEDED.filter((column) => places[column] === undefined);
  if (missing.length > 0) return { timeZone, missing, rows: [] };
  const seen = new Set(known.map(keyOf));
  const rows = lines.flatMap((cells, at): ParsedRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const cell = (column: Column): string => plainCell(cells[places[column] ?? -1]?.trim() ?? '');
    const [network, said, intent, atMs] = [networkCode(cell('network')), cell('text'), intentOf(cell('intent')), writtenMoment(cell('time'), timeZone)];
    const answeredAtMs = cell('answered') === '' ? null : writtenMoment(cell('answered'), timeZone);
    const row = (problem: ProbeProblem | null): ParsedRow => ({
      line: at + 2, problem, text: said.slice(0, 200),
      probe: problem !== null || intent === null || atMs === null ? null : { network, container: cell('container') || null, nativeId: cell('nativeId').slice(0, 500) || null, text: said.slice(0, 5000), intent, atMs, note: cell('note').slice(0, 1000), answeredAtMs, answeredBy: cell('by').slice(0, 200) },
    });
    if (network === '') return [row('no-network')];
    if (said === '') return [row('no-text')];
    if (atMs === null || (cell('answered') !== '' && answeredAtMs === null)) return [row('no-time')];
    if (intent === null) return [row('no-intent')];
    if (answeredAtMs !== null && answeredAtMs < atMs) return [row('answer-before')];
    const key = keyOf({ network, text: said, atMs });
    if (seen.has(key)) return [row('already')];
    seen.add(key);
    return [row(null)];
  });
  return { timeZone, missing: [], rows: rows.slice(0, MOST_ROWS) };
}

/** A moment as the clocks of a zone show it, in a form that is read back: `2026-03-01 10:30:00`. */
function wallText(atMs: number | null, timeZone: string): string {
  if (atMs === null) return '';
  return new Date(atMs + zoneOffset(timeZone)(atMs)).toISOString().slice(0, 19).replace('T', ' ');
}

/** The probes as a table: what was asked, then how it ended. Cells that a spreadsheet would run are made harmless. */
export function probeTable(probes: readonly Line[], { separator, timeZone }: { readonly separator: CsvSeparator; readonly timeZone: string }): string {
  const heads = [...Object.values(COLUMNS).map(([name]) => name), 'stato', 'attesa (s)', 'trovato'];
  const rows = probes.map(({ network, container, nativeId, atMs, intent, text, state, waitedSeconds, by, note, match }) => [
    network, container ?? '', nativeId ?? '', wallText(atMs, timeZone), intent, text, state === 'answered' || state === 'private' ? wallText(atMs + (waitedSeconds ?? 0) * 1000, timeZone) : '', by, note, state, waitedSeconds === null ? '' : String(waitedSeconds), match ?? '',
  ].map((cell) => csvCell(cell)));
  return csvText([heads.map((cell) => csvCell(cell)), ...rows], separator);
}
