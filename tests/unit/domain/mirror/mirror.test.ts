import { describe, expect, it } from 'vitest';
import { proposes, replySuggests } from '../../../../src/domain/mirror/proposal-words.ts';
import { turnWaits, type SidedMessage } from '../../../../src/domain/mirror/turn-waits.ts';

const HOUR = 3_600_000;
const message = (messageId: number, hours: number, side: 'agency' | 'client', asks = false, threadId = 1): SidedMessage => ({ messageId, threadId, atMs: hours * HOUR, side, writerId: 1, asks, parentId: null });

describe('turns between two sides', () => {
  it('wait from the first message of a side to the other’s next, and to the end where none came', () => {
    const turns = turnWaits([message(1, 0, 'client', true), message(2, 1, 'client'), message(3, 5, 'agency'), message(4, 6, 'client')], 10 * HOUR);
    expect(turns.map(({ messageId, side, waitedSeconds, answered, asks, opens }) => [messageId, side, waitedSeconds / 3600, answered, asks, opens])).toEqual([
      [1, 'client', 5, true, true, true], [3, 'agency', 1, true, false, false], [4, 'client', 4, false, false, false],
    ]);
  });

  it('never cross conversations, nor the end of observation', () => {
    expect(turnWaits([message(1, 0, 'client', false, 1), message(2, 1, 'agency', false, 2), message(3, 20, 'agency', false, 1)], 10 * HOUR).every(({ answered }) => !answered)).toBe(true);
    expect(turnWaits([], 0)).toEqual([]);
  });
});

describe('proposals by their words', () => {
  it.each(['Proponiamo di aprire un canale per i rivenditori.', 'Che ne dite di un video al mese?', 'Potremmo rispondere entro un’ora.', 'We suggest moving the launch to May.', 'How about a help page?', 'I would recommend fewer posts.'])('%s', (text) => expect(proposes(text)).toBe(true));
  it.each(['Il consiglio di amministrazione si riunisce lunedì.', 'In allegato il report di marzo.', 'When do you need the files?', 'Grazie, ricevuto.', 'They recommended him last year'])('not: %s', (text) => expect(proposes(text)).toBe(false));

  it('suggests what a reply says of them, a refusal before assent', () => {
    expect(replySuggests('Va bene, procedete pure')).toBe('adopted');
    expect(replySuggests('Sounds good, go ahead')).toBe('adopted');
    expect(replySuggests('Va bene il tono, ma per ora no')).toBe('not-adopted');
    expect(replySuggests('We would rather not')).toBe('not-adopted');
    expect(replySuggests('Ne parliamo giovedì')).toBeNull();
  });
});
