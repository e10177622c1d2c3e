import { INTENTS, SENTIMENTS } from '../domain/model/codes.ts';
import type { MessageSelection } from './held-messages.ts';
import { MESSAGE_MARK, NO_INTENTS } from './message-columns.ts';
import type { MessageTotals } from './overview-queries.ts';
import type { ProjectDatabase } from './project-database.ts';

const HOUR_MS = 3_600_000;

function highest(column: Uint32Array): number {
  let most = 0;
  for (let at = 0; at < column.length; at += 1) most = Math.max(most, column[at] ?? 0);
  return most;
}

/** {@link messageTotals} of messages held in memory: the same counts, in one pass over the columns. */
export function heldTotals({ columns, mask, count }: MessageSelection): MessageTotals {
  const { accounts, sourceAccounts, marks, intents, times } = columns;
  const profiles = new Uint8Array(Math.max(highest(accounts), highest(sourceAccounts)) + 1);
  const persons = new Uint8Array(profiles.length);
  const sums = { accounts: 0, persons: 0, outbound: 0, withoutAuthor: 0, withoutText: 0, relativeTimes: 0, unread: 0, abstained: 0 };
  let start = Infinity;
  let end = -Infinity;
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const person = accounts[at] ?? 0;
    const profile = (sourceAccounts[at] ?? 0) === 0 ? person : (sourceAccounts[at] ?? 0);
    const marked = marks[at] ?? 0;
    if (profile > 0 && profiles[profile] === 0) {
      profiles[profile] = 1;
      sums.accounts += 1;
    }
    if (person === 0) sums.withoutAuthor += 1;
    else if (persons[person] === 0) {
      persons[person] = 1;
      sums.persons += 1;
    }
    if ((marked & MESSAGE_MARK.withoutText) !== 0) sums.withoutText += 1;
    if ((marked & MESSAGE_MARK.relativeTime) !== 0) sums.relativeTimes += 1;
    if ((marked & MESSAGE_MARK.outbound) !== 0) sums.outbound += 1;
    else if (intents[at] === NO_INTENTS) {
      if ((marked & MESSAGE_MARK.tagsOnly) === 0) sums.unread += 1;
      if ((marked & MESSAGE_MARK.abstained) !== 0) sums.abstained += 1;
    }
    if ((marked & MESSAGE_MARK.placedInTime) === 0) continue;
    const time = times[at] ?? NaN;
    if (time < start) start = time;
    if (time > end) end = time;
  }
  return { messages: count, inbound: count - sums.outbound, ...sums, windowStartMs: start === Infinity ? null : start, windowEndMs: end === -Infinity ? null : end };
}

/** {@link messagesBy} of messages held in memory. */
export function heldCountsBy({ connection }: ProjectDatabase, dimension: 'network' | 'container' | 'language', { columns, mask }: MessageSelection): { value: string; messages: number }[] {
  const column = { network: columns.networks, container: columns.containers, language: columns.languages }[dimension];
  const counts = new Map<number, number>();
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const code = column[at] ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const names = dimension === 'language'
    ? columns.languageCodes.map((name, position) => [position + 1, name] as const)
    : (connection.prepare(dimension === 'network' ? 'SELECT id, code FROM network' : 'SELECT id, name FROM container').raw().all() as [number, string][]);
  const sums = new Map<string, number>();
  for (const [code, name] of names) {
    const messages = counts.get(code) ?? 0;
    if (messages > 0) sums.set(name, (sums.get(name) ?? 0) + messages);
  }
  return [...sums].map(([value, messages]) => ({ value, messages })).sort((one, other) => other.messages - one.messages || (one.value < other.value ? -1 : 1));
}

/** {@link hourlyVolume} of messages held in memory, by hour and label. */
export function heldVolume({ columns, mask }: MessageSelection, label: 'intent' | 'sentiment'): { hour: number; kind: string; messages: number }[] {
  const { marks, times } = columns;
  const column = label === 'intent' ? columns.primaryIntents : columns.sentiments;
  const codes: readonly string[] = ['unread', ...(label === 'intent' ? INTENTS : SENTIMENTS)];
  const counts = new Map<number, number>();
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const marked = marks[at] ?? 0;
    const time = times[at] ?? NaN;
    if ((marked & MESSAGE_MARK.placedInTime) === 0 || (marked & MESSAGE_MARK.outbound) !== 0 || Number.isNaN(time)) continue;
    const key = Math.trunc(time / HOUR_MS) * codes.length + (column[at] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, messages]) => {
    const code = ((key % codes.length) + codes.length) % codes.length;
    return { hour: (key - code) / codes.length, kind: codes[code] ?? 'unread', messages };
  }).sort((one, other) => one.hour - other.hour || (one.kind < other.kind ? -1 : 1));
}

/** Ids of one page of messages held in memory, in the order of {@link messagePage}; those without a time come last either way. */
export function heldPage({ columns, mask }: MessageSelection, { page, size, newestFirst }: { readonly page: number; readonly size: number; readonly newestFirst: boolean }): number[] {
  const { ids, timeOrder, times } = columns;
  const found: number[] = [];
  let skipped = page * size;
  const meet = (at: number): boolean => {
    if (mask[at] === 1) {
      if (skipped > 0) skipped -= 1;
      else found.push(ids[at] ?? 0);
    }
    return found.length < size;
  };
  const last = timeOrder.length - 1;
  for (let i = 0; i <= last; i += 1) if (!meet(timeOrder[newestFirst ? last - i : i] ?? 0)) return found;
  if (timeOrder.length === columns.size) return found;
  for (let i = 0; i < columns.size; i += 1) {
    const at = newestFirst ? columns.size - 1 - i : i;
    if (Number.isNaN(times[at] ?? NaN) && !meet(at)) return found;
  }
  return found;
}
