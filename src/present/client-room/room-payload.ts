import type { Report, ReportPage } from '../../domain/model/report.ts';
import { networkName } from '../../domain/wording/network-name.ts';
import { reportVoice } from '../report-voice.ts';
import { OTHER_INTENT, ROOM_INTENTS, type RoomFigure } from './room-figures.ts';
import type { RoomRow, RoomTable } from './room-requests.ts';
import { ROOM_WORDS } from './room-words.ts';

/** What a room is, for those who send comments back: which deliverable, and that it belongs to a project, both as text that says nothing else. */
export interface RoomIdentity {
  readonly deliverable: string;
  readonly seal: string;
}

/** Why a room has no rows. */
export type RowsMissing = 'changed' | 'too-many' | 'nobody';

/** What a room is made of. */
export interface ClientRoom extends RoomIdentity {
  /** A client's report, safe as it stands. */
  readonly report: Report;
  readonly table: RoomTable | RowsMissing;
  readonly figures: readonly RoomFigure[];
}

/** A thing of a page that a comment may be about, by a key that is the same from one report to the next. */
export interface CommentSubject {
  readonly key: string;
  readonly label: string;
}

const HOUR_MS = 3_600_000;
const CODES: readonly string[] = [...ROOM_INTENTS, OTHER_INTENT];
const PRECISION_STATE = { fine: 0, day: 2, count: 4 } as const;

const hourNumber = (asked: string): number => Math.round(Date.parse(`${asked.length > 10 ? asked : `${asked}T00`}:00:00Z`) / HOUR_MS);

/** A row as six numbers, for `recomputed` of the page: voice, network, kinds as bits, hours since 1970 of local time, hours waited, state; -1 where unknown. */
function packedRow({ voice, network, intents, asked, hours, answered, precision }: RoomRow, networks: readonly string[]): readonly number[] {
  const kinds = intents.reduce((bits, intent) => bits | (1 << Math.max(0, CODES.indexOf(intent))), 0);
  return [voice, network === null ? -1 : networks.indexOf(network), kinds, asked === null ? -1 : hourNumber(asked), hours ?? -1, (answered ? 1 : 0) + PRECISION_STATE[precision]];
}

/** What a page's comments may be about besides the page: its figures, charts and tables, each once. */
export function commentSubjects({ report: { tables }, figures }: Pick<ClientRoom, 'report' | 'figures'>, page: ReportPage): CommentSubject[] {
  const titles = new Map(tables.map(({ key, title }) => [key, title]));
  const shown = page.blocks.flatMap((block): CommentSubject[] => {
    if (block.kind === 'chart') return [{ key: `chart:${block.chart.key}`, label: titles.get(block.chart.table) ?? block.chart.key }];
    return block.kind === 'table' ? [{ key: `table:${block.table}`, label: titles.get(block.table) ?? block.table }] : [];
  });
  const counted = figures.filter((figure) => figure.page === page.key).map(({ key, label }) => ({ key: `figure:${key}`, label }));
  return [...counted, ...shown].filter(({ label }, at, all) => all.findIndex((other) => other.label === label) === at);
}

/**
 * What the script of a room reads, as JSON: rows as numbers, figures with how they are counted and how far a printed one may
 * lie from them by rounding, and the words. Holds no name, text or exact time. The same room gives the same text.
 */
export function roomPayload(room: ClientRoom): string {
  const { report, table, figures, deliverable, seal } = room;
  const { language } = report;
  const { floor: _floor, figure: _figure, ...words } = ROOM_WORDS[language];
  const voice = reportVoice(language, report.timeZone);
  const rows = typeof table === 'string' ? [] : table.rows;
  const networks = [...new Set(rows.flatMap(({ network }) => network ?? []))].sort();
  const missing = (intent: string | null): number => (typeof table === 'string' ? 0 : intent === null ? table.missing : (table.leftOut.get(intent) ?? 0));
  return JSON.stringify({
    deliverable, seal, language, title: report.title, day: report.day, words,
    networks: networks.map((code) => networkName(code, ROOM_WORDS[language].notKnown)),
    kinds: [...ROOM_INTENTS.map((code) => voice.text(`report.intents.${code}`)), words.otherKinds],
    figures: typeof table === 'string' ? [] : figures.map(({ key, page, label, written, value, unit, measure }) => ({ key, page, label, written, value, unit, missing: missing(measure.intent), measure: { ...measure, intent: measure.intent === null ? -1 : CODES.indexOf(measure.intent) } })),
    rows: rows.map((row) => packedRow(row, networks)),
  });
}
