import type { Token } from './analysis.ts';
import type { CalendarSpan, DueTime } from './due-time.ts';
import type { PromiseWords } from './lexicon.ts';
import type { PhraseHit } from './phrase-matcher.ts';

/** A piece of a time expression: its token range (last excluded) and what it says. Pieces side by side are one expression. */
export interface DuePart {
  readonly first: number;
  readonly end: number;
  readonly says:
    /** `event`: the words of what is waited for follow. */
    | { readonly kind: 'whole'; readonly due: DueTime; readonly event: boolean }
    | { readonly kind: 'span'; readonly span: CalendarSpan }
    | { readonly kind: 'clock'; readonly hour: number; readonly minute: number; readonly loose: boolean; readonly span: CalendarSpan | null; /** Says nothing without a day. */ readonly ofDay: boolean }
    /** Only beside another part: "first thing", "mezz'ora prima". */
    | { readonly kind: 'filler' };
}

/** The stretch of tokens that is searched: a sentence, or what is left of it. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

const UNIT_SECONDS = { minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000, year: 31_536_000 } as const;
const MOST_LEAD_TOKENS = 4;
const RANGE_MARKS: ReadonlySet<string> = new Set(['-', '/', '–', 'd', 'di', 'of', 'to', 'o', 'or', 'a', 'ai']);
const NOT_A_DAY: ReadonlySet<string> = new Set(['%', '€', '£', '$', 'euro', 'per', 'percent']);
const MOST_TOKENS_TO_UNIT = 4;

const VAGUE: DueTime = { kind: 'vague' };
const unit = (name: 'day' | 'week' | 'month' | 'year', ahead: number): DuePart['says'] => ({ kind: 'span', span: { of: 'unit', unit: name, ahead } });
const season = (number: number): DuePart['says'] => ({ kind: 'span', span: { of: 'season', season: number } });
const date = (day: number, month: number): DuePart['says'] => ({ kind: 'span', span: { of: 'date', day, month, year: null } });
const clock = (hour: number, ahead: number | null = null, ofDay = false): DuePart['says'] => ({ kind: 'clock', hour, minute: 0, loose: false, span: ahead === null ? null : { of: 'unit', unit: 'day', ahead }, ofDay });
const whole = (due: DueTime, event = false): DuePart['says'] => ({ kind: 'whole', due, event });

// What the codes under "due" in a lexicon say. The parts of a day end at hours that leave room: a morning at 13, an afternoon at 19.
const CODES: ReadonlyMap<string, DuePart['says']> = new Map<string, DuePart['says']>([
  ['due:today', unit('day', 0)], ['due:tomorrow', unit('day', 1)], ['due:after-tomorrow', unit('day', 2)],
  ['due:this-week', unit('week', 0)], ['due:next-week', unit('week', 1)],
  ['due:this-month', unit('month', 0)], ['due:next-month', unit('month', 1)], ['due:this-year', unit('year', 0)], ['due:next-year', unit('year', 1)],
  ['due:this-morning', clock(13, 0)], ['due:this-afternoon', clock(19, 0)], ['due:this-evening', clock(24, 0)], ['due:tomorrow-morning', clock(13, 1)], ['due:this-night', clock(6)],
  ['due:morning', clock(13)], ['due:afternoon', clock(19)], ['due:evening', clock(24)],
  ['due:part-morning', clock(13, null, true)], ['due:part-afternoon', clock(19, null, true)], ['due:part-evening', clock(24, null, true)],
  ['due:noon', clock(12)], ['due:lunch', clock(14)], ['due:dinner', clock(21)], ['due:breakfast', clock(10)], ['due:midnight', clock(24)],
  ['due:spring', season(0)], ['due:summer', season(1)], ['due:autumn', season(2)], ['due:winter', season(3)],
  ['due:christmas', date(25, 12)], ['due:new-year', date(1, 1)], ['due:epiphany', date(6, 1)], ['due:valentine', date(14, 2)], ['due:ferragosto', date(15, 8)], ['due:halloween', date(31, 10)], ['due:easter', { kind: 'span', span: { of: 'easter' } }],
  ['due:hour', whole({ kind: 'duration', seconds: 3600 })], ['due:vague', whole(VAGUE)], ['due:event', whole(VAGUE, true)], ['due:recurring', whole(VAGUE)], ['due:now', whole(VAGUE)], ['due:occasion', whole(VAGUE)],
  ['due:filler', { kind: 'filler' }],
]);

/** Whether a form begins with a digit: no pattern of numbers below fits one that does not, and most words do not. */
const isNumeral = (form: string): boolean => {
  const code = form.charCodeAt(0);
  return code >= 48 && code <= 57;
};

const amountOf = (form: string, words: PromiseWords): number | null => {
  const named = words.numbers.get(form);
  if (named !== undefined) return named;
  if (!isNumeral(form)) return null;
  const digits = /^(?:\d{1,3}[-/])?(\d{1,3})$/u.exec(form)?.[1];
  return digits === undefined ? null : Number(digits);
};

const formAt = (tokens: readonly Token[], position: number, { first, end }: TokenRange): string => (position >= first && position < end ? tokens[position]?.form ?? '' : '');

/** Whether one of the words stands among the few just before a position. */
export function isLedBy(tokens: readonly Token[], position: number, range: TokenRange, words: ReadonlySet<string>, reach = MOST_LEAD_TOKENS): boolean {
  for (let at = Math.max(range.first, position - reach); at < position; at += 1) if (words.has(tokens[at]?.form ?? '')) return true;
  return false;
}

function durationAt(tokens: readonly Token[], position: number, range: TokenRange, words: PromiseWords): DuePart | null {
  const form = formAt(tokens, position, range);
  const glued = isNumeral(form) ? /^(?:\d{1,3}[-/])?(\d{1,3})([a-z]{1,6})$/u.exec(form) : null;
  let amount = glued === null ? amountOf(form, words) : Number(glued[1]);
  if (amount === null) return null;
  let next = position + 1;
  let length = glued === null ? undefined : words.units.get(glued[2] ?? '');
  let business = false;
  for (let skipped = 0; length === undefined && skipped < MOST_TOKENS_TO_UNIT && next < range.end; skipped += 1, next += 1) {
    const word = formAt(tokens, next, range);
    length = words.units.get(word);
    if (length !== undefined) continue;
    const more = amountOf(word, words);
    // of a range the longer; of "half an hour" the half
    if (more !== null) amount = amount < 1 ? amount * more : Math.max(more, amount);
    else if (words.business.has(word)) business = true;
    else if (!RANGE_MARKS.has(word)) return null;
  }
  if (length === undefined) return null;
  // "two or three": the second number stands after the unit, "a day or two"
  const after = amountOf(formAt(tokens, next + 1, range), words);
  if (RANGE_MARKS.has(formAt(tokens, next, range)) && after !== null && words.units.get(formAt(tokens, next + 2, range)) === undefined) {
    amount = Math.max(amount, after);
    next += 2;
  }
  if (words.business.has(formAt(tokens, next, range))) {
    business = true;
    next += 1;
  }
  const follower = formAt(tokens, next, range);
  if (words.ago.has(follower)) return null;
  if (words.relative.has(follower)) return { first: position, end: next + 1, says: whole(VAGUE) };
  if (!isLedBy(tokens, position, range, words.within)) return null;
  if (isLedBy(tokens, position, range, words.lasting, 2)) return { first: position, end: next, says: whole(VAGUE) };
  const due: DueTime = business && length === 'day' ? { kind: 'business-days', days: amount } : { kind: 'duration', seconds: Math.round(amount * UNIT_SECONDS[length]) };
  return { first: position, end: next, says: whole(due) };
}

const monthOf = (token: Token | undefined, words: PromiseWords): number => {
  const form = token?.form ?? '';
  if (form.length < 3) return 0;
  return words.months.findIndex((month) => month === form || (form.length >= 3 && form.length <= 4 && month.startsWith(form) && token?.kind === 'word' && form !== 'mar' && form !== 'may')) + 1;
};

const dayNumber = (form: string): number | null => {
  if (!isNumeral(form)) return null;
  const digits = /^(\d{1,2})(?:st|nd|rd|th|°|º)?$/u.exec(form)?.[1];
  const day = Number(digits);
  return digits !== undefined && day >= 1 && day <= 31 ? day : null;
};

function dateAt(tokens: readonly Token[], position: number, range: TokenRange, words: PromiseWords): DuePart | null {
  const form = formAt(tokens, position, range);
  const month = tokens[position]?.partOfSpeech === 'AUX' ? 0 : monthOf(tokens[position], words);
  if (month > 0) {
    const between = ['of', 'di'].includes(formAt(tokens, position - 1, range)) ? 2 : 1;
    const before = dayNumber(formAt(tokens, position - between, range));
    const after = before === null ? dayNumber(formAt(tokens, position + 1, range)) : null;
    const last = position + (after === null ? 1 : 2);
    const year = /^20\d\d$/u.test(formAt(tokens, last, range)) ? Number(formAt(tokens, last, range)) : null;
    // a month by itself is a word or a name too ("may", "Marzo"): something has to lead to it
    if (before === null && after === null && !words.deadlineWords.has(formAt(tokens, position - 1, range))) return null;
    return { first: before === null ? position : position - between, end: year === null ? last : last + 1, says: { kind: 'span', span: { of: 'date', day: before ?? after, month, year } } };
  }
  if (!isNumeral(form)) return null;
  if (/^20\d\d$/u.test(form) && isLedBy(tokens, position, range, words.toYear, 2)) return { first: position, end: position + 1, says: { kind: 'span', span: { of: 'date', day: null, month: null, year: Number(form) } } };
  const numeric = /^(\d{1,2})[/.](\d{1,2})$/u.exec(form);
  if (numeric !== null && Number(numeric[2]) <= 12 && isLedBy(tokens, position, range, words.toDate, 2)) return { first: position, end: position + 1, says: { kind: 'span', span: { of: 'date', day: Number(numeric[1]), month: Number(numeric[2]), year: null } } };
  return null;
}

function dayOfMonthAt(tokens: readonly Token[], position: number, range: TokenRange, words: PromiseWords): DuePart | null {
  const form = formAt(tokens, position, range);
  const day = dayNumber(form);
  if (day === null) return null;
  const next = tokens[position + 1];
  // a number before a noun counts something: only an ordinal, or a number at the end of its phrase, is a day
  const deadline = isLedBy(tokens, position, range, words.surely, 2);
  const ends = deadline || next === undefined || position + 1 >= range.end || next.kind === 'punctuation' || next.partOfSpeech === 'ADP' || next.partOfSpeech === 'CCONJ' || words.afterDay.has(next.form);
  const ordinal = /\D$/u.test(form);
  if (!(ordinal || ends) || NOT_A_DAY.has(next?.form ?? '') || words.units.has(next?.form ?? '')) return null;
  if (words.weekdays.includes(formAt(tokens, position - 1, range))) return { first: position, end: position + 1, says: { kind: 'span', span: { of: 'date', day, month: null, year: null } } };
  return isLedBy(tokens, position, range, words.toDate, 1) || (ordinal && isLedBy(tokens, position, range, words.deadlineWords, 1))
    ? { first: position, end: position + 1, says: { kind: 'span', span: { of: 'date', day, month: null, year: null } } }
    : null;
}

function weekdayAt(tokens: readonly Token[], position: number, range: TokenRange, words: PromiseWords): DuePart | null {
  const weekday = words.weekdays.indexOf(formAt(tokens, position, range)) + 1;
  if (weekday === 0) return null;
  const before = formAt(tokens, position - 1, range);
  const after = formAt(tokens, position + 1, range);
  if (words.past.has(before) || words.past.has(after)) return null;
  const coming = words.coming.has(before) || words.coming.has(after);
  // "il sabato" is every Saturday, "sabato" the next one
  if (!coming && words.habitual.has(before) && dayNumber(after) === null && !words.surely.has(formAt(tokens, position - 2, range))) return null;
  return { first: position, end: words.coming.has(after) ? position + 2 : position + 1, says: { kind: 'span', span: { of: 'weekday', weekday, later: coming } } };
}

const halfOfDay = (form: string): 'am' | 'pm' | undefined => {
  const bare = form.replaceAll('.', '');
  return bare === 'am' || bare === 'pm' ? bare : undefined;
};

function clockAt(tokens: readonly Token[], position: number, range: TokenRange, words: PromiseWords, named: ReadonlySet<number>): DuePart | null {
  const form = formAt(tokens, position, range);
  const match = isNumeral(form) ? /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|a\.m|p\.m)?\.?$/u.exec(form) : null;
  const spelled = match === null ? words.numbers.get(form) : undefined;
  const before = formAt(tokens, position - 1, range);
  if (match === null && (!words.toSpelledHour.has(before) || !words.spelledHours.has(form))) return null;
  const next = formAt(tokens, position + 1, range);
  const suffix = halfOfDay(match?.[3] ?? '') ?? halfOfDay(next);
  const end = position + (suffix !== undefined && match?.[3] === undefined ? 2 : 1);
  const further = formAt(tokens, position - 2, range);
  const second = RANGE_MARKS.has(before) || words.and.has(before);
  const led = words.toHour.has(before) || (words.articleOfHour.has(before) && (words.deadlineWords.has(further) || words.and.has(further)))
    || (second && /^\d/u.test(further) && isLedBy(tokens, position - 2, range, words.toHour, 1));
  if (!led && suffix === undefined) return null;
  const after = tokens[end];
  const bare = suffix === undefined && match?.[2] === undefined;
  if (bare && end < range.end && !named.has(end) && (after?.partOfSpeech === 'NOUN' || after?.partOfSpeech === 'ADJ' || after?.partOfSpeech === 'NUM' || after?.form === '%' || words.units.has(after?.form ?? '') || amountOf(after?.form ?? '', words) !== null)) return null;
  const hour = match === null ? spelled ?? 0 : Number(match[1]);
  const minute = Number(match?.[2] ?? 0);
  if (hour > 24 || minute > 59 || (suffix !== undefined && hour > 12)) return null;
  const full = suffix === undefined ? hour % 24 : (hour % 12) + (suffix === 'pm' ? 12 : 0);
  return { first: position, end, says: { kind: 'clock', hour: full, minute, loose: suffix === undefined && hour >= 1 && hour <= words.loosestHour, span: null, ofDay: false } };
}

const FINDERS = [durationAt, dateAt, weekdayAt, clockAt, dayOfMonthAt] as const;

/**
 * The pieces of time expressions in a stretch of tokens, in reading order and apart from one another: where several could
 * stand, the longest, and of equals the one that numbers name.
 */
export function dueParts(tokens: readonly Token[], hits: readonly PhraseHit[], range: TokenRange, words: PromiseWords): DuePart[] {
  const candidates: DuePart[] = [];
  const named = new Set(hits.flatMap(({ theme, first }) => (CODES.has(theme) ? [first] : [])));
  for (let position = range.first; position < range.end; position += 1) {
    for (const finder of FINDERS) {
      const found = finder(tokens, position, range, words, named);
      if (found !== null) candidates.push(found);
    }
  }
  for (const hit of hits) {
    const says = CODES.get(hit.theme);
    if (says !== undefined && hit.first >= range.first && hit.end <= range.end) candidates.push({ first: hit.first, end: hit.end, says });
  }
  const kept: DuePart[] = [];
  for (const part of candidates.toSorted((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first)) {
    if (!kept.some((other) => part.first < other.end && other.first < part.end)) kept.push(part);
  }
  return kept.toSorted((a, b) => a.first - b.first);
}
