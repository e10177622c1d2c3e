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
    ['Il tecnico passa da lei mercoledì mattina', 'mercoledì mattina'],
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
    ['Non appena sapremo qualcosa vi scriviamo', 'Non appena sapremo qualcosa'],
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

describe('what depends on the customer', () => {
  it.each([
    ['Se ci mandi il numero verifichiamo', null],
    ['Appena riceviamo la foto procederemo', 'Appena riceviamo la foto'],
    ['Con il numero d’ordine controlliamo subito', 'subito'],
    ['Passa in negozio e lo sistemiamo', null],
    ['Ci mandi il codice in privato e provvederemo a sostituirlo', null],
    ['Mandaci i tuoi dati in privato: verifichiamo subito', 'subito'],
    ['Scrivici in privato così verifichiamo', null],
    ['Scrivici in privato e ti richiamiamo entro domani', 'entro domani'],
    ['Mandaci il numero, lo spediamo lunedì', 'lunedì'],
    ['Facci sapere come va, intanto segnaliamo al corriere', null],
    ['Se il guasto dura ancora ti riaccreditiamo il mese', null],
    ['Could you send us the label, and we will check it today?', 'today'],
    ['If it is not there by Friday I will courier another one', 'by Friday'],
  ])('is a promise under a condition: %s', (text, dueText) => {
    expect(read(text).promises).toMatchObject([{ dueText }]);
  });

  it.each(['Ci scriva in privato, così vediamo la fattura', 'In che città ti trovi? Così capiamo la zona', 'Scrivici in direct, così possiamo aiutarti', 'Could you send us the label?', 'Ti richiamiamo noi o preferisci scriverci?'])('is none where the request only says what for: %s', (text) => {
    expect(read(text).promises).toEqual([]);
  });

  it('is one before a question that asks nothing of it', () => {
    expect(read('Ti richiamiamo noi alle 15, va bene?').promises).toMatchObject([{ dueText: 'alle 15' }]);
    expect(read('I will put it in the post today, ok?').promises).toMatchObject([{ dueText: 'today' }]);
  });
});

describe('what is promised not to happen', () => {
  it.each([
    ['Non useremo mai più quella foto', null], ['Non toccheremo il prezzo fino a giugno', 'fino a giugno'], ['Da settembre niente più buste di plastica', 'Da settembre'],
    ['We will never sell your data', null], ["We won't close your case until Friday", 'until Friday'], ['It will not happen again', null],
  ])('%s', (text, dueText) => {
    expect(read(text).promises).toMatchObject([{ dueText }]);
  });
  it.each(['Non potremo rimborsarlo', 'Non riusciremo a spedirlo domani', 'We will not be able to refund it', "It won't fit in the box", 'Il biglietto non sarà più valido'])('but a refusal or a fact is none: %s', (text) => {
    expect(read(text).promises).toEqual([]);
  });
});

describe('a future that is told by its accent or its subject', () => {
  it.each([
    ['Il gloss alla ciliegia tornerà a Natale', 'a Natale'], ['Chiederò al negozio', null], ["Chiedero' al negozio domani", 'domani'], ['Le sostituiremo il vaso', null],
    ['Our director will ring you this afternoon', 'this afternoon'], ['Somebody from claims will phone you', null], ["I'm going to raise it with the depot tonight", 'tonight'], ["We're bringing it back before Christmas", 'before Christmas'],
  ])('%s', (text, dueText) => {
    expect(read(text).promises).toMatchObject([{ dueText }]);
  });
  it.each(['Sono davvero belli, però', 'Il numero è libero stasera', 'È vero, la sera è chiuso', 'Add a new card and it will update', "You'll find it under Settings", 'Winter is here', "We'll take that, thanks"])('is none: %s', (text) => {
    expect(read(text).promises).toEqual([]);
  });
});

describe('the words of a promise', () => {
  it('begin with who makes it and end with its clause', () => {
    expect(read('Hi Jo, our team will call you tomorrow. Thanks').promises).toMatchObject([{ text: 'our team will call you tomorrow' }]);
    expect(read('Ciao Anna, ti ricontattiamo entro domani.').promises).toMatchObject([{ text: 'ti ricontattiamo entro domani' }]);
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
