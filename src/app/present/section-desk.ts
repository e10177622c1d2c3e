import type { OperationValue } from '../../contract/operations.ts';
import type { LinkedFigure } from '../../domain/model/report.ts';
import type { ReportAudience } from '../../domain/model/report-section.ts';
import { unseenText } from '../../domain/wording/unseen-text.ts';
import type { ReportVoice } from '../../present/report-voice.ts';
import type { ReportFigures } from './report-figures.ts';


/** What every section is made with. */
export interface SectionDesk {
  readonly figures: ReportFigures;
  readonly voice: ReportVoice;
  readonly audience: ReportAudience;
  /** What the project is about, as typed. */
  readonly question: string;
  readonly seed: number;
}

/** The days the data cover. */
export function windowWords({ figures: { overview }, voice }: SectionDesk): string {
  const { windowStartMs, windowEndMs } = overview;
  return windowStartMs === null || windowEndMs === null ? voice.text('report.windowUnknown') : voice.text('report.window', { from: voice.formats.date(windowStartMs), to: voice.formats.date(windowEndMs) });
}

/** Where the numbers of a page come from. */
export function sourceWords({ figures: { overview, project }, voice }: SectionDesk): string {
  return voice.text('report.source', { messages: voice.count(overview.messages), networks: voice.formats.list(overview.networks.map(voice.network)), dataVersion: project.dataVersion });
}

/** The holes that touch a page, in one line: those of the given kinds that these data have, places of others than the brand unnamed. */
export function unseenWords({ figures: { overview }, voice }: SectionDesk, codes: readonly string[]): string {
  const own = new Set(overview.coverage.filter(({ brand }) => brand !== null && brand === overview.brand).map(({ container }) => container));
  const found = overview.unseen.filter(({ code, container }) => codes.includes(code) && (container === null || own.has(container)));
  return found.slice(0, 2).map((thing) => unseenText(thing, voice, overview.abstained)).join('; ');
}

/** The name of a tribe: the one a person gave it, else what its code is called. */
export function tribeWords({ id, lens, name, title }: Pick<OperationValue<'tribes.list'>['tribes'][number], 'id' | 'lens' | 'name' | 'title'>, voice: ReportVoice): string {
  if (title !== null) return title;
  if (lens === 'value') return voice.text(`report.zone.${name}`);
  if (id.startsWith('role:')) return voice.text(`report.role.${name}`);
  return name === '' ? voice.text('report.unnamed', { number: id.slice(id.indexOf(':') + 1) }) : name;
}

/** An interval in words; empty where a limit is missing. */
export function intervalWords(low: number | null | undefined, high: number | null | undefined, written: (value: number) => string, voice: ReportVoice): string {
  return typeof low === 'number' && typeof high === 'number' ? voice.text('report.interval', { low: written(low), high: written(high) }) : '';
}

/** A figure that a headline rests on. */
export function linkedFigure(key: string, { value, low = null, high = null, n = null }: { readonly value: number | null; readonly low?: number | null; readonly high?: number | null; readonly n?: number | null }, written: string): LinkedFigure {
  return { key, value, low, high, n, written };
}
