import { textKey } from '../response/text-key.ts';

/** One message of an account as the signs of automation look at it; `atMs` null where its time is coarser than a second. */
export interface ActivityFact {
  readonly messageId: number;
  readonly rootId: number;
  readonly atMs: number | null;
  readonly text: string | null;
}

/** A reason for taking an account for automatic or for a double, with its figures. */
export interface AccountSign {
  readonly flag: 'bot' | 'duplicate';
  readonly reason: 'source' | 'same-text' | 'regular' | 'rate' | 'says-so' | 'name' | 'same-name-same-texts';
  readonly confidence: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly messageIds: readonly number[];
}

const SHORTEST_TEXT = 20;
const LEAST_COPIES = 5;
const COPIES_SHARE = 0.5;
const LEAST_GAPS = 12;
const REGULAR_SHARE = 0.8;
const REGULAR_SECONDS = 1;
const RATE_WINDOW_S = 60;
const RATE_MESSAGES = 15;
const SAID = 3;
const NAMED_MESSAGES = 5;
const SELF_NAMED = /(?:i(?:'| a|’)?m a bot\b|\bi am a bot\b|\bsono un bot\b|this action was performed automatically|messaggio automatico\b|\bbeep boop\b)/iu;
const BOT_NAME = /(?:^|[_\-. ])bot(?:$|[_\-. \d])|bot$|\d{6,}$/iu;

function copies(facts: readonly ActivityFact[]): AccountSign | null {
  const byText = new Map<string, { ids: number[]; roots: Set<number> }>();
  for (const { messageId, rootId, text } of facts) {
    if (text === null || text.length < SHORTEST_TEXT) continue;
    const key = textKey(text);
    if (key.length < SHORTEST_TEXT) continue;
    const known = byText.get(key) ?? { ids: [], roots: new Set() };
    known.ids.push(messageId);
    known.roots.add(rootId);
    byText.set(key, known);
  }
  const repeated = [...byText.values()].filter(({ roots }) => roots.size >= LEAST_COPIES);
  const count = repeated.reduce((sum, { ids }) => sum + ids.length, 0);
  if (count === 0 || count / facts.length < COPIES_SHARE) return null;
  const threads = new Set(repeated.flatMap(({ roots }) => [...roots])).size;
  return { flag: 'bot', reason: 'same-text', confidence: Math.min(0.95, 0.5 + 0.03 * threads), figures: { messages: facts.length, copies: count, texts: repeated.length, threads }, messageIds: repeated.flatMap(({ ids }) => ids).slice(0, NAMED_MESSAGES) };
}

function timesOf(facts: readonly ActivityFact[]): number[] {
  const times = facts.flatMap(({ atMs }) => (atMs === null ? [] : [Math.floor(atMs / 1000)])).sort((one, other) => one - other);
  // a clock that never shows seconds was rounded by its source
  return times.every((second) => second % 60 === 0) ? [] : times;
}

function regular(times: readonly number[]): AccountSign | null {
  const gaps = times.slice(1).map((second, position) => second - (times[position] ?? 0)).sort((one, other) => one - other);
  if (gaps.length < LEAST_GAPS) return null;
  const median = gaps[gaps.length >> 1] ?? 0;
  if (median < 2 * REGULAR_SECONDS + 1) return null;
  const alike = gaps.filter((gap) => Math.abs(gap - median) <= REGULAR_SECONDS).length;
  if (alike / gaps.length < REGULAR_SHARE) return null;
  return { flag: 'bot', reason: 'regular', confidence: 0.85, figures: { messages: times.length, medianGapSeconds: median, alike, gaps: gaps.length }, messageIds: [] };
}

function rate(times: readonly number[]): AccountSign | null {
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last += 1) {
    while ((times[last] ?? 0) - (times[first] ?? 0) >= RATE_WINDOW_S) first += 1;
    most = Math.max(most, last - first + 1);
  }
  if (most < RATE_MESSAGES) return null;
  return { flag: 'bot', reason: 'rate', confidence: Math.min(0.95, 0.7 + 0.01 * (most - RATE_MESSAGES)), figures: { messages: times.length, mostInWindow: most, windowSeconds: RATE_WINDOW_S }, messageIds: [] };
}

function saidSo(facts: readonly ActivityFact[]): AccountSign | null {
  const ids = facts.flatMap(({ messageId, text }) => (text !== null && SELF_NAMED.test(text.slice(-1000)) ? [messageId] : []));
  if (ids.length < SAID || ids.length / facts.length < COPIES_SHARE) return null;
  return { flag: 'bot', reason: 'says-so', confidence: 0.9, figures: { messages: facts.length, times: ids.length }, messageIds: ids.slice(0, NAMED_MESSAGES) };
}

/**
 * Signs that an account is a program: the source says so; at least half of its messages are one text of 20 characters or
 * more put into five or more threads; at least 12 pauses of which 80 % are equal to the second; 15 or more messages within a minute;
 * it says so itself. A name like a bot's is added only to another sign. Never a verdict: a person confirms, except where the
 * source itself says it. Facts are of one account, in any order.
 */
export function botSigns(facts: readonly ActivityFact[], { sourceSaysBot, names }: { readonly sourceSaysBot: boolean; readonly names: readonly string[] }): AccountSign[] {
  const times = timesOf(facts);
  const signs = [copies(facts), regular(times), rate(times), saidSo(facts)].filter((sign) => sign !== null);
  if (sourceSaysBot) signs.unshift({ flag: 'bot', reason: 'source', confidence: 0.99, figures: { messages: facts.length }, messageIds: [] });
  if (signs.length > 0 && names.some((name) => BOT_NAME.test(name.slice(0, 100)))) signs.push({ flag: 'bot', reason: 'name', confidence: 0.2, figures: {}, messageIds: [] });
  return signs;
}
