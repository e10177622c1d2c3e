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
];
