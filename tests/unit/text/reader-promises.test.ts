import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/domain/model/reading.ts';
import { createReader } from '../../../src/text/reader.ts';

const reader = createReader();
// Monday 2 March 2026, ten in the morning in Rome.
const MONDAY = Date.parse('2026-03-02T10:00:00+01:00');
const read = (text: string): Reading => reader.read({ id: 'x', text, direction: 'outbound', atMs: MONDAY, timeZone: 'Europe/Rome' });

describe('a thing or a person as subject', () => {
  it.each([
    ['Il rimborso parte domani', 'domani'],
    ['Buongiorno Anna, l’ordine esce entro sera', 'entro sera'],
    ['Il tuo pacco arriva giovedì', 'giovedì'],
    ['Domani parte la sostituzione', 'Domani'],
    ['Il tecnico passa da lei mercoledì mattina', 'mercoledì'],
    ['La linea torna attiva entro le 18', 'entro le 18'],
    ['Un nostro collega la richiama in giornata', 'in giornata'],
    ['Ti chiama Marta domani', 'domani'],
    ['La taglia M rientra la prossima settimana', 'la prossima settimana'],
    ['La riparazione è prevista per venerdì', 'per venerdì'],
    ['Sarà fatto entro venerdì', 'entro venerdì'],
    ['Il guasto verrà risolto entro domani', 'entro domani'],
    ['Verrete rimborsati entro 5 giorni lavorativi', 'entro 5 giorni lavorativi'],
    ['Your refund goes out tomorrow', 'tomorrow'],
    ['Hi Anna, your order leaves today', 'today'],
    ['The replacement ships on Thursday', 'on Thursday'],
    ['The engineer comes on Wednesday', 'on Wednesday'],
    ['The website is back by tonight', 'by tonight'],
  ])('%s', (text, dueText) => {
    expect(read(text).promises).toMatchObject([{ dueText }]);
    expect(read(text).labels).toContain('promise');
  });
});

describe('a first person with pronouns', () => {
  it.each([
    ['Lo spediamo lunedì', 'lunedì'],
    ['Te lo mando io domani', 'domani'],
    ['Le rimborsiamo la differenza entro 3 giorni', 'entro 3 giorni'],
    ['Vi aggiorno stasera', 'stasera'],
    ['Glielo faremo avere entro giovedì', 'entro giovedì'],
    ['Ve la cambiamo senza problemi', null],
    ['Mi informo e torno qui', null],
    ['Chiedo al reparto e ti dico', null],
    ['Ci pensiamo noi', null],
    ['Ci dispiace molto, ce ne occupiamo subito noi', 'subito'],
    ['Verifico con il corriere e ti faccio sapere', null],
    ['Ti terremo aggiornata', null],
    ['Gliene mandiamo un altro', null],
    ['Ve lo farò sapere appena possibile', 'appena possibile'],
    ['Sentiamo il magazzino e vi scriviamo domattina', 'domattina'],
    ['La richiamo io tra un’ora', 'tra un’ora'],
    ['Passo la segnalazione ai colleghi', null],
    ['Apriamo subito una segnalazione', 'subito'],
    ['Non appena sapremo qualcosa vi scriviamo', 'Non appena sapremo'],
    ['Richiamiamo stasera, promesso', 'stasera'],
    ['Avrete notizie entro mercoledì', 'entro mercoledì'],
    ['Avrai una risposta in giornata', 'in giornata'],
    ['Ci sentiamo domani con la soluzione', 'domani'],
    ['Seguiranno aggiornamenti a breve', 'a breve'],
    ['Vediamo cosa possiamo fare', null],
    ['Correggeremo il prezzo sul sito', null],
    ["I'm calling you tomorrow", 'tomorrow'],
    ["We're refunding it today", 'today'],
    ["I'm on it, more tomorrow", 'tomorrow'],
    ['We call you back on Friday', 'on Friday'],
    ['You can expect a reply from us by Thursday', 'by Thursday'],
    ['I will be replying there shortly', 'shortly'],
    ['You will have an answer by tomorrow', 'by tomorrow'],
    ["We'll look into it if you send the number", null],
    ['Leave it with me', null],
    ['Your new card should be with you by Friday', 'by Friday'],
    ['Our courier will collect it on Monday', 'on Monday'],
    ['We are dispatching a new one tomorrow', 'tomorrow'],
    ["I've asked the kitchen, update to follow tonight", 'tonight'],
    ['La taglia è sbagliata, la cambiamo', null],
    ['Entro domani mattina avrai il tracking', 'Entro domani mattina'],
  ])('%s', (text, dueText) => {
    expect(read(text).promises).toMatchObject([{ dueText }]);
  });
});

describe('what waits for the customer', () => {
  it.each([
    'Scrivici in privato così verifichiamo',
    'Mandaci il numero per controllare',
    'Contattaci e vedremo',
    'Inviaci il numero d’ordine in direct e ti aiuteremo',
    'Ci scriva in privato, così controlliamo la pratica',
    'Mandaci i tuoi dati in privato: verifichiamo subito',
    'Scrivici in direct il numero d’ordine. Controlleremo quanto prima',
    'Ci mandi il codice in privato e provvederemo a sostituirlo',
    'Chiamaci al numero verde e ti risponderemo',
  ])('is no promise without a time: %s', (text) => {
    const reading = read(text);
    expect(reading.promises).toEqual([]);
    expect(reading.act).toBe('deflect');
  });

  it.each([
    'Se ci mandi il numero verifichiamo',
    'Appena riceviamo la foto procederemo',
    'Con il numero d’ordine controlliamo subito',
    'Passa in negozio e lo sistemiamo',
    'Puoi mandarci una foto? Così verifichiamo',
  ])('is no promise under a condition: %s', (text) => {
    expect(read(text).promises).toEqual([]);
  });

  it.each([
    ['Scrivici in privato e ti richiamiamo entro domani', 'entro domani'],
    ['Mandaci il numero, lo spediamo lunedì', 'lunedì'],
    ['Facci sapere come va, intanto segnaliamo al corriere', null],
    ['Segnaliamo subito al negozio. Se vuoi, scrivici in privato', 'subito'],
  ])('is one when a time is named or it goes on meanwhile: %s', (text, dueText) => {
    expect(read(text).promises).toMatchObject([{ dueText }]);
  });
});

describe('what is no commitment', () => {
  it.each([
    'Il concorso termina domani', 'Spediamo in tutta Italia in 24 ore', 'Di solito il pacco arriva entro 3 giorni', 'Vi aspettiamo domani in negozio',
    'Le produciamo a Torino da trent’anni', 'Il pacco è arrivato lunedì', 'Ti invitiamo a riprovare domani', 'Non lo spediamo domani', 'Lo spero tanto per voi',
    'Saremo aperti domenica', 'Ci vediamo domani', 'Ti mandiamo un abbraccio', 'Ti confermiamo che il negozio è aperto', 'Grazie mille, a presto', 'Il numero verde è gratuito',
    'Vi ricordiamo che domani siamo chiusi', 'Lo scontrino si trova sotto il pacco', 'Possiamo verificare insieme', 'Sarà stato un disguido', 'L’abbiamo spedito ieri',
    'Usually orders arrive within 3 days', 'The sale ends tomorrow', 'Your parcel arrived on Monday', 'We hope to see you tomorrow', 'The store opens at 9', 'Our stores are closed on Monday', 'We can send you one if you like', 'Stay tuned to our channel on Friday', 'Glad it works now',
  ])('%s', (text) => {
    expect(read(text).promises).toEqual([]);
  });
});
