import { describe, expect, it } from 'vitest';
import { createReader } from '../../../src/text/reader.ts';

const reader = createReader();
const thanks = (text: string, sourceLanguage: string): boolean => reader.read({ id: 'x', text, direction: 'inbound', sourceLanguage }).thanks;

describe('thanks', () => {
  it.each([
    ['it', 'Grazie mille'], ['it', 'Perfetto, grazie'], ['it', 'Ok grazieeee'], ['it', 'grz davvero'], ['it', 'Vi ringrazio di cuore'], ['it', 'Gentilissimi come sempre'],
    ['it', 'Siete stati gentilissimi'], ['it', 'Ve ne sono grata'], ['it', 'Mi avete salvato la giornata'], ['it', 'Grazie per la risposta'], ['it', 'Non so come ringraziarvi'], ['it', 'Molto gentile, buona giornata'], ['it', 'Tutto risolto, ottimo'],
    ['en', 'Thanks'], ['en', 'Perfect, thank you'], ['en', 'Thanks a million'], ['en', 'Much appreciated'], ['en', "You're a star"], ['en', 'Cheers mate'], ['en', 'Brilliant, cheers'],
    ['en', 'Really grateful for the help'], ['en', 'tysm'], ['en', 'That was very helpful'], ['en', 'All sorted now, thank you so much'],
  ])('%s: %s', (language, text) => {
    expect(thanks(text, language)).toBe(true);
  });

  it.each([
    ['it', 'Il pacco non arriva, fatemi sapere. Grazie'], ['it', 'A che ora chiudete? Grazie'], ['it', 'Vorrei sapere gli orari, grazie'], ['it', 'No grazie'], ['it', 'Grazie al cazzo'], ['it', 'Ringrazio anticipatamente'],
    ['en', 'Could you confirm the time of the train thank you'], ['en', 'What time do you close? Thanks'], ['en', 'No thanks'], ['en', 'Thanks in advance'], ['en', 'Thanks for nothing'], ['en', 'My weekend is ruined thanks to you'], ['en', 'Thank god it is over'],
  ])('%s courtesy, refusal or sarcasm: %s', (language, text) => {
    expect(thanks(text, language)).toBe(false);
  });
});
