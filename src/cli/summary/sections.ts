import type { OperationValue } from '../../contract/operations.ts';
import type { Intent } from '../../domain/model/codes.ts';
import { curveFigure } from './curve-figure.ts';
import { escaped, htmlTable } from './html.ts';
import { countWords, COVERAGE_WORDS, dayWords, estimateWords, gapWords, REQUEST_WORDS, shareWords, waitWords, ZONE_WORDS } from './words.ts';

/** Everything the summary says, as the engine answered it. */
export interface SummaryFigures {
  readonly project: OperationValue<'project.summary'>;
  readonly overview: OperationValue<'overview'>;
  readonly survival: OperationValue<'response.survival'>;
  readonly gaps: OperationValue<'response.gaps'>;
  readonly tribes: OperationValue<'tribes.list'>;
  readonly books: OperationValue<'value.books'>;
  readonly definitions: OperationValue<'metrics.list'>;
}

const DAY_SECONDS = 86_400;
/** A client sees no group smaller than this: few people can be recognised. */
const CLIENT_GROUP = 10;
/** The metrics whose numbers stand on the page, in reading order. */
const DEFINED = ['coverage', 'request', 'outcomes', 'restricted-mean-wait', 'answered-share', 'listening-gap', 'balance', 'zone', 'unread', 'abstained'];

function requestWord(key: string): string {
  return REQUEST_WORDS[key as Intent] ?? key;
}

function belowThreshold(abstained: number): string {
  return abstained === 0 ? '' : `, di cui ${countWords(abstained)} sotto la soglia scelta`;
}

/** How long people wait: the clearest gap as the heading, the curves, and the figures by kind of request. */
export function listeningSection({ gaps, survival, overview, project }: SummaryFigures): string {
  const clear = gaps.gaps
    .filter(({ tooFew, low, high }) => !tooFew && low !== null && high !== null && (low > 0 || high < 0))
    .toSorted((a, b) => Math.abs(b.gapSeconds ?? 0) - Math.abs(a.gapSeconds ?? 0))[0];
  const horizon = waitWords(gaps.horizonSeconds);
  const reference = gaps.reference === 'praise' ? 'a chi fa un complimento' : gaps.reference === 'promotion-posts' ? 'a chi scrive sotto i post promozionali' : 'a chi vuole comprare';
  const title = clear?.gapSeconds == null
    ? 'Chi aspetta di più non si può dire con questi dati'
    : `${requestWord(clear.intent)}: in media ${gapWords(clear.gapSeconds)} rispetto ${reference}`;
  const rows = survival.groups.map(({ key, n, authors, answered, censored, restrictedMeanSeconds, restrictedMeanLow, restrictedMeanHigh, answeredWithin, tooFew }) => {
    const day = answeredWithin.find(({ seconds }) => seconds === DAY_SECONDS);
    const mean = restrictedMeanSeconds === null ? 'non calcolabile' : `${waitWords(restrictedMeanSeconds)}${restrictedMeanLow === null || restrictedMeanHigh === null ? '' : ` (tra ${waitWords(restrictedMeanLow)} e ${waitWords(restrictedMeanHigh)})`}`;
    return [requestWord(key), countWords(n), countWords(authors), tooFew ? `troppo pochi (${countWords(n)})` : day === undefined ? 'non calcolabile' : shareWords(day), tooFew ? '' : mean, countWords(answered), countWords(censored)];
  });
  return [
    `<h2>${escaped(title)}</h2>`,
    `<p class="measure">Attesa media fino alla prima risposta pubblica, contando al massimo ${horizon}; ${dayWords(overview.windowStartMs, project.timeZone)} – ${dayWords(overview.windowEndMs, project.timeZone)}; intervalli al 95 %. Non letti: ${countWords(survival.unread)}${belowThreshold(survival.abstained)}; non osservabili: ${countWords(survival.unobservable)}.</p>`,
    curveFigure(survival.groups, survival.horizonSeconds),
    htmlTable(['Richieste', 'n', 'persone', 'risposta entro un giorno', 'attesa media', 'risposte', 'in silenzio'], rows),
  ].join('\n');
}

/** Who gives and who receives: the value tribes with their shares and balances. */
export function tribesSection({ tribes, books }: SummaryFigures): string {
  const value = tribes.tribes.filter(({ lens }) => lens === 'value');
  const zoneWord = (name: string): string => (name in ZONE_WORDS ? ZONE_WORDS[name as keyof typeof ZONE_WORDS] : name);
  const rows = value.map(({ name, size, share, balance, low, high, requests, answeredWithin7d, tooFew }) => size < CLIENT_GROUP ? [zoneWord(name), `meno di ${CLIENT_GROUP}`, '', '', '', ''] : [
    zoneWord(name),
    countWords(size),
    share === null ? 'non calcolabile' : `${Math.round(share * 100)} su 100`,
    tooFew ? `troppo pochi (${countWords(size)})` : balance === null ? 'non calcolabile' : `${estimateWords(balance)}${low === null || high === null ? '' : ` (tra ${estimateWords(low)} e ${estimateWords(high)})`}`,
    countWords(requests),
    answeredWithin7d === null ? 'non calcolabile' : shareWords(answeredWithin7d),
  ]);
  return [
    '<h2>Chi dà e chi riceve</h2>',
    `<p class="measure">Bilancio = (creato + 1) / (consumato + 1) in punti; 1 è la parità. ${countWords(tribes.people)} profili; ${countWords(books.bookings)} registrazioni; i conti ${books.agree ? 'tornano' : 'non tornano'}.</p>`,
    htmlTable(['Tribù', 'profili', 'quota', 'bilancio', 'richieste', 'risposta entro 7 giorni'], rows),
  ].join('\n');
}

/** What the data do not see, source by source: read before any figure is believed. */
export function coverageSection({ overview }: SummaryFigures): string {
  const rows = overview.coverage.map(({ container, network, brand, replies, imported, declared }) => [container, network, brand ?? '', COVERAGE_WORDS[replies], countWords(imported), declared === null ? 'non dichiarati' : countWords(declared)]);
  return [
    '<h2>Che cosa questi dati non vedono</h2>',
    `<p class="measure">Messaggi senza autore: ${countWords(overview.withoutAuthor)}; senza testo: ${countWords(overview.withoutText)}; con date relative: ${countWords(overview.relativeTimes)}; in lingue non lette o senza un’etichetta sicura: ${countWords(overview.unread)}${belowThreshold(overview.abstained)}.</p>`,
    htmlTable(['Fonte', 'rete', 'brand', 'risposte', 'risposte importate', 'risposte dichiarate'], rows),
  ].join('\n');
}

/** How to read the numbers: their definitions and limits, from the same table as everywhere else. */
export function methodSection({ definitions }: SummaryFigures): string {
  const rows = DEFINED.flatMap((id) => definitions.metrics.filter((metric) => metric.id === id)).map(({ name, definition, limits }) => [name, definition, limits]);
  return [
    '<h2>Come si leggono questi numeri</h2>',
    '<p class="measure">I motivi e il tono dei messaggi sono letti da un programma e non sono ancora verificati su questi dati: gli errori di lettura avvicinano fra loro i gruppi.</p>',
    htmlTable(['Numero', 'Che cosa è', 'Che cosa non dice'], rows),
  ].join('\n');
}
