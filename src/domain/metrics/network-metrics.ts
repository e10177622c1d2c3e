import type { Metric } from './metric.ts';

/** Definitions of ties between people and the communities among them. */
export const NETWORK_METRICS: readonly Metric[] = [
  {
    id: 'people-ties', version: 2, unit: 'points', formula: 'Σ (reply 1, mention 1, share .5) × 2^(−age / 90 d), both directions together', source: 'own definition',
    it: { name: 'legami tra persone', definition: 'Due persone sono legate se una ha risposto all’altra, l’ha menzionata o ha condiviso un suo messaggio. Una risposta e una menzione valgono 1, una condivisione 0,5; ogni 90 giorni prima della fine dei dati il valore si dimezza. Il brand, chi parla per lui e i programmi automatici restano fuori.', limits: 'I “mi piace” e i messaggi privati non fanno legami. Il nome scritto in testa a una risposta alla stessa persona non conta due volte. Ciò che non ha data vale come il messaggio più vecchio.' },
    en: { name: 'ties between people', definition: 'Two people are tied when one replied to the other, mentioned the other or shared a message of the other. A reply and a mention are worth 1, a share 0.5; the worth halves for every 90 days before the end of the data. The brand, those who speak for it and programs are left out.', limits: 'Likes and private messages make no ties. A name in front of a reply to the same person does not count twice. What has no date counts as old as the oldest message.' },
  },
  {
    id: 'communities', version: 2, unit: 'people', formula: 'Leiden on modularity, 20 seeded runs, consensus on existing ties (threshold .5, at most 10 rounds), connected parts', source: 'Traag, Waltman & van Eck 2019, Scientific Reports 9, 5233; Lancichinetti & Fortunato 2012, Scientific Reports 2, 336',
    it: { name: 'comunità di conversazione', definition: 'Gruppi di persone che parlano tra loro più che con le altre. Venti ricerche con semi diversi vengono messe d’accordo sui legami esistenti; ogni comunità è tenuta insieme dai suoi legami. Si mostrano solo se la modularità supera quella che si trova rimescolando i legami a parità di legami per persona: il 95° percentile di 100 rimescolamenti, oltre 100.000 legami la più alta di 19.', limits: 'Si cercano solo se almeno 20 persone su 100 hanno un legame. Sotto le cinque persone una comunità non è una tribù; al più le 60 più grandi lo diventano. La risoluzione decide quanto sono grandi: a risoluzione diversa, comunità diverse.' },
    en: { name: 'conversation communities', definition: 'Groups of people who talk with each other more than with the rest. Twenty searches with different seeds are brought to agree on existing ties; every community is held together by its ties. They are shown only when modularity exceeds what is found after shuffling ties with everybody’s number of ties kept: the 95th percentile of 100 shuffles, above 100,000 ties the greatest of 19.', limits: 'They are looked for only when at least 20 people in 100 have a tie. Under five people a community is no tribe; at most the 60 largest become tribes. The resolution decides how large they are: another resolution, other communities.' },
  },
  {
    id: 'community-certainty', version: 1, unit: 'share', formula: 'Σ tie × share of runs together / Σ tie, over neighbours in the community', source: 'own definition; runs as in communities',
    it: { name: 'certezza di appartenenza', definition: 'In quante delle venti ricerche una persona sta con i suoi vicini della comunità, pesate per i legami. Della comunità si dà la media.', limits: 'Dice quanto le ricerche sono d’accordo, non se la comunità esiste fuori da questi dati.' },
    en: { name: 'certainty of membership', definition: 'In what share of the twenty searches a person sits with the neighbours of the community, weighted by ties. Of a community the mean is given.', limits: 'It says how far searches agree, not whether the community exists outside these data.' },
  },
  {
    id: 'betweenness', version: 1, unit: 'share', formula: 'share of shortest paths between two others that lead through a person; paths from 200 people drawn at random above 2,000', source: 'Brandes 2001, Journal of Mathematical Sociology 25(2); Brandes & Pich 2007, IJBC 17(7)',
    it: { name: 'persone ponte', definition: 'Quanta parte dei percorsi più brevi tra due altre persone passa da qui. Sono segnate quelle dell’uno per cento più alto.', limits: 'Ogni legame vale un passo. Oltre 2.000 persone è una stima su 200 punti di partenza: buona per le prime, non per piccole differenze.' },
    en: { name: 'people between others', definition: 'How much of the shortest paths between two other people leads through here. Those of the highest one in a hundred are marked.', limits: 'Every tie is one step. Above 2,000 people it is an estimate from 200 starting points: good for the first, not for small differences.' },
  },
];
