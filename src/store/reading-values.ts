import { ACTS, INTENTS, codeSet, type Act, type Intent } from '../domain/model/codes.ts';
import type { Direction, EvidenceSpan, Reading } from '../domain/model/reading.ts';

/** Columns of the table of readings, in the order in which {@link readingValues} fills them. */
export const READING_COLUMNS = [
  'message_id', 'direction', 'text_kind', 'language', 'sentiment', 'negative', 'positive', 'intents', 'primary_intent', 'acts', 'primary_act', 'probabilities',
  'spans', 'promises', 'recommendation_sign', 'economic_tie', 'thanks', 'doubt', 'abstained', 'surest', 'contact', 'tone',
] as const;

/** What a column of a reading holds. */
export type ReadingValue = string | number | null;

const isIntent = (label: Intent | Act): label is Intent => (INTENTS as readonly string[]).includes(label);
const isAct = (label: Intent | Act): label is Act => (ACTS as readonly string[]).includes(label);
const bit = (value: boolean): number => (value ? 1 : 0);

/** Probabilities in thousandths as they are written. */
const THOUSANDTHS: readonly string[] = Array.from({ length: 1001 }, (_, number) => String(number / 1000));

function rounded(values: Readonly<Record<string, number>> | null): string | null {
  if (values === null) return null;
  let written = '';
  for (const code in values) {
    const probability = values[code] ?? 0;
    if (probability < 0.005) continue;
    const thousandths = Math.round(probability * 1000);
    written += `${written === '' ? '' : ','}"${code}":${THOUSANDTHS[thousandths] ?? String(thousandths / 1000)}`;
  }
  return `{${written}}`;
}

/** As JSON would write them: codes are plain letters. */
function writtenSpans(spans: readonly EvidenceSpan[]): string {
  let written = '';
  for (const { code, start, end } of spans) written += `${written === '' ? '' : ','}{"code":"${code}","start":${String(start)},"end":${String(end)}}`;
  return `[${written}]`;
}

/**
 * A reading as the table of readings holds it, one value a column of {@link READING_COLUMNS}, added to `into`: plain
 * values in one flat list, which crosses from thread to thread at little cost. Probabilities under .005 are left out and
 * the others rounded to three places. The reading's id has to be the number of a message.
 */
export function readingValues(reading: Reading, direction: Direction, into: ReadingValue[]): void {
  const { sentiments, intents, acts, labels, spans, promises } = reading;
  into.push(
    Number(reading.id), direction, reading.textKind, reading.language, reading.sentiment, sentiments?.negative ?? null, sentiments?.positive ?? null,
    intents === null ? null : codeSet(INTENTS, labels.filter(isIntent)), reading.intent, acts === null ? null : codeSet(ACTS, labels.filter(isAct)), reading.act, rounded(intents ?? acts),
    spans.length === 0 ? null : writtenSpans(spans), promises.length === 0 ? null : JSON.stringify(promises),
    reading.recommendationSign, bit(reading.economicTie), bit(reading.thanks), bit(reading.doubt), bit(reading.abstained), reading.surest, bit(reading.contact), reading.tone,
  );
}
