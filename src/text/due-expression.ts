import type { Analysis, Token } from './analysis.ts';
import { dueParts, type DuePart, type TokenRange } from './due-parts.ts';
import type { CalendarSpan, DueTime } from './due-time.ts';
import type { PromiseWords } from './lexicon.ts';
import type { PhraseHit } from './phrase-matcher.ts';

/** A time expression: its token range (last excluded) and what it names. */
export interface DueExpression {
  readonly first: number;
  readonly end: number;
  readonly due: DueTime;
  /** The words wait for an event ("as soon as it lands"): they reach to the end of its clause. */
  readonly event: boolean;
}

const MOST_LEAD_TOKENS = 5;
const MOST_EVENT_TOKENS = 9;
const MOST_JOINING_TOKENS = 2;

interface Group {
  readonly first: number;
  readonly end: number;
  readonly parts: readonly DuePart[];
}

/** Where the words that lead to a time begin ("non oltre il", "no later than"): never with a word that only stands inside them. */
const withLead = (tokens: readonly Token[], first: number, floor: number, words: PromiseWords): number => {
  let lead = first;
  while (lead > floor && first - lead < MOST_LEAD_TOKENS && words.deadlineWords.has(tokens[lead - 1]?.form ?? '')) lead -= 1;
  while (lead < first && words.neverFirst.has(tokens[lead]?.form ?? '')) lead += 1;
  return lead;
};

const joins = (tokens: readonly Token[], from: number, to: number, words: PromiseWords): boolean => {
  if (to - from > MOST_JOINING_TOKENS) return false;
  for (let position = from; position < to; position += 1) if (!words.joining.has(tokens[position]?.form ?? '')) return false;
  return true;
};

// A day and an hour complete each other; two hours are a range; two days, or a length beside a day, are two times.
const completes = (parts: readonly DuePart[], next: DuePart): boolean => {
  const kinds = parts.map(({ says }) => says.kind);
  if (kinds.includes('whole') || next.says.kind === 'whole') return false;
  if (next.says.kind === 'filler' || kinds.every((kind) => kind === 'filler')) return true;
  if (next.says.kind === 'clock') return true;
  const last = parts.at(-1)?.says;
  if (next.says.kind === 'span' && next.says.span.of === 'date' && last?.kind === 'span' && last.span.of === 'weekday') return true;
  return next.says.kind === 'span' && !kinds.includes('span');
};

const grouped = (tokens: readonly Token[], parts: readonly DuePart[], words: PromiseWords): Group[] => {
  const groups: { first: number; end: number; parts: DuePart[] }[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last !== undefined && joins(tokens, last.end, part.first, words) && completes(last.parts, part)) {
      last.parts.push(part);
      last.end = part.end;
    } else groups.push({ first: part.first, end: part.end, parts: [part] });
  }
  return groups.filter(({ parts: own }) => own.some(({ says }) => says.kind === 'whole' || says.kind === 'span' || (says.kind === 'clock' && !says.ofDay)));
};

const spanNamed = (parts: readonly DuePart[]): CalendarSpan | null => {
  // of "lunedì 14" the number says more
  const spans = parts.flatMap(({ says }) => (says.kind === 'span' ? [says.span] : []));
  return spans.at(-1) ?? null;
};

const dueOf = (parts: readonly DuePart[], lead: readonly string[], words: PromiseWords): DueTime => {
  const whole = parts.find(({ says }) => says.kind === 'whole')?.says;
  if (whole?.kind === 'whole') return whole.due;
  const span = spanNamed(parts);
  const after = lead.some((form) => words.after.has(form));
  const clocks = parts.flatMap(({ says }) => (says.kind === 'clock' ? [says] : []));
  const clock = clocks.at(-1);
  if (clock === undefined) {
    if (span === null || (after && !(span.of === 'unit' && span.unit === 'day'))) return { kind: 'vague' };
    return { kind: 'calendar', span, edge: lead.some((form) => words.before.has(form)) ? 'start' : 'end' };
  }
  // an hour before which nothing is promised leaves the rest of the day
  if (after) return { kind: 'clock', hour: 24, minute: 0, loose: false, span: span ?? clock.span };
  return { kind: 'clock', hour: clock.hour, minute: clock.minute, loose: clock.loose, span: span ?? clock.span };
};

const eventEnd = (tokens: readonly Token[], from: number, range: TokenRange, words: PromiseWords): number => {
  let end = from;
  while (end < range.end && end - from < MOST_EVENT_TOKENS && tokens[end]?.kind !== 'punctuation' && !words.clauseStops.has(tokens[end]?.form ?? '')) end += 1;
  return end;
};

/**
 * Every time that a sentence names, in reading order, words that name none ("a breve", "as soon as it is back") among
 * them. `hits` are the promise patterns of the text; the token range is the sentence.
 */
export function dueExpressions(analysis: Analysis, hits: readonly PhraseHit[], range: TokenRange, words: PromiseWords): DueExpression[] {
  const { tokens } = analysis;
  const parts = dueParts(tokens, hits, range, words);
  return grouped(tokens, parts, words).map((group): DueExpression => {
    const first = withLead(tokens, group.first, range.first, words);
    const lead = tokens.slice(first, group.first).map(({ form }) => form);
    const event = group.parts.some(({ says }) => says.kind === 'whole' && says.event);
    return { first, end: event ? eventEnd(tokens, group.end, range, words) : group.end, due: dueOf(group.parts, lead, words), event };
  });
}

const isVague = ({ due }: DueExpression): boolean => due.kind === 'vague';

/**
 * The time that belongs to a commitment: one that names a moment before one that names none, then the nearest, then the
 * earlier. The words of an event stop where the commitment begins. Null without a time.
 */
export function dueOfCommitment(expressions: readonly DueExpression[], commitment: TokenRange): DueExpression | null {
  const distance = ({ first, end }: DueExpression): number => (first >= commitment.end ? first - commitment.end : Math.max(0, commitment.first - end));
  const [best] = expressions.toSorted((a, b) => Number(isVague(a)) - Number(isVague(b)) || distance(a) - distance(b) || a.first - b.first);
  if (best === undefined) return null;
  return best.event && best.first < commitment.first ? { ...best, end: Math.min(best.end, commitment.first) } : best;
}
