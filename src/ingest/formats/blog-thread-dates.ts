import { writtenAge, timeOfAge } from '../relative-time.ts';
import { storedTime, type StoredTime } from '../stored-time.ts';
import { writtenTime } from '../written-time.ts';

const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lun(?:edì)?|mar(?:tedì)?|mer(?:coledì)?|gio(?:vedì)?|ven(?:erdì)?|sab(?:ato)?|dom(?:enica)?)\\.?,? ';
const MONTH = '(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|jan|may|jun|jul|aug|sep|oct|dec)[a-z]{0,8}\\.?';
const DAY = `(?:\\d{1,2}\\.? (?:di )?${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})(?!\\d)|\\d{4}-\\d{2}-\\d{2})`;
const CLOCK = '(?:,? ?(?:at|alle ore|alle|ore|h\\.?|[-–—|·•@])? ?(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?))?';
const DATE = new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:${WEEKDAY})?(${DAY})${CLOCK}(?![\\p{N}:])`, 'iu');

/** A date found in a line, with what stands before and after it. */
export interface DatedLine {
  /** The date without its weekday, and the clock, each as written. */
  readonly day: string;
  readonly clock: string | null;
  readonly before: string;
  readonly after: string;
}

/** The first date of a line, in Italian or English, month in words or numbers; null for a line without one or longer than 200 characters. */
export function datedLine(line: string): DatedLine | null {
  if (line.length > 200) return null;
  const text = line.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const match = DATE.exec(text);
  if (match === null) return null;
  return { day: match[1] ?? '', clock: match[2] ?? null, before: text.slice(0, match.index).trim(), after: text.slice(match.index + match[0].length).trim() };
}

/** True for a date with its month in words, which versions and amounts never look like. */
export function isNamedMonth({ day }: DatedLine): boolean {
  return /[a-z]{3}/i.test(day);
}

/**
 * A time as a blog writes it: ISO, words or numbers (day first unless that is no date), or an age such as "2 anni fa" when
 * the time of collection is known. Read by `utcOf` where it has no zone. No time for anything else.
 */
export function blogTime(written: string, utcOf: (wallMs: number) => number, collectedAtMs: number | null): StoredTime {
  const text = written.trim();
  const dated = /^\d{4}-\d{2}-\d{2}T/.test(text) ? null : datedLine(text);
  const plain = dated === null ? text : `${dated.day}${dated.clock === null ? '' : ` ${dated.clock}`}`;
  const read = writtenTime(plain, 'iso') ?? writtenTime(plain, 'day-first') ?? writtenTime(plain, 'month-first');
  const age = read === null ? writtenAge(text) : null;
  return age === null || collectedAtMs === null ? storedTime(read, utcOf) : { ms: timeOfAge(age, collectedAtMs), precision: 'relative' };
}
