import type { Metric } from './metric.ts';

/** Definitions of the tribe map and the value ledger. */
export const VALUE_METRICS: readonly Metric[] = [
  {
    id: 'created', version: 2, unit: 'points', formula: 'Σ weight × bookings where the account gives', source: 'own definition',
    it: { name: 'valore creato', definition: 'Punti per quello che una persona dà: domande pubbliche che hanno avuto risposta, aiuto ad altri, idee, segnalazioni con dettagli, recensioni, consigli senza interesse economico, ringraziamenti. Ogni traccia conta una volta.', limits: 'I pesi sono una scelta: quanto contano si vede dalla quota di profili che cambierebbe zona con altri pesi.' },
    en: { name: 'value created', definition: 'Points for what a person gives: public questions that got an answer, help to others, ideas, fault reports with detail, reviews, recommendations without an economic tie, thanks. Each trace counts once.', limits: 'Weights are a choice: how much they matter shows in the share of profiles whose zone would change with other weights.' },
  },
  {
    id: 'consumed', version: 2, unit: 'points', formula: 'observed (named traces) + received (answers, help); estimated kept apart', source: 'own definition',
    it: { name: 'valore consumato', definition: 'Punti per quello che una persona riceve o prende: risposte e aiuto ricevuti, concorsi, sconti, reazioni con il nome.', limits: 'Le esportazioni pubbliche dicono chi crea ma spesso contano soltanto chi consuma: le persone ignorate dal brand sembrano dare di più.' },
    en: { name: 'value consumed', definition: 'Points for what a person receives or takes: answers and help received, contests, discounts, named reactions.', limits: 'Public exports name who creates but often only count who consumes: people whom the brand ignores look like givers.' },
  },
  {
    id: 'balance', version: 2, unit: 'log2', formula: 'log2((created + 1)/(consumed + 1)); interval from Beta(created + 1, consumed + 1)', source: 'own definition; interval: Beta posterior quantiles',
    it: { name: 'rapporto creato/consumato', definition: 'Quanto una persona o una tribù dà per ogni punto che riceve, con un punto aggiunto a entrambe le parti perché chi è appena arrivato parta dalla parità.', limits: 'Con meno di cinque registrazioni si legge «troppo pochi»; senza registrazioni il rapporto non esiste.' },
    en: { name: 'created/consumed balance', definition: 'How much a person or a tribe gives for each point received, with one point added on both sides so that newcomers start at parity.', limits: 'Under five bookings it reads “too few”; without bookings there is no balance.' },
  },
  {
    id: 'zone', version: 2, unit: 'share', formula: '|log2 balance| ≤ border (1 unless moved, 0.25–3) → even; holds when equal in ≥ 90 % of random weight tables', source: 'own definition',
    it: { name: 'zona', definition: 'Dà di più, alla pari, riceve di più: i confini sono al doppio e alla metà, finché una persona non li sposta. Una zona si nomina solo se resta la stessa in almeno nove tabelle di pesi su dieci, estratte a caso fra la metà e il doppio.', limits: 'Altrimenti si legge che dipende dai pesi.' },
    en: { name: 'zone', definition: 'Gives more, even, receives more: the borders are at double and half unless a person moves them. A zone is named only when it stays the same in at least nine of ten weight tables drawn at random between half and double.', limits: 'Otherwise it reads that it depends on the weights.' },
  },
  {
    id: 'map-trail', version: 2, unit: 'log2', formula: 'per period: log2((Σ created + 1)/(Σ consumed + 1)) over members with dated bookings; 300 draws of members', source: 'own definition; Efron 1979 for the interval',
    it: { name: 'posto in un periodo', definition: 'Dove sta una tribù contando soltanto le tracce con una data in quel mese o trimestre, oppure tutte quelle fino alla sua fine. Le persone sono quelle che la tribù ha sull’intero periodo.', limits: 'Con meno di cinque persone attive o di cinque tracce il posto manca: è un vuoto, non uno zero. Le tracce senza data non stanno in nessun periodo.' },
    en: { name: 'place in a period', definition: 'Where a tribe stands counting only the traces dated in that month or quarter, or all those up to its end. Its people are those it has over the whole period.', limits: 'With fewer than five active people or five traces there is no place: a gap, not a zero. Traces without a date are in no period.' },
  },
  {
    id: 'map-shift', version: 2, unit: 'log2', formula: 'balance in the second period / balance in the first; 1,000 paired draws of members', source: 'own definition; Efron 1979 for the interval',
    it: { name: 'variazione del rapporto', definition: 'Di quante volte cambia il rapporto fra creato e consumato di una tribù da un periodo all’altro. L’intervallo viene da estrazioni delle persone, ognuna con le sue tracce di entrambi i periodi.', limits: 'Se l’intervallo contiene l’uno la direzione non è chiara. Sotto le cinque persone o le cinque tracce in uno dei due periodi non c’è confronto.' },
    en: { name: 'change of the balance', definition: 'By how many times the balance of a tribe changes from one period to the other. The interval comes from draws of people, each with their traces of both periods.', limits: 'When the interval holds one the direction is not clear. Under five people or five traces in either period there is no comparison.' },
  },
  {
    id: 'exactly-even', version: 2, unit: 'share', formula: 'accounts with created = consumed / accounts with five bookings or more', source: 'own definition; Wilson interval',
    it: { name: 'esattamente 1:1', definition: 'La quota di profili con valore creato e consumato identici. Una domanda e la sua risposta mettono chi chiede alla pari per costruzione: per questo esiste anche il rapporto senza queste coppie.', limits: 'Una quota alta è spesso un effetto delle coppie, non una scoperta.' },
    en: { name: 'exactly 1:1', definition: 'The share of profiles with identical created and consumed value. A question and its answer put the asker at parity by construction: a balance without such pairs stands beside it for that reason.', limits: 'A high share is often an effect of pairs, not a finding.' },
  },
  {
    id: 'books', version: 1, unit: 'points', formula: 'Σ credits − Σ debits = 0; recount = bookings', source: 'double-entry bookkeeping',
    it: { name: 'dare e avere', definition: 'Ogni registrazione ha chi dà e chi riceve: i totali devono coincidere. Un secondo conteggio indipendente parte dai messaggi e deve dare lo stesso risultato.', limits: 'I conti che tornano non provano che le regole siano giuste: le regole sono elencate una per una.' },
    en: { name: 'ledger', definition: 'Each booking has a giver and a receiver: totals must agree. A second, independent count starts from the messages and must give the same.', limits: 'Balanced books do not prove that the rules are right: the rules are listed one by one.' },
  },
  {
    id: 'tribe-words', version: 3, unit: 'z', formula: 'log-odds with informative Dirichlet prior (corpus share × 500), on distinct authors; Benjamini–Hochberg q < .05', source: 'Monroe, Colaresi & Quinn 2008, Political Analysis 16:372–403',
    it: { name: 'parole che li distinguono', definition: 'Le parole, sole o due insieme, usate da più persone della tribù di quante ce ne aspetteremmo dal resto; le forme di una parola contano come una.', limits: 'Contano le persone, non le ripetizioni. Con meno di cinque persone non si mostrano. Solo italiano e inglese.' },
    en: { name: 'words that set them apart', definition: 'Words, or two words together, used by more people of the tribe than the rest would lead one to expect; the forms of a word count as one.', limits: 'People count, not repetitions. Not shown under five people. Italian and English alone.' },
  },
  {
    id: 'trust-parts', version: 1, unit: 'share', formula: 'five parts, each with its own definition; never one total', source: 'own definition',
    it: { name: 'cinque parti della fiducia', definition: 'Promesse mantenute, reciprocità, forza del legame, presa in carico, passaparola spontaneo: cinque misure separate, ognuna con i suoi casi e il suo intervallo.', limits: 'Una promessa mantenuta in privato non si può verificare e si conta a parte.' },
    en: { name: 'five parts of trust', definition: 'Promises kept, reciprocity, tie strength, care, advocacy: five separate measures, each with its cases and interval.', limits: 'A promise kept in private cannot be verified and is counted apart.' },
  },
];
