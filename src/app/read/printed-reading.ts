import type { Direction, Reading } from '../../domain/model/reading.ts';

/** A reading as the terminal prints it: what its direction can carry, nothing else. */
export function printedReading({ id, language, intent, intents, act, acts, labels, sentiment, sentiments, spans, promises, doubt, contact, economicTie, tone }: Reading, direction: Direction): object {
  return direction === 'inbound'
    ? { id, language, intent, intents, labels, sentiment, sentiments, spans, doubt, contact, economicTie }
    : { id, language, act, acts, labels, sentiment, sentiments, spans, promises, tone };
}
