import { describe, expect, it } from 'vitest';
import { INTENTS, type Intent } from '../../../src/domain/model/codes.ts';
import type { Reading } from '../../../src/domain/model/reading.ts';
import { createReader } from '../../../src/text/reader.ts';

const reader = createReader();
const read = (text: string): Reading => reader.read({ id: 'x', text, direction: 'inbound' });

const GOLDEN: readonly (readonly [Intent, string, string])[] = [
  ['information', 'it', 'A che ora aprite la domenica?'],
  ['information', 'it', 'Qualcuno sa se il parcheggio è gratuito?'],
  ['information', 'en', 'What time do you open on Sunday?'],
  ['information', 'en', 'Does anyone know if the parking lot is free?'],
  ['trouble', 'it', "L'app non funziona da ieri, non riesco ad accedere"],
  ['trouble', 'it', 'Sto ancora aspettando il rimborso da due mesi!!!'],
  ['trouble', 'en', "My order never arrived and nobody answers the phone"],
  ['trouble', 'en', 'The app keeps crashing since the last update'],
  ['idea', 'it', 'Dovreste aggiungere una versione senza zucchero'],
  ['idea', 'it', 'Sarebbe bello avere un formato più piccolo'],
  ['idea', 'en', 'You should add a dark mode to the app'],
  ['idea', 'en', 'It would be great if there was a smaller size box'],
  ['purchase', 'it', 'quanto costa la confezione da sei?'],
  ['purchase', 'it', 'Dove lo trovo a Torino?'],
  ['purchase', 'en', 'How much is the six pack?'],
  ['purchase', 'en', 'Where can I buy this in Leeds?'],
  ['praise', 'it', 'Bellissima iniziativa, complimenti a tutti!'],
  ['praise', 'it', 'BUONISSIMOOOO il vostro caffè ❤️'],
  ['praise', 'en', 'I absolutely love this coffee, best ever!'],
  ['praise', 'en', 'Amazing service, thank you so much'],
  ['recommendation', 'it', 'Lo consiglio a tutti, compratelo'],
  ['recommendation', 'it', 'State alla larga, evitate questo negozio'],
  ['recommendation', 'en', 'Highly recommend this place to everyone'],
  ['recommendation', 'en', 'Do not buy from them, avoid this company'],
  ['help', 'it', 'Prova a riavviare dal menu, basta andare su impostazioni'],
  ['help', 'en', 'You can find it under settings, try logging out'],
  ['decision', 'it', 'Quale mi consigliate tra i due?'],
  ['decision', 'en', 'Which one should I get, the small or the large?'],
  ['contest', 'it', 'Partecipo al concorso con @anna e @luca'],
  ['contest', 'en', 'Entering the giveaway with @anna and @luke'],
  ['other', 'it', 'Lunedì prossimo è il mio turno'],
  ['other', 'en', 'My uncle lives near the lake'],
];

describe('intents', () => {
  it.each(GOLDEN)('reads %s in %s: %s', (intent, language, text) => {
    const reading = read(text);
    expect(reading.language).toBe(language);
    expect(reading.intent).toBe(intent);
    expect(reading.labels).toContain(intent);
    expect(Object.keys(reading.intents ?? {}).toSorted()).toEqual([...INTENTS].toSorted());
    expect(reading.act).toBeNull();
    expect(reading.promises).toEqual([]);
  });

  it('gives every label a span inside the text', () => {
    for (const [, , text] of GOLDEN) {
      const reading = read(text);
      for (const label of reading.labels) expect(reading.spans.map((span) => span.code)).toContain(label);
      for (const span of reading.spans) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it('points at the words of the text as given, behind mentions, emoji and entities', () => {
    const text = '@marchio 😍 &amp; ciao, quanto costa?';
    const span = read(text).spans.find(({ code }) => code === 'purchase');
    expect(text.slice(span?.start, span?.end)).toBe('quanto costa');
    const decomposed = 'Perche\u0301 no? Dove lo trovo?';
    const found = read(decomposed).spans.find(({ code }) => code === 'purchase');
    expect(decomposed.slice(found?.start, found?.end)).toContain('Dove lo trovo');
  });
});

describe('tie rules', () => {
  const TIES: readonly (readonly [string, Intent, string, string])[] = [
    ['a price question is purchase, not information', 'purchase', 'Che prezzo ha?', 'What is the price?'],
    ['an availability question is purchase', 'purchase', 'È ancora disponibile la taglia M?', 'Is the medium size still available?'],
    ['a discount question is purchase', 'purchase', 'Avete un codice sconto?', 'Do you have a discount code?'],
    ['a question about an order already placed is information', 'information', 'A che punto è il mio ordine?', 'Can I change the address of my order?'],
    ['a late order is trouble', 'trouble', 'Il mio ordine non è ancora arrivato, quando arriva?', 'My order has not arrived yet, when will it come?'],
    ['a question about a prize is contest', 'contest', 'Quando si sanno i vincitori del concorso?', 'When do you announce the giveaway winners?'],
    ['a problem with a question is trouble', 'trouble', "L'app non si apre più, come posso risolvere?", 'The app does not open anymore, how can I fix it?'],
    ['a sarcastic compliment about a failure is trouble', 'trouble', 'Complimenti, tre settimane e il pacco non è arrivato', 'Thanks for losing my parcel again'],
    ['a follow-up with details of a problem is trouble', 'trouble', 'Ho già riavviato il modem ma non funziona', 'I already restarted it and it still does not work'],
    ['thanks inside a request are not praise', 'information', 'A che ora chiudete oggi? Grazie mille', 'What time do you close today? Thank you so much'],
    ['a plain opinion is other', 'other', 'Spot orribile', 'Awful ad'],
    ['a rhetorical question is not information', 'other', 'Ma vi rendete conto di cosa dite?', 'Who does that?'],
  ];

  it.each(TIES)('%s', (_rule, intent, italian, english) => {
    for (const text of [italian, english]) {
      const reading = read(text);
      expect(`${text}: ${String(reading.intent)}`).toBe(`${text}: ${intent}`);
      if (intent === 'purchase' || intent === 'contest') expect(reading.labels).not.toContain('information');
      if (intent === 'information') expect(reading.labels).not.toContain('praise');
      if (intent === 'trouble' && reading.labels.includes('information')) expect(reading.labels.indexOf('information')).toBeGreaterThan(0);
    }
  });

  it('reads sarcasm as negative', () => {
    expect(read('Complimenti, tre settimane e il pacco non è arrivato').sentiment).toBe('negative');
    expect(read('Thanks for losing my parcel again').sentiment).toBe('negative');
  });

  it('keeps information second beside a problem', () => {
    for (const text of ["L'app non si apre più, come posso risolvere?", 'The app does not open anymore, how can I fix it?']) {
      const reading = read(text);
      expect(reading.intents?.information ?? 0).toBeGreaterThan(0.2);
      expect(reading.intents?.information ?? 1).toBeLessThan(reading.intents?.trouble ?? 0);
    }
  });

  it('signs recommendations', () => {
    expect(read('Lo consiglio a tutti, compratelo').recommendationSign).toBe(1);
    expect(read('State alla larga, evitate questo negozio').recommendationSign).toBe(-1);
    expect(read('Highly recommend this place to everyone').recommendationSign).toBe(1);
    expect(read('Do not buy from them, avoid this company').recommendationSign).toBe(-1);
    expect(read('Quanto costa?').recommendationSign).toBeNull();
  });
});

describe('sentiment', () => {
  it.each([
    ['negative', 'Che schifo, servizio pessimo'], ['negative', 'Non mi piace per niente'], ['negative', 'Terrible, I hate it'], ['negative', 'This is not good at all'],
    ['positive', 'Adoro questo gusto, fantastico'], ['positive', 'so goooood, love it 😍'], ['neutral', 'A che ora chiudete?'], ['neutral', 'What time do you close?'],
  ] as const)('%s: %s', (sentiment, text) => {
    const reading = read(text);
    expect(reading.sentiment).toBe(sentiment);
    const { negative, neutral, positive } = reading.sentiments ?? { negative: 0, neutral: 0, positive: 0 };
    expect(negative + neutral + positive).toBeCloseTo(1, 10);
  });
});

describe('signs beside the intents', () => {
  it('sees thanks and solutions, not courtesy or sarcasm', () => {
    expect(read('Grazie mille, risolto!').thanks).toBe(true);
    expect(read('Thank you, it works now').thanks).toBe(true);
    expect(read('Vorrei sapere gli orari, grazie in anticipo').thanks).toBe(false);
    expect(read('Thanks for nothing').thanks).toBe(false);
  });

  it('sees an economic tie in tags and words', () => {
    expect(read('Che buono questo caffè #adv').economicTie).toBe(true);
    expect(read('Loving this coffee #gifted').economicTie).toBe(true);
    expect(read('In collaborazione con il marchio, che buono').economicTie).toBe(true);
    expect(read('Vado ad aprire il negozio').economicTie).toBe(false);
  });
});
