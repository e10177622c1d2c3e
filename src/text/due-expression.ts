import type { Analysis, Token } from './analysis.ts';
import type { DueTime } from './due-time.ts';
import type { PromiseWords } from './lexicon.ts';
import type { PhraseHit } from './phrase-matcher.ts';

/** A time expression: its token range (last excluded) and what it names. */
interface DueExpression {
  readonly first: number;
  readonly end: number;
  readonly due: DueTime;
}

const UNIT_SECONDS = { minute: 60, hour: 3600, day: 86_400, week: 604_800 } as const;
const MOST_LEAD_TOKENS = 4;

const CODES: ReadonlyMap<string, DueTime> = new Map<string, DueTime>([
  ['due:today', { kind: 'end-of', unit: 'day', ahead: 0 }],
  ['due:tomorrow', { kind: 'end-of', unit: 'day', ahead: 1 }],
  ['due:after-tomorrow', { kind: 'end-of', unit: 'day', ahead: 2 }],
  ['due:this-week', { kind: 'end-of', unit: 'week', ahead: 0 }],
  ['due:next-week', { kind: 'end-of', unit: 'week', ahead: 1 }],
  ['due:this-month', { kind: 'end-of', unit: 'month', ahead: 0 }],
  ['due:vague', { kind: 'vague' }],
]);

const amountOf = (form: string, words: PromiseWords): number | null => {
  const named = words.numbers.get(form);
  if (named !== undefined) return named;
  const digits = /^(?:\d{1,3}[-/])?(\d{1,3})$/u.exec(form)?.[1];
  return digits === undefined ? null : Number(digits);
};

const withLead = (tokens: readonly Token[], first: number, floor: number, words: PromiseWords): number => {
  let lead = first;
  while (lead > floor && first - lead < MOST_LEAD_TOKENS && words.deadlineWords.has(tokens[lead - 1]?.form ?? '')) lead -= 1;
  return lead;
};

const ledByWithin = (tokens: readonly Token[], first: number, floor: number, words: PromiseWords): boolean => {
  for (let position = Math.max(floor, first - MOST_LEAD_TOKENS); position < first; position += 1) if (words.within.has(tokens[position]?.form ?? '')) return true;
  return false;
};

const durationAt = (tokens: readonly Token[], position: number, floor: number, end: number, words: PromiseWords): DueExpression | null => {
  const glued = /^(?:\d{1,3}[-/])?(\d{1,3})([a-z]{1,6})$/u.exec(tokens[position]?.form ?? '');
  let amount = glued === null ? amountOf(tokens[position]?.form ?? '', words) : Number(glued[1]);
  if (amount === null) return null;
  let next = position + 1;
  let unit = glued === null ? undefined : words.units.get(glued[2] ?? '');
  let business = false;
  for (let skipped = 0; unit === undefined && skipped < 4 && next < end; skipped += 1, next += 1) {
    const form = tokens[next]?.form ?? '';
    unit = words.units.get(form);
    if (unit !== undefined) continue;
    const more = amountOf(form, words);
    if (more !== null) amount = more;
    else if (words.business.has(form)) business = true;
    else if (!['-', '/', 'd', 'di', 'of', 'to', 'o', 'or', 'a', '–'].includes(form)) return null;
  }
  if (unit === undefined || !ledByWithin(tokens, position, floor, words)) return null;
  if (words.business.has(tokens[next]?.form ?? '') && next < end) {
    business = true;
    next += 1;
  }
  const due: DueTime = business && unit === 'day' ? { kind: 'business-days', days: amount } : { kind: 'duration', seconds: amount * UNIT_SECONDS[unit] };
  return { first: withLead(tokens, position, floor, words), end: next, due };
};

const monthAt = (token: Token | undefined, words: PromiseWords): number => {
  const form = token?.form ?? '';
  if (form.length < 3) return 0;
  return words.months.findIndex((month) => month === form || (form.length === 3 && month.startsWith(form) && token?.kind === 'word' && form !== 'mar' && form !== 'may')) + 1;
};

const dayNumber = (form: string): number | null => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(form)?.[1];
  const day = Number(digits);
  return digits !== undefined && day >= 1 && day <= 31 ? day : null;
};

const dateAt = (tokens: readonly Token[], position: number, floor: number, end: number, words: PromiseWords): DueExpression | null => {
  const month = monthAt(tokens[position], words);
  if (month > 0) {
    const before = position > floor ? dayNumber(tokens[position - 1]?.form ?? '') : null;
    const after = before === null && position + 1 < end ? dayNumber(tokens[position + 1]?.form ?? '') : null;
    const last = position + (after === null ? 1 : 2);
    const year = /^20\d\d$/u.test(tokens[last]?.form ?? '') && last < end ? Number(tokens[last]?.form) : null;
    const first = withLead(tokens, before === null ? position : position - 1, floor, words);
    if (before === null && after === null && first === position) return null;
    return { first, end: year === null ? last : last + 1, due: { kind: 'date', day: before ?? after, month, year } };
  }
  const numeric = /^(\d{1,2})[/.](\d{1,2})$/u.exec(tokens[position]?.form ?? '');
  if (numeric === null || !ledByWithin(tokens, position, floor, words)) return null;
  return Number(numeric[2]) > 12 ? null : { first: withLead(tokens, position, floor, words), end: position + 1, due: { kind: 'date', day: Number(numeric[1]), month: Number(numeric[2]), year: null } };
};

const clockAt = (tokens: readonly Token[], position: number, floor: number, end: number, words: PromiseWords): DueExpression | null => {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/u.exec(tokens[position]?.form ?? '');
  if (match === null) return null;
  const next = tokens[position + 1]?.form ?? '';
  const suffix = match[3] ?? (position + 1 < end && (next === 'am' || next === 'pm') ? next : undefined);
  const led = ['le', 'ore', 'by', 'before'].includes(tokens[position - 1]?.form ?? '') && position > floor;
  if (!led || (suffix === undefined && (tokens[position - 1]?.form === 'by' || tokens[position - 1]?.form === 'before') && match[2] === undefined)) return null;
  const hour = (Number(match[1]) % (suffix === undefined ? 24 : 12)) + (suffix === 'pm' ? 12 : 0);
  const minute = Number(match[2] ?? 0);
  if (minute > 59) return null;
  return { first: withLead(tokens, position, floor, words), end: position + (suffix !== undefined && match[3] === undefined ? 2 : 1), due: { kind: 'clock', hour, minute } };
};

/**
 * The time that a sentence names, if any: the most exact expression, earlier before later. `hits` are the promise
 * patterns of the text; the token range is the sentence. Null when nothing names a time.
 */
export function dueExpression(analysis: Analysis, hits: readonly PhraseHit[], range: { readonly first: number; readonly end: number }, words: PromiseWords): DueExpression | null {
  const { tokens } = analysis;
  for (const finder of [durationAt, dateAt]) {
    for (let position = range.first; position < range.end; position += 1) {
      const found = finder(tokens, position, range.first, range.end, words);
      if (found !== null) return found;
    }
  }
  for (let position = range.first; position < range.end; position += 1) {
    const weekday = words.weekdays.indexOf(tokens[position]?.form ?? '') + 1;
    if (weekday > 0) return { first: withLead(tokens, position, range.first, words), end: position + 1, due: { kind: 'weekday', weekday } };
  }
  const named = hits
    .filter((hit) => hit.theme.startsWith('due:') && hit.first >= range.first && hit.end <= range.end)
    .toSorted((a, b) => Number(a.theme === 'due:vague') - Number(b.theme === 'due:vague') || (b.end - b.first) - (a.end - a.first) || a.first - b.first);
  const best = named[0];
  if (best === undefined || best.theme === 'due:today') {
    for (let position = range.first; position < range.end; position += 1) {
      const found = clockAt(tokens, position, range.first, range.end, words);
      if (found !== null) return found;
    }
  }
  const due = best === undefined ? undefined : CODES.get(best.theme);
  return best === undefined || due === undefined ? null : { first: best.first, end: best.end, due };
}
