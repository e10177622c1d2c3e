import { describe, expect, it } from 'vitest';
import { messageTone, type TonedMessage } from '../../../../src/domain/reading-check/message-tone.ts';

const said = (sentiment: TonedMessage['sentiment'], people: number, each = 1, from = 0): TonedMessage[] => Array.from({ length: people * each }, (_, at) => ({ authorId: from + Math.floor(at / each), sentiment }));
const donors = [
  ...Array.from({ length: 40 }, () => ({ said: 'negative', truthAll: ['negative'], weight: 1 })), ...Array.from({ length: 40 }, () => ({ said: 'neutral', truthAll: ['negative'], weight: 1 })),
  ...Array.from({ length: 40 }, () => ({ said: 'neutral', truthAll: ['neutral'], weight: 1 })), ...Array.from({ length: 40 }, () => ({ said: 'positive', truthAll: ['positive'], weight: 1 })),
];

describe('tone of messages', () => {
  it('counts, with no number under five people and no share under thirty messages', () => {
    expect(messageTone(said('negative', 4, 20), null)).toMatchObject({ n: 80, tooFew: true, negative: { k: 0, estimate: null } });
    const few = messageTone([...said('negative', 7), ...said('positive', 15, 1, 50)], null);
    expect(few).toMatchObject({ n: 22, people: 22, tooFew: false, negative: { k: 7, n: 22, estimate: null }, corrected: null });
  });

  it('is less certain where one person says much of it', () => {
    const spread = messageTone([...said('negative', 30), ...said('neutral', 30, 1, 100)], null);
    const loud = messageTone([...said('negative', 1, 30), ...said('neutral', 30, 1, 100)], null);
    const width = ({ negative: { low, high } }: typeof spread): number => (high ?? 0) - (low ?? 0);
    expect(width(loud)).toBeGreaterThan(2 * width(spread));
  });

  it('is corrected for what the reader mistakes, the same for the same seed', () => {
    const messages = [...said('negative', 20), ...said('neutral', 80, 1, 100)];
    const drawing = { donors, whole: [40, 80, 40], seed: 4 };
    const { negative, corrected } = messageTone(messages, drawing);
    expect(negative.estimate).toBeCloseTo(0.2, 10);
    // half of what is read as neutral is negative in the sample
    expect(corrected?.negative.estimate).toBeGreaterThan(0.35);
    expect(corrected?.negative.estimate).toBeLessThan(0.85);
    expect(messageTone(messages, drawing)).toEqual(messageTone(messages, drawing));
    expect(corrected?.negative.low).toBeLessThan(corrected?.negative.estimate ?? 0);
  });
});
