import { describe, expect, it } from 'vitest';
import type { Act } from '../../../src/domain/model/codes.ts';
import type { PromiseFound, Reading } from '../../../src/domain/model/reading.ts';
import { createReader } from '../../../src/text/reader.ts';

const reader = createReader();
const ROME = 'Europe/Rome';
const read = (text: string, at?: string, timeZone = ROME): Reading =>
  reader.read({ id: 'x', text, direction: 'outbound', timeZone, ...(at === undefined ? {} : { atMs: Date.parse(at) }) });
const promise = (text: string, at?: string, timeZone = ROME): PromiseFound | undefined => read(text, at, timeZone).promises[0];

describe('acts', () => {
  const GOLDEN: readonly (readonly [Act, string])[] = [
    ['answer', 'Ciao Marta, lo trovi nei nostri negozi di Milano e Torino'],
    ['answer', '@anna You can find it in all our stores'],
    ['care', "Ci dispiace molto per l'accaduto, siamo mortificati"],
    ['care', 'We are so sorry for the inconvenience, we understand how frustrating this is'],
    ['ask', 'E voi, quale preferite?'],
    ['ask', 'Which flavour is your favourite?'],
    ['acknowledge', 'Grazie mille per il suggerimento, ottima idea'],
    ['acknowledge', '@anna Thanks for sharing, so glad you like it!'],
    ['deflect', 'Ciao, scrivici in privato per favore'],
    ['deflect', '@anna Please send us a DM with your order number'],
    ['promotion', 'Solo oggi sconto del 30% su tutto lo shop online'],
    ['promotion', 'Enter now for a chance to win two tickets, 20% off with code SUN'],
    ['content', 'Scopri la storia della nostra torrefazione #caffe'],
    ['content', 'Discover the story of our roastery #coffee'],
    ['personal', 'Abbiamo preparato una sorpresa per te'],
    ['personal', 'We sent you a little surprise gift'],
    ['promise', 'Ti ricontattiamo entro domani'],
    ['promise', 'Our team will contact you tomorrow'],
  ];

  it.each(GOLDEN)('reads %s: %s', (act, text) => {
    const reading = read(text);
    expect(reading.labels).toContain(act);
    expect(reading.intent).toBeNull();
    expect(reading.acts?.template).toBe(0);
    expect(reading.spans.map((span) => span.code)).toContain(act);
  });

  it('puts the private channel first, the question second', () => {
    expect(read('Ci dispiace, puoi scriverci in privato il numero dell’ordine?').act).toBe('deflect');
    expect(read('@anna Sorry to hear that! Could you send us a DM with your number?').act).toBe('deflect');
  });
});

// Monday 2 March 2026, ten in the morning in Rome.
const MONDAY = '2026-03-02T10:00:00+01:00';
const HOURS = 3600;

describe('promises', () => {
  it.each([
    ['Le rispondiamo in giornata', 'in giornata', 14 * HOURS],
    ['Ti ricontattiamo entro venerdì', 'entro venerdì', (4 * 24 + 14) * HOURS],
    ['Ti ricontattiamo entro lunedì', 'entro lunedì', 14 * HOURS],
    ['Ti aggiorniamo domani', 'domani', (24 + 14) * HOURS],
    ['Ti rispondiamo entro 24 ore', 'entro 24 ore', 86_400],
    ['Ti rispondiamo entro 48h', 'entro 48h', 172_800],
    ['Faremo sapere entro un’ora', 'entro un’ora', 3600],
    ['Spediremo il pacco entro 3-5 giorni lavorativi', 'entro 3-5 giorni lavorativi', (7 * 24 + 14) * HOURS],
    ['Il rimborso arriverà: ti aggiorneremo entro il 15 marzo', 'entro il 15 marzo', (13 * 24 + 14) * HOURS],
    ['Ti contatteremo la prossima settimana', 'la prossima settimana', (13 * 24 + 14) * HOURS],
    ['Ti richiamiamo entro le 18', 'entro le 18', 8 * HOURS],
    ['We will reply within 24 hours', 'within 24 hours', 86_400],
    ['Our team will call you by Friday', 'by Friday', (4 * 24 + 14) * HOURS],
    ['We will get back to you tomorrow', 'tomorrow', (24 + 14) * HOURS],
    ['We will send it by end of day', 'by end of day', 14 * HOURS],
    ['We will refund you within 2 weeks', 'within 2 weeks', 14 * 86_400],
    ['We will call you by 5 pm', 'by 5 pm', 7 * HOURS],
    ['We will ship it by March 15', 'by March 15', (13 * 24 + 14) * HOURS],
  ] as const)('%s', (text, dueText, seconds) => {
    const found = promise(text, MONDAY);
    expect(found?.dueText).toBe(dueText);
    expect(found?.dueAfterSeconds).toBe(seconds);
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
    expect(found?.text).toContain(dueText);
  });

  it.each([
    ['Ti ricontattiamo a breve', 'a breve'], ['Vi faremo sapere appena possibile', 'appena possibile'],
    ['We will be in touch shortly', 'shortly'], ['We will update you as soon as possible', 'as soon as possible'],
  ])('names no time: %s', (text, dueText) => {
    expect(promise(text, MONDAY)).toMatchObject({ dueText, dueAfterSeconds: null });
  });

  it('knows promises without any time', () => {
    expect(promise('Ti ricontattiamo noi', MONDAY)).toMatchObject({ dueText: null, dueAfterSeconds: null });
    expect(promise("We'll pass this on to the team", MONDAY)).toMatchObject({ dueText: null, dueAfterSeconds: null });
  });

  it('resolves lengths without a clock and calendar words only with one', () => {
    expect(promise('Ti rispondiamo entro 24 ore')?.dueAfterSeconds).toBe(86_400);
    expect(promise('Ti rispondiamo domani')).toMatchObject({ dueText: 'domani', dueAfterSeconds: null });
    expect(promise('We will call you by Friday')).toMatchObject({ dueText: 'by Friday', dueAfterSeconds: null });
  });

  it('counts the hours that the clock change takes or gives', () => {
    // In Rome clocks go forward on 29 March 2026 and back on 25 October 2026, both Sundays.
    expect(promise('Ti ricontattiamo domani', '2026-03-28T22:00:00+01:00')?.dueAfterSeconds).toBe((2 + 23) * HOURS);
    expect(promise('Ti ricontattiamo domani', '2026-10-24T22:00:00+02:00')?.dueAfterSeconds).toBe((2 + 25) * HOURS);
    expect(promise('Ti rispondiamo entro 24 ore', '2026-03-28T22:00:00+01:00')?.dueAfterSeconds).toBe(86_400);
  });

  it('uses the zone of the message', () => {
    expect(promise('We will reply by end of day', MONDAY, 'America/New_York')?.dueAfterSeconds).toBe(20 * HOURS);
    expect(promise('We will reply by end of day', MONDAY, 'Not/AZone')?.dueAfterSeconds).toBe(15 * HOURS);
  });

  it.each(['We can help you with that', 'Come possiamo aiutarti?', 'Speriamo di rivederti presto', 'Will you be there tomorrow?', 'Abbiamo segnalato il problema ieri', 'We are not able to refund orders', 'I negozi aprono alle 9'])('finds none in: %s', (text) => {
    expect(read(text, MONDAY).promises).toEqual([]);
  });

  it('ignores promise words in inbound texts', () => {
    expect(reader.read({ id: 'x', text: 'Vi ricontatteremo domani', direction: 'inbound' }).promises).toEqual([]);
  });
});
