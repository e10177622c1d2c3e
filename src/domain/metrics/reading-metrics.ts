import type { Metric } from './metric.ts';

/** Definitions of counts and labels. */
export const READING_METRICS: readonly Metric[] = [
  {
    id: 'messages', version: 1, unit: 'messages', formula: 'rows imported, duplicates merged', source: 'own definition',
    it: { name: 'messaggi', definition: 'Post, commenti, risposte, recensioni e ticket importati; lo stesso messaggio portato da due file conta una volta.', limits: 'Quello che un’esportazione non contiene non si vede: la scheda «che cosa questi dati non vedono» lo elenca.' },
    en: { name: 'messages', definition: 'Imported posts, comments, replies, reviews and tickets; one message brought by two files counts once.', limits: 'What an export leaves out cannot be seen: the card “what these data do not see” lists it.' },
  },
  {
    id: 'profiles', version: 1, unit: 'people', formula: 'distinct authors', source: 'own definition',
    it: { name: 'profili', definition: 'Autori distinti, rete per rete. Finché le identità non sono riviste, una persona con due profili conta due volte.', limits: 'I messaggi senza autore non entrano.' },
    en: { name: 'profiles', definition: 'Distinct authors, network by network. Until identities are reviewed, a person with two profiles counts twice.', limits: 'Messages without an author are left out.' },
  },
  {
    id: 'intent', version: 1, unit: 'messages', formula: 'probability ≥ threshold per intent; primary = likeliest', source: 'own rules and lexicons',
    it: { name: 'motivo del messaggio', definition: 'Che cosa vuole chi scrive, letto da regole e lessici per italiano e inglese. Un messaggio può avere più motivi; uno è il principale.', limits: 'La lettura non è ancora controllata su questi dati. Altre lingue si riconoscono e si contano, senza etichette.' },
    en: { name: 'intent', definition: 'What the writer wants, read by rules and lexicons for Italian and English. A message can have several intents; one is primary.', limits: 'The reading is not yet checked on these data. Other languages are recognised and counted, without labels.' },
  },
  {
    id: 'sentiment', version: 1, unit: 'share', formula: 'argmax of three probabilities', source: 'own rules and lexicons; wink-nlp for English structure',
    it: { name: 'tono', definition: 'Negativo, neutro o positivo verso ciò di cui si parla. Un reclamo gentile resta un reclamo: il tono non è il motivo.', limits: 'L’ironia inganna la lettura automatica.' },
    en: { name: 'tone', definition: 'Negative, neutral or positive towards what the message is about. A polite complaint is still a complaint: tone is not intent.', limits: 'Irony misleads automatic reading.' },
  },
  {
    id: 'unread', version: 1, unit: 'messages', formula: 'inbound without labels: other language, abstention, no text', source: 'own definition',
    it: { name: 'non letti', definition: 'Messaggi ricevuti senza etichette: in un’altra lingua, troppo brevi per decidere o senza testo.', limits: 'Non entrano nelle cifre per motivo: la loro quota sta accanto a ogni cifra.' },
    en: { name: 'unread', definition: 'Inbound messages without labels: in another language, too short to decide, or without text.', limits: 'They enter no figure by intent: their number stands beside each figure.' },
  },
  {
    id: 'abstained', version: 1, unit: 'messages', formula: 'probability of the likeliest intent or act < threshold, and no label by hand', source: 'own definition; Chow 1970, IEEE Transactions on Information Theory 16(1):41-46, for the trade between errors and refusals',
    it: { name: 'sotto la soglia', definition: 'Messaggi che il lettore lascia senza etichetta perché nemmeno la più probabile raggiunge la soglia scelta nel progetto. Contano tra i non letti.', limits: 'Una soglia più alta toglie errori e toglie anche messaggi dalle cifre: quelli lasciati fuori non sono un campione a caso. Le etichette messe a mano e le regole del progetto non ne sono toccate.' },
    en: { name: 'below the threshold', definition: 'Messages that the reader leaves without a label because even the likeliest does not reach the threshold chosen in the project. They count among the unread.', limits: 'A higher threshold takes away errors and messages alike: those left out are no random sample. Labels by hand and the project’s own rules are not touched.' },
  },
  {
    id: 'label-probability', version: 1, unit: 'share', formula: 'logistic of the model’s second stage; .99 or .01 where a rule of the project decides', source: 'own model; thresholds from themes left out of its training',
    it: { name: 'probabilità di un’etichetta', definition: 'Quanto il lettore ritiene probabile che l’etichetta valga per questo messaggio. È accesa quando passa la sua soglia; per il tono vale il più probabile.', limits: 'È quanto il lettore è sicuro, non quanto ha ragione: lo dice soltanto il controllo della lettura su questi dati.' },
    en: { name: 'probability of a label', definition: 'How likely the reader takes it that the label holds for this message. It is on when it passes its threshold; of tones the likeliest holds.', limits: 'It is how sure the reader is, not how right: only the check of the reading on these data tells that.' },
  },
  {
    id: 'rule-effect', version: 1, unit: 'messages', formula: 'share of a seeded sample of up to 2,000 messages whose labels or main label differ under the rules tried, times all messages with a text', source: 'Wilson 1927, JASA 22(158):209-212',
    it: { name: 'effetto delle regole', definition: 'Quanti messaggi cambierebbero etichetta con le regole in prova invece di quelle in vigore: contati su un campione a caso e riportati al totale, con l’intervallo. Fino a 2.000 messaggi si leggono tutti, e la cifra è un conteggio.', limits: 'Una regola che tocca pochi messaggi può non comparire nel campione: l’intervallo lo dice. I messaggi con etichette a mano non cambiano.' },
    en: { name: 'effect of the rules', definition: 'How many messages would change a label under the rules tried instead of those in force: counted on a random sample and carried over to all, with its interval. Up to 2,000 messages are all read, and the figure is a count.', limits: 'A rule that touches few messages may not show in the sample: the interval says so. Messages with labels by hand do not change.' },
  },
];
