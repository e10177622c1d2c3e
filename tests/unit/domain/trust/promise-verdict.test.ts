import { describe, expect, it } from 'vitest';
import { doneByAsker, doneByBrand, isMoreThanCourtesy, notDone, promiseAct, sentenceAround, thingsInCommon } from '../../../../src/domain/trust/promise-signals.ts';
import { promiseVerdict, type PromiseCase, type PromiseSequel, type PromiseVerdict } from '../../../../src/domain/trust/promise-verdict.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Due a day after it was made, watched for sixty. The messages that follow are numbered from 10. */
const verdict = (sequel: readonly Partial<PromiseSequel>[], change: Partial<PromiseCase> = {}): PromiseVerdict =>
  promiseVerdict({
    text: 'il rimborso parte domani', atMs: 0, dueAfterSeconds: 86_400, onlyDay: false, endMs: 60 * DAY_MS, page: [], posts: false, ...change,
    sequel: sequel.map((said, index) => ({ messageId: 10 + index, by: 'asker', atMs: HOUR_MS, thanks: false, trouble: false, answers: false, promisesAnew: [], text: '', ...said })),
  });
const brief = ({ state, reason }: PromiseVerdict): string => `${state}: ${reason}`;
const TELL = { text: 'ti facciamo sapere domani' };
const ANSWER = 'Il codice che aspettavi è nella tua area clienti';

describe('a promise is kept when it is seen in its time', () => {
  it.each([
    ['the brand says so', [{ by: 'brand', text: 'Come promesso, ecco il codice' }], {}, 'kept: brand-shows'],
    ['the brand names it as done', [{ by: 'brand', text: 'Ciao Anna, il rimborso è già partito' }], {}, 'kept: brand-shows'],
    ['the person confirms it', [{ text: 'Rimborso ricevuto, grazie' }], {}, 'kept: asker-confirms'],
    ['the brand comes back with what it promised to tell', [{ by: 'brand', answers: true, text: ANSWER }], TELL, 'kept: brand-answers'],
    ['the person thanks after the brand came back', [{ by: 'brand', answers: true, text: ANSWER }, { atMs: 2 * HOUR_MS, thanks: true, text: 'grazie mille' }], {}, 'kept: asker-thanks'],
    ['the person says later that it came in time', [{ atMs: 50 * HOUR_MS, text: 'Arrivato puntualissimo venerdì' }], {}, 'kept: asker-confirms'],
    ['it named no time and is seen after days', [{ by: 'brand', answers: true, atMs: 100 * HOUR_MS, text: ANSWER }], { ...TELL, dueAfterSeconds: null }, 'kept: brand-answers'],
    ['only the day of the message is known and it is seen a day after', [{ by: 'brand', atMs: 40 * HOUR_MS, text: 'Your refund has been sent' }], { onlyDay: true }, 'kept: brand-shows'],
  ] as const)('%s', (_, sequel, change, expected) => {
    expect(brief(verdict(sequel, change))).toBe(expected);
  });

  it('and names the very words and the moment', () => {
    const text = 'Ciao Anna, abbiamo spedito tutto stamattina';
    const { evidence, shownMs, judgedMs } = verdict([{ by: 'brand', text }]);
    expect(evidence).toEqual({ messageId: 10, start: 11, end: 26 });
    expect(text.slice(11, 26)).toBe('abbiamo spedito');
    expect([shownMs, judgedMs]).toEqual([HOUR_MS, DAY_MS]);
  });
});

describe('a promise is late when it is first seen after its time', () => {
  it.each([
    ['by the brand', [{ by: 'brand', text: 'Your refund has been sent', atMs: 30 * HOUR_MS }], {}, 'late: brand-shows'],
    ['also where the person is glad', [{ by: 'brand', text: 'Rimborso fatto: abbiamo inviato tutto', atMs: 30 * HOUR_MS }, { atMs: 31 * HOUR_MS, thanks: true, text: 'grazie!' }], {}, 'late: brand-shows'],
    ['also where the brand says that it is as promised', [{ by: 'brand', text: 'Come promesso, è partito', atMs: 30 * HOUR_MS }], {}, 'late: brand-shows'],
    ['also where the person had said before that it had not come', [{ atMs: 30 * HOUR_MS, text: 'ancora niente' }, { by: 'brand', atMs: 40 * HOUR_MS, text: 'Abbiamo risolto ora' }], {}, 'late: brand-shows'],
  ] as const)('%s', (_, sequel, change, expected) => {
    expect(brief(verdict(sequel, change))).toBe(expected);
  });
});

describe('a promise is broken only by a word or by a page', () => {
  it.each([
    ['ancora niente'], ['nessuno mi ha richiamato'], ['Nessuna chiamata, lo sapevo'], ['non è arrivato nulla'], ['non mi avete rispedito niente, non ho ricevuto il pacco'], ['dovevate chiamarmi ieri'], ['sto ancora aspettando'], ['telefono muto'], ['il pacco è fermo a Bologna'], ['il rimborso? Non si vede'],
    ['still waiting'], ['nobody called'], ["it hasn't arrived"], ["I didn't get a reply"], ['you said Friday'], ['no refund yet'], ['where is my parcel?'],
  ])('the person says after the due time: %s', (text) => {
    const found = verdict([{ atMs: 30 * HOUR_MS, text }]);
    expect(brief(found)).toBe('broken: asker-denies');
    expect(found.evidence?.messageId).toBe(10);
  });

  it.each([
    ['before the due time', [{ atMs: 20 * HOUR_MS, text: 'ancora niente' }], {}, 'unverifiable: nothing-shown'],
    ['in a promise without a time', [{ atMs: 300 * HOUR_MS, text: 'ancora niente' }], { dueAfterSeconds: null }, 'unverifiable: no-time-named'],
    ['after the end of observation', [{ atMs: 30 * HOUR_MS, text: 'ancora niente' }], { endMs: 29 * HOUR_MS }, 'unverifiable: nothing-shown'],
    ['about another trouble', [{ atMs: 30 * HOUR_MS, trouble: true, text: 'la macchina perde acqua dal serbatoio' }], {}, 'unverifiable: nothing-shown'],
    ['by the brand itself', [{ by: 'brand', atMs: 30 * HOUR_MS, text: 'Non abbiamo ancora niente' }], {}, 'unverifiable: nothing-shown'],
  ] as const)('not %s', (_, sequel, change, expected) => {
    expect(brief(verdict(sequel, change))).toBe(expected);
  });

  const winner = { text: 'annunceremo qui il vincitore della macchina domani', posts: true };
  const post = (day: number, text: string, promises = false) => ({ messageId: 50 + day, atMs: day * DAY_MS, text, promises });

  it('something promised for the page is not on it, although the brand posted there', () => {
    expect(verdict([], { ...winner, page: [post(3, 'Buona domenica a tutti')] })).toMatchObject({ state: 'broken', reason: 'page-without-it', evidence: { messageId: 53, start: 0 } });
    expect(brief(verdict([], { ...winner, page: [post(3, 'La macchina va a Sara: è lei il nome, vincitore della settimana')] }))).toBe('late: page-shows');
    expect(brief(verdict([], { ...winner, page: [post(0.5, 'Il vincitore della macchina è Sara')] }))).toBe('kept: page-shows');
    expect(brief(verdict([], { ...winner, page: [post(40, 'Il vincitore della macchina è Sara')] }))).toBe('unverifiable: nothing-shown');
    expect(brief(verdict([], { ...winner, page: [post(3, 'Domani il vincitore della macchina', true)] }))).toBe('broken: page-without-it');
  });

  it('but not where the source shows no posts, or the brand posted nothing more, or the act is not for the page', () => {
    expect(brief(verdict([], { ...winner, posts: false, page: [post(3, 'Buona domenica a tutti')] }))).toBe('unverifiable: nothing-shown');
    expect(brief(verdict([], winner))).toBe('unverifiable: nothing-shown');
    expect(brief(verdict([], { text: 'pubblichiamo il listino sul sito domani', posts: true, page: [post(3, 'Buona domenica a tutti')] }))).toBe('unverifiable: nothing-shown');
    expect(brief(verdict([], { text: 'il negozio di Lecco riaprirà domani', posts: true, page: [post(3, 'Buona domenica a tutti')] }))).toBe('unverifiable: nothing-shown');
  });

  it('and the person’s word goes before the page’s', () => {
    const back = { text: 'le capsule tornano disponibili domani', posts: true, page: [post(0.5, 'Le capsule sono tornate disponibili')] };
    expect(brief(verdict([], back))).toBe('kept: page-shows');
    expect(brief(verdict([{ atMs: 30 * HOUR_MS, text: 'ancora esaurite' }], back))).toBe('broken: asker-denies');
  });
});

describe('a promise stays unverifiable', () => {
  it.each([
    ['when nothing is shown', [], {}, 'nothing-shown'],
    ['when what is done is a private word', [{ by: 'brand', text: 'Ti abbiamo mandato un DM, controlla la posta' }], {}, 'nothing-shown'],
    ['when it is kept in private', [], { text: 'ti richiamiamo domani' }, 'private-act'],
    ['when it names no time', [], { dueAfterSeconds: null }, 'no-time-named'],
    ['when the thanks are for the promise', [{ thanks: true, text: 'grazie, attendo' }], {}, 'nothing-shown'],
    ['when the person thanks and still has a problem', [{ by: 'brand', answers: true, text: ANSWER }, { atMs: 2 * HOUR_MS, thanks: true, trouble: true, text: 'grazie ma non va' }], {}, 'nothing-shown'],
    ['when the brand answers something else than what it was to do', [{ by: 'brand', answers: true, text: ANSWER }], {}, 'nothing-shown'],
    ['when the brand is only polite', [{ by: 'brand', answers: true, text: 'Prego! /RA' }], TELL, 'nothing-shown'],
    ['when the brand has written in private, which shows no goods', [{ by: 'brand', text: 'Ti abbiamo inviato un messaggio in privato' }], {}, 'nothing-shown'],
    ['when being done is denied', [{ by: 'brand', text: 'Purtroppo il pacco non è ancora partito' }], {}, 'nothing-shown'],
    ['when being done is asked', [{ text: 'È arrivato il rimborso?' }], {}, 'nothing-shown'],
    ['when being done is only hoped for', [{ text: 'quando verrà rimborsato tutto vi scrivo' }], {}, 'nothing-shown'],
  ] as const)('%s', (_, sequel, change, reason) => {
    expect(verdict(sequel, change)).toMatchObject({ state: 'unverifiable', reason, evidence: null, shownMs: null });
  });

  it('when a new promise of the same act takes its place in time, with that as evidence', () => {
    const anew = { by: 'brand' as const, promisesAnew: ['il rimborso parte lunedì'], text: 'Ci serve più tempo: il rimborso parte lunedì' };
    expect(verdict([anew])).toMatchObject({ state: 'unverifiable', reason: 'replaced', evidence: { messageId: 10 } });
    expect(brief(verdict([{ ...anew, promisesAnew: ['ti chiamiamo lunedì'] }]))).toBe('unverifiable: nothing-shown');
    expect(brief(verdict([{ ...anew, atMs: 30 * HOUR_MS }]))).toBe('unverifiable: nothing-shown');
    expect(brief(verdict([{ ...anew, atMs: 30 * HOUR_MS }, { atMs: 40 * HOUR_MS, text: 'ancora niente' }]))).toBe('broken: asker-denies');
    expect(brief(verdict([anew, { by: 'brand', atMs: 30 * HOUR_MS, text: 'Il rimborso è partito' }]))).toBe('unverifiable: replaced');
    expect(brief(verdict([anew, { by: 'brand', atMs: 20 * HOUR_MS, text: 'Il rimborso è partito' }]))).toBe('kept: brand-shows');
  });
});

describe('a promise is open', () => {
  it('until it is due, and within a week without a time', () => {
    expect(brief(verdict([], { endMs: 23 * HOUR_MS }))).toBe('open: not-due');
    expect(brief(verdict([], { endMs: 24 * HOUR_MS }))).toBe('unverifiable: nothing-shown');
    expect(brief(verdict([], { dueAfterSeconds: null, endMs: 6 * DAY_MS }))).toBe('open: within-a-week');
    expect(brief(verdict([{ by: 'brand', text: 'Come promesso, è partito' }], { endMs: 23 * HOUR_MS }))).toBe('kept: brand-shows');
  });
});

describe('what the words say', () => {
  it.each([
    ['ti richiamiamo domani', 'call'], ['we will email you tomorrow', 'call'], ['the train will not call at Stoke today', 'do'], ['ti rispondiamo in privato', 'call'], ['ti faremo sapere', 'tell'], ['we will look into it', 'tell'],
    ['annunceremo il vincitore venerdì', 'publish'], ['we will post the list here on Friday', 'publish'], ['pubblicheremo il bilancio', 'do'], ['riapriremo lunedì', 'open'], ['it will be back in stock in May', 'open'],
    ['il rimborso parte domani', 'do'], ['we will replace it', 'do'],
  ] as const)('%s is to %s', (text, act) => {
    expect(promiseAct(text)).toBe(act);
  });

  it('find accents at the edge of words', () => {
    expect(doneByBrand('è arrivata')).toEqual({ start: 0, end: 10 });
    expect(doneByBrand('perché pronta')).toBeNull();
    expect(notDone('c’è, ma non è arrivato')?.start).toBe(8);
  });

  it('tell the person’s call from the brand’s, and a thing from another', () => {
    expect(doneByAsker('ho chiamato io')).toBeNull();
    expect(doneByAsker('mi hanno chiamato')).not.toBeNull();
    expect(doneByAsker('it needs to be fixed')).toBeNull();
    expect(thingsInCommon('le capsule tornano venerdì', 'Capsula e cialde, da venerdì')).toBe(1);
    expect(thingsInCommon('venerdì', 'entro venerdì')).toBe(0);
    expect([isMoreThanCourtesy('@anna Prego! https://t.co/abc'), isMoreThanCourtesy('Il codice si trova nella tua area')]).toEqual([false, true]);
  });

  it('are quoted with their sentence', () => {
    expect(sentenceAround('Ciao. Non è arrivato niente! Uffa', { start: 6, end: 20 })).toBe('Non è arrivato niente!');
    expect(sentenceAround('ancora niente', { start: 0, end: 13 })).toBe('ancora niente');
    expect(sentenceAround(`${'a '.repeat(500)}niente`, { start: 1000, end: 1006 }).length).toBeLessThan(170);
  });

  it('cost linear time on hostile texts', () => {
    const hostile = `${'non è '.repeat(1200)}${'arrivato '.repeat(900)}`;
    const from = performance.now();
    doneByAsker(hostile);
    doneByBrand(hostile);
    notDone(hostile);
    expect(performance.now() - from).toBeLessThan(500);
  });
});
