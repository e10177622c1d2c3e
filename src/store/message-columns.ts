import { INTENTS, SENTIMENTS, type Intent, type Sentiment } from '../domain/model/codes.ts';
import { tellsHour } from './local-hours.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Bits of {@link MessageColumns.marks}. */
export const MESSAGE_MARK = { outbound: 1, placedInTime: 2, relativeTime: 4, withoutText: 8, tagsOnly: 16, abstained: 32, withHour: 64 } as const;

/**
 * What filters and counts ask of every message, a typed column each, by position in the order of ids: a filter over a
 * million messages is a pass over some megabytes instead of over the file. About 45 bytes a message. 0 stands for "none" in
 * columns of ids and codes, NaN for a time that is not known.
 */
export interface MessageColumns {
  readonly size: number;
  /** Ascending. */
  readonly ids: Float64Array;
  readonly networks: Uint32Array;
  readonly containers: Uint32Array;
  /** The account of the person who wrote it. */
  readonly accounts: Uint32Array;
  /** The profile it was written from, where that is another account of the same person. */
  readonly sourceAccounts: Uint32Array;
  /** UTC ms. */
  readonly times: Float64Array;
  /** Positions of messages whose time is known, by time, then by id. */
  readonly timeOrder: Uint32Array;
  /** Position of the message it answers, plus one. */
  readonly parents: Uint32Array;
  /** {@link MESSAGE_MARK} bits. */
  readonly marks: Uint8Array;
  /** Position in `languageCodes`, plus one. */
  readonly languages: Uint16Array;
  readonly languageCodes: readonly string[];
  /** Set of INTENTS; with {@link NO_INTENTS} where none was read. */
  readonly intents: Uint16Array;
  /** Position in INTENTS, plus one. */
  readonly primaryIntents: Uint8Array;
  /** Position in SENTIMENTS, plus one. */
  readonly sentiments: Uint8Array;
}

/** In {@link MessageColumns.intents}: the message carries no reading of intents. */
export const NO_INTENTS = 0x8000;

/** Messages that are read in one go while columns are built. */
const SLICE = 10_000;

type MessageRow = [id: number, network: number, container: number | null, account: number | null, source: number | null, atMs: number | null, precision: string, parent: number | null, withoutText: number];
type ReadingRow = [messageId: number, direction: string, language: string, sentiment: Sentiment | null, intents: number | null, primary: Intent | null, textKind: string, abstained: number];

/** The position of an id in an ascending column, or -1. O(log n). */
export function positionIn(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * Builds the columns in slices, so that questions can be answered between two: each step of the generator reads some ten
 * thousand messages, and its last value is the columns. A message that comes while they are built is not in them: who holds them
 * compares the version of the data before and after. About 2 microseconds a message.
 */
export function* messageColumnSlices({ connection }: ProjectDatabase): Generator<null, MessageColumns> {
  const size = connection.prepare('SELECT count(*) FROM message').pluck().get() as number;
  const ids = new Float64Array(size);
  const parentIds = new Float64Array(size);
  const columns = {
    networks: new Uint32Array(size), containers: new Uint32Array(size), accounts: new Uint32Array(size), sourceAccounts: new Uint32Array(size), times: new Float64Array(size).fill(NaN),
    parents: new Uint32Array(size), marks: new Uint8Array(size), languages: new Uint16Array(size), intents: new Uint16Array(size).fill(NO_INTENTS), primaryIntents: new Uint8Array(size), sentiments: new Uint8Array(size),
  };
  const languageCodes: string[] = [];
  const languageAt = new Map<string, number>();
  const messages = connection.prepare(`SELECT id, network_id, container_id, account_id, source_account_id, created_at_ms, precision, parent_id, text IS NULL OR text = '' FROM message WHERE id > ? ORDER BY id LIMIT ${SLICE}`).raw();
  const readings = connection.prepare('SELECT message_id, direction, language, sentiment, intents, primary_intent, text_kind, abstained FROM reading WHERE message_id > ? AND message_id <= ? ORDER BY message_id').raw();
  let filled = 0;
  for (let after = -1; filled < size; ) {
    const rows = messages.all(after) as MessageRow[];
    const last = rows.at(-1);
    if (last === undefined) break;
    const first = filled;
    for (const [id, network, container, account, source, atMs, precision, parent, withoutText] of rows) {
      if (filled >= size) break;
      ids[filled] = id;
      parentIds[filled] = parent ?? -1;
      columns.networks[filled] = network;
      columns.containers[filled] = container ?? 0;
      columns.accounts[filled] = account ?? 0;
      columns.sourceAccounts[filled] = source ?? 0;
      columns.times[filled] = atMs ?? NaN;
      const isRelative = precision === 'relative' || precision === 'none';
      columns.marks[filled] = (isRelative ? MESSAGE_MARK.relativeTime : MESSAGE_MARK.placedInTime) | (withoutText === 1 ? MESSAGE_MARK.withoutText : 0) | (tellsHour(precision) ? MESSAGE_MARK.withHour : 0);
      filled += 1;
    }
    let place = first;
    for (const [messageId, direction, language, sentiment, intents, primary, textKind, abstained] of readings.all(after, last[0]) as ReadingRow[]) {
      while (place < filled && (ids[place] ?? 0) < messageId) place += 1;
      if (ids[place] !== messageId) continue;
      let code = languageAt.get(language);
      if (code === undefined) {
        languageCodes.push(language);
        code = languageCodes.length;
        languageAt.set(language, code);
      }
      columns.languages[place] = code;
      columns.intents[place] = intents ?? NO_INTENTS;
      columns.primaryIntents[place] = primary === null ? 0 : INTENTS.indexOf(primary) + 1;
      columns.sentiments[place] = sentiment === null ? 0 : SENTIMENTS.indexOf(sentiment) + 1;
      columns.marks[place] = (columns.marks[place] ?? 0) | (direction === 'outbound' ? MESSAGE_MARK.outbound : 0) | (textKind === 'emoji' || textKind === 'tags' ? MESSAGE_MARK.tagsOnly : 0) | (abstained === 1 ? MESSAGE_MARK.abstained : 0);
    }
    after = last[0];
    yield null;
  }
  const known = ids.subarray(0, filled);
  for (let place = 0; place < filled; place += 1) {
    const parent = parentIds[place] ?? -1;
    if (parent >= 0) columns.parents[place] = positionIn(known, parent) + 1;
    if (place % (SLICE * 10) === 0) yield null;
  }
  const timeOrder = new Uint32Array(filled);
  let ordered = 0;
  const byTime = connection.prepare(`SELECT created_at_ms, id FROM message WHERE (created_at_ms, id) > (?, ?) ORDER BY created_at_ms, id LIMIT ${SLICE}`).raw();
  for (let after: [number, number] | undefined = [-8.64e15, -1]; after !== undefined; ) {
    const rows = byTime.all(...after) as [number, number][];
    for (const [, id] of rows) {
      const place = positionIn(known, id);
      if (place < 0 || ordered >= filled) continue;
      timeOrder[ordered] = place;
      ordered += 1;
    }
    after = rows.at(-1);
    yield null;
  }
  return { size: filled, ids: known, languageCodes, ...columns, timeOrder: timeOrder.subarray(0, ordered) };
}
