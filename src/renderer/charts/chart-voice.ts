import { LEAST_FLOORS, type Floors } from '../../domain/model/floors.ts';
import type { Formats } from '../../domain/wording/formats.ts';
import { languageName } from '../i18n/language-name.ts';
import { networkName } from '../../domain/wording/network-name.ts';
import type { SentenceVoice } from '../../domain/wording/finding-sentence.ts';
import { monthLabelDate } from './year-strip.ts';

/** Everything a room needs to write figures in the reader's language; rooms hand it to pure functions, so tests need no window. */
export interface ChartVoice extends SentenceVoice {
  /** Any catalogue entry, its catalogue first: `response.tests.none`. A numeric `count` chooses the plural and is written as `n`. */
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** A duration for axes: "1 h", "7 d". */
  readonly shortDuration: (seconds: number) => string;
  /** A number of at most three significant digits. */
  readonly number: (value: number) => string;
  /** Points of the ledger, exact. */
  readonly points: (value: number) => string;
  /** For cells that a spreadsheet reads. */
  readonly plain: (value: number) => string;
  /** A calendar month, short: "Mar". */
  readonly month: (key: string) => string;
  /** A calendar month in full: "March 2026". */
  readonly monthInFull: (key: string) => string;
  readonly date: (ms: number) => string;
  readonly dateTime: (ms: number) => string;
  /** The weekday of a UTC day. */
  readonly weekday: (utcDayMs: number) => string;
  /** A list of names: "a, b and c". */
  readonly list: (names: readonly string[]) => string;
  /** A network by the name people know it by. */
  readonly network: (code: string) => string;
  /** A language by its name. */
  readonly language: (code: string) => string;
  /** From how many cases on a share is told instead of a count: as the project has it. */
  readonly shareFloor: number;
  /** From how many people on anything is told of a group. */
  readonly peopleFloor: number;
  /** A share as a percentage, for axes alone. */
  readonly percent: (share: number) => string;
}

/** What a voice is made of: the catalogue's translate function, formats, and the language. */
export interface VoiceParts {
  readonly translate: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly formats: Formats;
  readonly language: 'it' | 'en';
  /** The project's floors; left out, those of the definitions. */
  readonly floors?: Floors;
}

/**
 * Makes the voice of one language. Shares in a hundred are whole numbers, with one decimal below one, because their
 * interval always stands beside them.
 */
export function createChartVoice({ translate, formats, language, floors = LEAST_FLOORS }: VoiceParts): ChartVoice {
  const locale = language === 'it' ? 'it-IT' : 'en-GB';
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const text: ChartVoice['text'] = (key, values = {}) => {
    const dot = key.indexOf('.');
    const { count } = values;
    const counted = typeof count === 'number' && values['n'] === undefined ? { n: formats.count(count) } : {};
    return translate(`${key.slice(0, dot)}:${key.slice(dot + 1)}`, { ...counted, ...values });
  };
  return {
    text,
    words: (key, values) => text(`charts.${key}`, values),
    duration: formats.duration,
    shortDuration: formats.shortDuration,
    count: formats.count,
    inHundred: (share) => (share > 0 && share < 0.01 ? formats.estimate(Math.max(0.1, Math.round(share * 1000) / 10)) : formats.count(share * 100)),
    number: formats.estimate,
    points: formats.points,
    plain: formats.plain,
    month: (key) => formats.shortMonth(monthLabelDate(key).getTime()),
    monthInFull: (key) => formats.month(monthLabelDate(key).getTime()),
    date: formats.date,
    dateTime: formats.dateTime,
    weekday: (utcDayMs) => weekday.format(utcDayMs),
    list: formats.list,
    // of one argument, as it is handed to lists, whose second is a place
    network: (code) => networkName(code, text('shell.networkUnknown')),
    language: (code) => (code === 'unknown' || code === 'und' ? text('overview.facts.unknownLanguage') : languageName(code, language)),
    shareFloor: floors.cases,
    peopleFloor: floors.people,
    percent: (share) => percent.format(share),
  };
}
