import { ACTS, INTENTS, codeSet, type Act, type Intent } from '../domain/model/codes.ts';
import type { Direction, Reading } from '../domain/model/reading.ts';
import { byteRun, packChances, packSpans, type ByteRun } from './reading-bytes.ts';

/** Columns of the table of readings, in the order in which {@link readingSheet} fills them. */
export const READING_COLUMNS = [
  'message_id', 'direction', 'text_kind', 'language', 'sentiment', 'negative', 'intents', 'primary_intent', 'acts', 'primary_act',
  'recommendation_sign', 'economic_tie', 'thanks', 'doubt', 'abstained', 'contact', 'surest_millionths', 'tone', 'probabilities', 'spans', 'promises',
] as const;

/** What a column of a reading holds; of a packed one, how many bytes it takes. */
type ReadingValue = string | number | null;

/**
 * Readings as the table holds them: plain values in one flat list, a row after the other, and the bytes of the packed
 * columns in one run, in the order of the values that count them. It crosses from thread to thread at little cost.
 */
export interface ReadingSheet {
  readonly values: readonly ReadingValue[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Places of the packed columns in a row. */
export const PACKED_PLACES: readonly number[] = [READING_COLUMNS.indexOf('probabilities'), READING_COLUMNS.indexOf('spans')];

const isIntent = (label: Intent | Act): label is Intent => (INTENTS as readonly string[]).includes(label);
const isAct = (label: Intent | Act): label is Act => (ACTS as readonly string[]).includes(label);
const bit = (value: boolean): number => (value ? 1 : 0);

/** A probability in whole millionths, rounded down: it still passes every threshold in hundredths that it passed. */
export const inMillionths = (chance: number | null): number | null => (chance === null ? null : Math.floor(chance * 1e6 + 1e-3));

function written(bytes: ByteRun, write: (into: ByteRun) => void): number {
  const before = bytes.length();
  write(bytes);
  return bytes.length() - before;
}

function addReading(reading: Reading, direction: Direction, values: ReadingValue[], bytes: ByteRun): void {
  const { sentiments, intents, acts, labels, spans, promises } = reading;
  const chances = intents ?? acts;
  values.push(
    Number(reading.id), direction, reading.textKind, reading.language, reading.sentiment, sentiments?.negative ?? null,
    intents === null ? null : codeSet(INTENTS, labels.filter(isIntent)), reading.intent, acts === null ? null : codeSet(ACTS, labels.filter(isAct)), reading.act,
    reading.recommendationSign, bit(reading.economicTie), bit(reading.thanks), bit(reading.doubt), bit(reading.abstained), bit(reading.contact), inMillionths(reading.surest), reading.tone,
    chances === null ? null : written(bytes, (into) => packChances(chances, direction, into)),
    spans.length === 0 ? null : written(bytes, (into) => packSpans(spans, into)),
    promises.length === 0 ? null : JSON.stringify(promises),
  );
}

/** Readings, each with the direction of its text, as one sheet. The id of a reading has to be the number of a message. */
export function readingSheet(readings: readonly (readonly [reading: Reading, direction: Direction])[]): ReadingSheet {
  const values: ReadingValue[] = [];
  const bytes = byteRun(64 * readings.length);
  for (const [reading, direction] of readings) addReading(reading, direction, values, bytes);
  return { values, bytes: bytes.bytes() };
}
