import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/domain/model/reading.ts';
import { createReader } from '../../../src/text/reader.ts';

const reader = createReader();
const read = (text: string, direction: 'inbound' | 'outbound', sourceLanguage: string): Reading => reader.read({ id: 'x', text, direction, sourceLanguage });

describe('posts that announce a prize draw', () => {
  it.each([
    ['it', 'Vinci un weekend per due: tagga due amici nei commenti e segui la pagina'],
    ['it', 'GIVEAWAY 🎁 In palio tre confezioni, commenta per partecipare'],
    ['it', 'Vuoi vincere la nostra nuova borsa? Metti mi piace e menziona un’amica, estrazione venerdì'],
    ['it', 'Ti piacerebbe passare una giornata con noi? Commenta con il tuo gusto preferito per partecipare, estrarremo tre vincitori'],
    ['it', 'Tentate la fortuna: regaliamo due biglietti a uno di voi, scrivete con chi verreste'],
    ['it', 'Partecipa al concorso, scrivici in direct il codice dello scontrino'],
    ['en', 'Win a weekend for two: tag two friends below and follow the page'],
    ['en', 'GIVEAWAY 🎁 Three boxes up for grabs, comment to enter'],
    ['en', 'Which flavour is your favourite? Comment for a chance to win, winners announced on Friday'],
    ['en', "It's competition time! Like and share to enter, one lucky winner will be picked at random"],
    ['en', 'Enter our prize draw before Sunday'],
  ])('%s: %s', (language, text) => {
    const reading = read(text, 'outbound', language);
    expect(reading.act).toBe('promotion');
    expect(reading.labels).toContain('promotion');
  });

  it.each([
    ['it', 'answer', 'Ciao Anna, lo trovi nei nostri negozi'], ['it', 'ask', 'E voi, quale gusto preferite?'], ['en', 'ask', 'Which flavour is your favourite?'], ['en', 'answer', '@anna You can find it in all our stores'],
  ])('%s stays %s: %s', (language, act, text) => {
    expect(read(text, 'outbound', language).act).toBe(act);
  });
});

describe('entries of people', () => {
  it.each([
    ['it', 'Partecipo!'], ['it', 'Ci provo anche io'], ['it', '@anna @luca ci proviamo'], ['it', 'Incrociamo le dita'], ['it', 'Voglio vincere'], ['it', 'Dita incrociatissime'],
    ['it', '@anna @luca noi dai'], ['it', '@anna @luca @sara partecipate'], ['it', 'In bocca al lupo a tutti'], ['it', 'Tentiamo la fortuna'], ['it', 'Mi piacerebbe tanto vincere'],
    ['it', 'Speriamo sia la volta buona'], ['it', 'Proviamoci con @anna'], ['it', 'Sarebbe un sogno vincerlo'],
    ['en', 'Count me in'], ['en', 'Fingers crossed'], ['en', 'I want to win'], ['en', 'Trying my luck'], ['en', '@anna @luke us please'], ['en', 'Done, liked and shared'],
    ['en', 'Pick me please'], ['en', 'Good luck everyone'], ['en', 'Hope I win this'], ['en', '@anna @luke @sarah fingers crossed'],
  ])('%s: %s', (language, text) => {
    const reading = read(text, 'inbound', language);
    expect(reading.language).toBe(language);
    expect(reading.intent).toBe('contest');
    expect(reading.labels).toContain('contest');
  });

  it.each([
    ['it', '@anna guarda che bello'], ['it', '@anna @luca guardate questo'], ['it', '@anna @luca non funziona'], ['it', 'Non partecipo mai a queste cose'], ['en', '@anna @luke look at this'], ['en', '@anna this is terrible'],
  ])('%s is no entry: %s', (language, text) => {
    expect(read(text, 'inbound', language).labels).not.toContain('contest');
  });
});
