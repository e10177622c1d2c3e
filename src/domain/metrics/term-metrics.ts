import type { Metric } from './metric.ts';

/** Definitions of terms that tell groups apart and of topics. */
export const TERM_METRICS: readonly Metric[] = [
  {
    id: 'distinctive-term', version: 1, unit: 'log-odds', formula: 'ln odds of use in the group − ln odds among the others, on counts of distinct authors; prior = corpus share × 500; interval ± 1.96 standard errors; q by Benjamini-Hochberg < .05',
    source: 'Monroe, Colaresi & Quinn 2008, Political Analysis 16(4); Benjamini & Hochberg 1995',
    it: { name: 'parola che distingue', definition: 'Quanto una parola, o due parole insieme, è più usata in un gruppo che fuori. Contano le persone, non le volte: chi ripete una parola non la regala al gruppo. Le forme di una parola sono una cosa sola e si legge la più frequente; due parole valgono insieme solo se dicono più di ciascuna.', limits: 'Servono almeno 20 persone per parte e 5 che usano la parola. Una lingua alla volta. Dice che cosa un gruppo scrive più degli altri, non perché.' },
    en: { name: 'distinctive term', definition: 'How much more a word, or two words together, is used in a group than outside it. People count, not uses: repeating a word gives it to nobody. The forms of a word are one thing, shown in the commonest spelling; two words are one term only where they say more than each.', limits: 'Takes at least 20 people on either side and 5 who use the term. One language at a time. It says what a group writes more than others, not why.' },
  },
  {
    id: 'recurring-question', version: 1, unit: 'messages', formula: 'requests with half of their content words in common (Jaccard ≥ .5 on stems) and the same question word; from 3 requests by 2 people',
    source: 'min-hashing: Broder 1997; Leskovec, Rajaraman & Ullman 2020',
    it: { name: 'domanda ricorrente', definition: 'Richieste al brand che chiedono la stessa cosa: almeno metà delle parole di contenuto in comune e la stessa parola interrogativa. Ogni gruppo conta messaggi e persone, e resta lo stesso quando arrivano altri dati.', limits: 'La stessa domanda detta con tutt’altre parole forma un altro gruppo. Solo italiano e inglese. Ciò che è domanda lo decide la lettura dei messaggi.' },
    en: { name: 'recurring question', definition: 'Requests to the brand that ask the same: at least half of their content words in common and the same question word. Each group counts messages and people, and stays the same as data are added.', limits: 'The same question in quite other words is another group. Italian and English alone. What is a question is decided by the reading of messages.' },
  },
  {
    id: 'recurring-answered', version: 1, unit: 'requests', formula: 'first answers in public + words that send to private, of the requests whose answers the data can show', source: 'own definition',
    it: { name: 'con risposta (in pubblico o rimando in privato)', definition: 'Di quante richieste del gruppo il brand ha risposto, in pubblico o rimandando in privato, fra quelle di cui i dati mostrano le risposte.', limits: 'Se dopo il rimando l’aiuto sia arrivato, i dati non lo dicono. Le richieste non osservabili sono contate a parte.' },
    en: { name: 'with an answer (in public, or sent to private)', definition: 'How many requests of the group the brand answered, in public or by sending to private, among those whose answers the data can show.', limits: 'Whether help came after that is not in the data. Requests that cannot be observed are counted apart.' },
  },
  {
    id: 'best-answer', version: 1, unit: 'messages', formula: 'thanked for (commonest wording) → given at least twice (commonest wording) → latest of the brand', source: 'own definition',
    it: { name: 'risposta migliore', definition: 'Una risposta già data in pubblico: quella per cui chi chiedeva ha ringraziato; altrimenti quella data più volte; altrimenti l’ultima del brand. Può essere di un’altra persona, se ringraziata.', limits: 'È stata scritta per un caso: prezzi, date e nomi vanno ricontrollati prima di usarla ancora.' },
    en: { name: 'best answer', definition: 'An answer already given in public: one for which the asker said thanks; else the one given most often; else the latest by the brand. It may be another person’s, if thanked.', limits: 'It was written for one case: prices, dates and names want checking before it is used again.' },
  },
  {
    id: 'copies', version: 1, unit: 'messages', formula: 'three-word runs in common (Jaccard ≥ .8), from 3 messages of at least 5 words', source: 'min-hashing: Broder 1997; Leskovec, Rajaraman & Ullman 2020',
    it: { name: 'testi copiati', definition: 'Messaggi di persone che dicono la stessa cosa con quasi le stesse parole, chiunque li abbia scritti. Maiuscole, accenti, link e profili citati non contano.', limits: 'Un testo uguale può essere una campagna, un modulo o un caso: chi lo scrive non si vede.' },
    en: { name: 'copied texts', definition: 'Messages by people that say the same in nearly the same words, whoever wrote them. Case, accents, links and handles do not count.', limits: 'An equal text may be a campaign, a form or chance: who is behind it cannot be seen.' },
  },
];
