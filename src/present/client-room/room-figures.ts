import type { Report, ReportTable } from '../../domain/model/report.ts';
import { cellWriter } from '../../domain/wording/written-cell.ts';
import { reportVoice } from '../report-voice.ts';
import { ROOM_WORDS } from './room-words.ts';

/** How a figure is counted again from the rows of a room. */
export interface RoomMeasure {
  readonly kind: 'requests' | 'people' | 'answered' | 'answered-within' | 'still-waiting' | 'restricted-mean' | 'mean-of-answers';
  /** Code of the kind of request; null for all. */
  readonly intent: string | null;
  /** Whole hours of a share or a mean; 0 where none is meant. */
  readonly hours: number;
  /** Whether times known to the day enter, as they do from a week up. */
  readonly week: boolean;
}

/** A figure that stands on a page and can be counted again from requests. */
export interface RoomFigure {
  readonly key: string;
  readonly page: string;
  readonly label: string;
  /** As the report's tables write it. */
  readonly written: string;
  /** Seconds, a share or a count. */
  readonly value: number;
  readonly unit: 'seconds' | 'share' | 'count';
  readonly measure: RoomMeasure;
}

/** The kinds of request that a room names, in the order of its table. */
export const ROOM_INTENTS = ['information', 'trouble', 'idea', 'purchase', 'decision'] as const;
/** Any other request: counted, not named. */
export const OTHER_INTENT = 'other';

const HOUR_SECONDS = 3600;
const DAY_HOURS = 24;

interface Maker {
  readonly report: Report;
  readonly table: (key: string) => ReportTable | undefined;
  readonly write: (value: number, unit: RoomFigure['unit']) => string;
  readonly intentWords: (code: string) => string;
}

function cellOf({ columns, rows }: ReportTable, line: number, key: string): number | null {
  const cell = rows[line]?.[columns.findIndex((column) => column.key === key)] ?? null;
  return typeof cell === 'number' ? cell : null;
}

/** Figures of the table of waits: a line a kind of request. */
function waitFigures({ report, table, write, intentWords }: Maker, horizonHours: number): RoomFigure[] {
  const waits = table('waits');
  if (waits === undefined) return [];
  const words = ROOM_WORDS[report.language];
  const measures = [['n', 'requests', 'count', 0], ['people', 'people', 'count', 0], ['answered', 'answered', 'count', 0], ['mean', 'restricted-mean', 'seconds', horizonHours], ['day', 'answered-within', 'share', DAY_HOURS]] as const;
  return ROOM_INTENTS.flatMap((intent) => {
    const line = waits.rows.findIndex((row) => row[0] === intentWords(intent));
    return measures.flatMap(([column, kind, unit, hours]): RoomFigure[] => {
      const value = line === -1 ? null : cellOf(waits, line, column);
      return value === null ? [] : [{ key: `waits:${intent}:${column}`, page: 'waits', label: words.figure[kind](intentWords(intent), hours), written: write(value, unit), value, unit, measure: { kind, intent, hours, week: kind === 'restricted-mean' } }];
    });
  });
}

/** Shares still waiting after a day and at the horizon, from the table behind the curves. */
function curveFigures({ report, table, write, intentWords }: Maker, horizonHours: number): RoomFigure[] {
  const curves = table('curves');
  if (curves === undefined) return [];
  const words = ROOM_WORDS[report.language];
  return ROOM_INTENTS.flatMap((intent) => [DAY_HOURS, horizonHours].flatMap((hours): RoomFigure[] => {
    const line = curves.rows.findIndex((row) => row[0] === hours * HOUR_SECONDS);
    const value = line === -1 ? null : cellOf(curves, line, intent);
    return value === null ? [] : [{ key: `curves:${intent}:${String(hours)}`, page: 'listening', label: words.figure['still-waiting'](intentWords(intent), hours), written: write(value, 'share'), value, unit: 'share', measure: { kind: 'still-waiting', intent, hours, week: true } }];
  }));
}

/** The mean that is usually published and the one that counts everybody. */
function answerFigures({ report, write }: Maker, horizonHours: number): RoomFigure[] {
  const page = report.pages.find(({ key }) => key === 'answers');
  const words = ROOM_WORDS[report.language];
  return (['published', 'honest'] as const).flatMap((which): RoomFigure[] => {
    const value = page?.figures.find(({ key }) => key === which)?.value ?? null;
    const isShown = value !== null && page?.blocks.some((block) => block.kind === 'figures' && block.items.some((item) => item.value === write(value, 'seconds'))) === true;
    if (!isShown) return [];
    const measure = which === 'published' ? { kind: 'mean-of-answers', intent: null, hours: 0, week: false } as const : { kind: 'restricted-mean', intent: null, hours: horizonHours, week: true } as const;
    return [{ key: `answers:${which}`, page: 'answers', label: words.figure[measure.kind](null, measure.hours), written: write(value, 'seconds'), value, unit: 'seconds', measure }];
  });
}

/** The figures of a page of the board that stand in the table of waits as well. */
function boardFigures({ report }: Maker, waits: readonly RoomFigure[]): RoomFigure[] {
  const label = reportVoice(report.language, report.timeZone).text('report.board.wait');
  const shown = report.pages.some(({ key, blocks }) => key === 'board' && blocks.some((block) => block.kind === 'figures' && block.items.some((item) => item.label === label)));
  return shown ? waits.filter(({ key }) => key === 'waits:trouble:mean').map((figure) => ({ ...figure, key: 'board:trouble:mean', page: 'board' })) : [];
}

/**
 * The figures of a report that its reader can count again from a table of requests, page by page: those that a client's table
 * withholds are not among them. A report without pages on requests has none, nor has one whose curves end within an hour.
 */
export function roomFigures(report: Report): RoomFigure[] {
  const voice = reportVoice(report.language, report.timeZone);
  const cell = cellWriter({ language: report.language, timeZone: report.timeZone, floor: report.privacy.floor });
  const tables = new Map(report.tables.map((table) => [table.key, table]));
  const pages = new Set(report.pages.map(({ key }) => key));
  const maker: Maker = { report, table: (key) => tables.get(key), write: (value, kind) => cell(value, { kind }), intentWords: (code) => voice.text(`report.intents.${code}`) };
  const last = tables.get('curves')?.rows.at(-1)?.[0];
  const horizonHours = typeof last === 'number' ? last / HOUR_SECONDS : 7 * DAY_HOURS;
  if (!Number.isInteger(horizonHours)) return [];
  const waits = waitFigures(maker, horizonHours);
  return [...boardFigures(maker, waits), ...curveFigures(maker, horizonHours), ...waits, ...answerFigures(maker, horizonHours)].filter(({ page }) => pages.has(page));
}
