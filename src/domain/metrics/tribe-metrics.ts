import type { Metric } from './metric.ts';

/** Definitions of tribes made by hand and of a tribe's page. */
export const TRIBE_METRICS: readonly Metric[] = [
  {
    id: 'tribe', version: 2, unit: 'people', formula: 'people of whom the rule holds / people with a balance or a message around the brand', source: 'own definition',
    it: { name: 'tribù', definition: 'Le persone per cui vale una regola: una zona del valore, un ruolo, o una regola scritta a mano su parole, luoghi, intenzioni e numeri. Una persona può stare in più tribù.', limits: 'Sotto le cinque persone nessuna cifra. Un filtro restringe che cosa si guarda, non chi ne fa parte.' },
    en: { name: 'tribe', definition: 'The people of whom a rule holds: a zone of value, a role, or a rule written by hand over words, places, intents and numbers. One person may be in several tribes.', limits: 'Under five people no figures. A filter narrows what is looked at, not who belongs.' },
  },
  {
    id: 'tribe-precision', version: 1, unit: 'share', formula: 'people found right / people judged, drawn at random by seed; Wilson interval', source: 'own definition; Wilson 1927, JASA 22:209–212',
    it: { name: 'precisione di una tribù', definition: 'Di persone estratte a caso dalla tribù, quante una persona ha trovato giuste. Resta con la tribù.', limits: 'Con meno di trenta giudizi c’è l’intervallo e nessuna quota. Cambiando regola i giudizi precedenti non contano più.' },
    en: { name: 'precision of a tribe', definition: 'Of people drawn at random from the tribe, how many a person found right. It stays with the tribe.', limits: 'Under thirty verdicts there is the interval and no share. When the rule changes earlier verdicts count no more.' },
  },
  {
    id: 'latent-tribes', version: 2, unit: 'people', formula: 'named = distinct handles written by people under which nobody wrote; reacted = accounts with a named reaction and no message; elsewhere = authors in no place of the brand', source: 'own definition',
    it: { name: 'pubblici latenti', definition: 'Chi non ha mai parlato al brand e nei dati si vede solo da fuori: nominato da altri, presente con una reazione, o autore solo altrove.', limits: 'Un nome scritto può non essere una persona. I pubblici noti da altre fonti si nominano a mano e non si contano mai.' },
    en: { name: 'latent publics', definition: 'Those who never spoke to the brand and are seen from outside only: named by others, present by a reaction, or writing elsewhere only.', limits: 'A handle may not be a person. Publics known from other sources are named by hand and never counted.' },
  },
  {
    id: 'tribe-bond', version: 2, unit: 'share', formula: 'pairs with both in the tribe / pairs with a direct reply and at least one in it; expected = n(n−1)/2 / (n(n−1)/2 + n(N−n))', source: 'own definition; Wilson 1927, JASA 22:209–212',
    it: { name: 'legame', definition: 'Quanto le persone della tribù si rispondono fra loro invece che con altri. Accanto sta la quota attesa se ognuno rispondesse a chiunque.', limits: 'Solo risposte dirette fra persone, senza il brand. Con meno di trenta coppie si danno i numeri e nessuna quota.' },
    en: { name: 'bond', definition: 'How far the tribe’s people reply to each other rather than to others. The share expected if everybody replied to anybody stands beside.', limits: 'Direct replies between people only, without the brand. Under thirty pairs there are counts and no share.' },
  },
  {
    id: 'tribe-leaders', version: 2, unit: 'messages', formula: 'answers thanked for by who asked, or said again later by another person; each once', source: 'own definition',
    it: { name: 'possibili punti di riferimento', definition: 'Le persone della tribù le cui risposte sono state adottate: ringraziate da chi ha chiesto o riprese più tardi da qualcun altro. A parità conta quante persone diverse hanno ringraziato.', limits: 'Solo da dieci persone in su. Il seguito e i mi piace non contano.' },
    en: { name: 'possible points of reference', definition: 'The tribe’s people whose answers were adopted: thanked for by who asked, or said again later by somebody else. Ties are broken by how many different people thanked.', limits: 'From ten people only. Followers and likes do not count.' },
  },
  {
    id: 'tribe-churn', version: 2, unit: 'people', formula: 'joined = first message in the period; left = last message more than 90 days before the end', source: 'own definition',
    it: { name: 'chi entra, chi esce', definition: 'Entra chi scrive il primo messaggio nel periodo; esce chi ha scritto l’ultimo oltre 90 giorni prima della fine.', limits: 'Finché non sono passati 90 giorni resta aperto. Nei primi mesi entra anche chi c’era prima dei dati.' },
    en: { name: 'who joins, who leaves', definition: 'To join is to write the first message in the period; to leave is to have written the last one over 90 days before the end.', limits: 'Open until 90 days have passed. In the first months those who were there before the data join as well.' },
  },
  {
    id: 'ladder', version: 2, unit: 'people', formula: 'highest rung met in the 180 days before the end: creator, critic, conversationalist, collector, joiner, spectator, inactive', source: 'Li & Bernoff 2008, Groundswell; Forrester 2010',
    it: { name: 'scala della partecipazione', definition: 'Per ogni profilo il gradino più alto: crea chi apre una conversazione, giudica chi recensisce o commenta con un’opinione, conversa chi risponde a una persona, raccoglie chi salva, si iscrive chi segue o partecipa a concorsi, guarda chi reagisce soltanto.', limits: 'Solo dove una fonte nomina chi guarda. Chi ha scritto senza stare su nessun gradino è contato a parte.' },
    en: { name: 'ladder of participation', definition: 'For each profile the highest rung: to create is to start a thread, to judge is to review or comment with an opinion, to converse is to reply to a person, to collect is to save, to join is to follow or enter contests, to look on is to react only.', limits: 'Only where a source names who looks on. Those who wrote without standing on any rung are counted apart.' },
  },
];
