/** A message of one container as several exports of it may hold it. */
export interface ExportedMessage {
  readonly id: number;
  /** The thread's first message, itself for a message that stands alone. */
  readonly rootId: number;
  /** It stands below another message, known or not. */
  readonly isBelow: boolean;
  readonly kind: string;
  /** UTC ms, null when unknown or only counted back from a rough age. */
  readonly atMs: number | null;
  /** Of the time only the day is known. */
  readonly isDayOnly: boolean;
  /** Text as compared, with its author where known; null without a text. Asked only where something is absent. */
  readonly key: () => string | null;
  /** Positions of the exports that hold it, ascending. */
  readonly heldBy: readonly number[];
  /** Replies that an export declares for it, by position of the export. */
  readonly declaredBy: ReadonlyMap<number, number>;
}

/** A message that a later export does not hold. `vanished`: the export covers its place; `not-re-exported`: it does not. */
export interface Absence {
  readonly id: number;
  readonly state: 'vanished' | 'not-re-exported';
  /** Position of the first export that says so. */
  readonly since: number;
}

/** Share of what was known of a list that an export must hold again to count as the whole list, where nothing declares its length. */
const SAME_LIST = 0.5;

/** Number of the day that a moment (UTC ms) falls on in the project's zone; consecutive days have consecutive numbers. */
export type DayOf = (atMs: number) => number;

/** A moment, or a whole day. */
interface Moment {
  readonly atMs: number;
  readonly isDayOnly: boolean;
}

/** The first and the last of some messages. */
interface Span {
  readonly first: Moment;
  readonly last: Moment;
  readonly count: number;
}

/** What one export holds of a container. */
interface ExportView {
  /** It holds messages below others, and some that an earlier export held: it speaks of answers, in the same ids. */
  readonly speaksBelow: boolean;
  readonly span: Span | null;
  readonly spanOfKind: ReadonlyMap<string, Span>;
  readonly threads: ReadonlySet<number>;
  readonly belowInThread: ReadonlyMap<number, number>;
  /** Texts it holds. */
  readonly keys: () => ReadonlySet<string>;
  /** Size at which its threads seem cut; null when none. */
  readonly cap: number | null;
}

/** Times are compared with each other; with what is known to the day only, days are. Negative when one is before the other, 0 when neither is. */
function compared(one: Moment, other: Moment, dayOf: DayOf): number {
  return one.isDayOnly || other.isDayOnly ? dayOf(one.atMs) - dayOf(other.atMs) : one.atMs - other.atMs;
}

function widened(span: Span | null | undefined, { atMs, isDayOnly }: ExportedMessage, dayOf: DayOf): Span | null {
  if (atMs === null) return span ?? null;
  const moment = { atMs, isDayOnly };
  if (span == null) return { first: moment, last: moment, count: 1 };
  // of one day the whole day reaches further than any moment of it, on both sides
  const [before, after] = [compared(moment, span.first, dayOf), compared(moment, span.last, dayOf)];
  return { first: before < 0 || (before === 0 && isDayOnly) ? moment : span.first, last: after > 0 || (after === 0 && isDayOnly) ? moment : span.last, count: span.count + 1 };
}

function isInside(span: Span | null | undefined, { atMs, isDayOnly }: ExportedMessage, dayOf: DayOf): boolean {
  return span != null && atMs !== null && compared({ atMs, isDayOnly }, span.first, dayOf) >= 0 && compared({ atMs, isDayOnly }, span.last, dayOf) <= 0;
}

/** Between two others of an export, not beside one of them: who asked for one post did not ask for another of the same moment. A day that is not told apart from theirs is between them. */
function isBetween({ first, last, count }: Span, { atMs, isDayOnly }: ExportedMessage, dayOf: DayOf): boolean {
  if (atMs === null || count < 2) return false;
  const moment = { atMs, isDayOnly };
  const [sinceFirst, untilLast] = [compared(moment, first, dayOf), compared(last, moment, dayOf)];
  return (sinceFirst > 0 || (sinceFirst === 0 && (isDayOnly || first.isDayOnly))) && (untilLast > 0 || (untilLast === 0 && (isDayOnly || last.isDayOnly)));
}

/** The size that at least five and a fifth of the threads share as the largest: where a tool stopped. */
function capOf(sizes: readonly number[]): number | null {
  // one by one: a place of a hundred thousand threads has more sizes than a call has room for arguments
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const many = sizes.filter((size) => size === largest).length;
  return largest >= 5 && many >= 5 && many >= sizes.length / 5 ? largest : null;
}

/** Whether two exports hold a message in common, by position: those that hold none name things otherwise and say nothing of each other. */
function kinship(messages: readonly ExportedMessage[], exports: number): (one: number, other: number) => boolean {
  const shared = new Set<number>();
  for (const { heldBy } of messages) for (const one of heldBy) for (const other of heldBy) shared.add(one * exports + other);
  return (one, other) => shared.has(one * exports + other);
}

function viewOf(messages: readonly ExportedMessage[], position: number, dayOf: DayOf): ExportView {
  let holdsAgain = false;
  let span: Span | null = null;
  const spanOfKind = new Map<string, Span>();
  const threads = new Set<number>();
  const belowInThread = new Map<number, number>();
  let known: ReadonlySet<string> | null = null;
  const keys = (): ReadonlySet<string> => (known ??= new Set(messages.flatMap(({ key, heldBy }) => (heldBy.includes(position) ? (key() ?? []) : []))));
  for (const message of messages) {
    if (!message.heldBy.includes(position)) continue;
    threads.add(message.rootId);
    span = widened(span, message, dayOf);
    if (message.isBelow) {
      belowInThread.set(message.rootId, (belowInThread.get(message.rootId) ?? 0) + 1);
      if ((message.heldBy[0] ?? position) < position) holdsAgain = true;
    } else {
      const wide = widened(spanOfKind.get(message.kind), message, dayOf);
      if (wide !== null) spanOfKind.set(message.kind, wide);
    }
  }
  return { speaksBelow: holdsAgain, span, spanOfKind, threads, belowInThread, keys, cap: capOf([...belowInThread.values()]) };
}

/** Of the messages that a test picks and that kindred exports held before, the share an export holds again; 0 without any. */
function heldAgain(messages: readonly ExportedMessage[], position: number, picks: (message: ExportedMessage) => boolean): number {
  let known = 0;
  let again = 0;
  for (const message of messages) {
    if (!picks(message)) continue;
    known += 1;
    if (message.heldBy.includes(position)) again += 1;
  }
  return known === 0 ? 0 : again / known;
}

/**
 * Messages of one container that later exports no longer hold. Exports are positions in the order in which they were
 * collected, `collectedAtMs` by position; of two collected at one moment neither is later. An export speaks only of what
 * exports held that share some message with it: another tool names the same things otherwise. An export covers an answer when it holds the thread whole: it has as many answers as it declares there, or,
 * where it declares none, the answer's time lies within its times, its threads stop at no common size and it holds at
 * least half of what was known there. It covers what opens threads when the time lies between two of its times of that kind and it
 * holds at least half of those known. Whatever it does not cover, or holds under another id, is not re-exported; an
 * export without answers, or in other ids, says nothing of answers. With a vanished post its answers vanish.
 * O(messages x exports).
 */
export function absences(messages: readonly ExportedMessage[], { collectedAtMs, dayOf }: { readonly collectedAtMs: readonly number[]; readonly dayOf: DayOf }): Absence[] {
  const exports = collectedAtMs.length;
  const isKin = kinship(messages, exports);
  const isLater = (position: number, than: number): boolean => (collectedAtMs[position] ?? -Infinity) > (collectedAtMs[than] ?? -Infinity);
  const wasKnown = ({ heldBy }: ExportedMessage, position: number): boolean => heldBy.some((holder) => holder < position && isKin(holder, position));
  const views = Array.from({ length: exports }, (_, position) => viewOf(messages, position, dayOf));
  const inThread = new Map<number, ExportedMessage[]>();
  for (const message of messages) {
    const thread = inThread.get(message.rootId);
    if (thread === undefined) inThread.set(message.rootId, [message]);
    else thread.push(message);
  }
  const lists = new Map<string, boolean>();
  const remembered = (key: string, ask: () => boolean): boolean => {
    const known = lists.get(key) ?? ask();
    lists.set(key, known);
    return known;
  };
  const declaredAt = (root: ExportedMessage | undefined, position: number): number | undefined => root?.declaredBy.get(position) ?? [...(root?.declaredBy ?? [])].find(([other]) => collectedAtMs[other] === collectedAtMs[position])?.[1];
  const found = new Map<number, Absence>();
  const judge = (message: ExportedMessage, stateAt: (view: ExportView, position: number) => Absence['state'] | null): void => {
    let first: Absence | null = null;
    const last = message.heldBy.at(-1) ?? exports;
    for (let position = last + 1; position < exports; position += 1) {
      const view = views[position];
      if (view === undefined || !isLater(position, last) || !wasKnown(message, position)) continue;
      const state = stateAt(view, position);
      if (state === null) continue;
      const key = state === 'vanished' ? message.key() : null;
      const isElsewhere = key !== null && view.keys().has(key);
      const said: Absence = { id: message.id, state: isElsewhere ? 'not-re-exported' : state, since: position };
      first ??= said;
      if (said.state !== 'vanished') continue;
      first = said;
      break;
    }
    if (first !== null) found.set(message.id, first);
  };
  // 1. what opens threads
  for (const message of messages) {
    if (message.isBelow) continue;
    judge(message, (view, position) => {
      const span = view.spanOfKind.get(message.kind);
      if (span === undefined) return null;
      const isWhole = isBetween(span, message, dayOf) && remembered(`${String(position)} ${message.kind}`, () => heldAgain(messages, position, (other) => !other.isBelow && other.kind === message.kind && isInside(span, other, dayOf) && wasKnown(other, position)) >= SAME_LIST);
      return isWhole ? 'vanished' : 'not-re-exported';
    });
  }
  // 2. what stands below them
  for (const message of messages) {
    if (!message.isBelow) continue;
    const thread = inThread.get(message.rootId) ?? [];
    const root = thread.find(({ id }) => id === message.rootId);
    judge(message, (view, position) => {
      const above = root === undefined || root === message ? undefined : found.get(root.id);
      if (above?.state === 'vanished' && above.since <= position) return 'vanished';
      if (!view.speaksBelow) return null;
      if (!view.threads.has(message.rootId)) return 'not-re-exported';
      const held = view.belowInThread.get(message.rootId) ?? 0;
      // a file of posts collected at the same moment declares for one of comments
      const declared = declaredAt(root, position);
      if (declared !== undefined) return held >= declared ? 'vanished' : 'not-re-exported';
      if (held === 0 || held === view.cap || !isInside(view.span, message, dayOf)) return 'not-re-exported';
      return remembered(`${String(position)} thread ${String(message.rootId)}`, () => heldAgain(thread, position, (other) => other.isBelow && isInside(view.span, other, dayOf) && wasKnown(other, position)) >= SAME_LIST) ? 'vanished' : 'not-re-exported';
    });
  }
  return [...found.values()];
}
