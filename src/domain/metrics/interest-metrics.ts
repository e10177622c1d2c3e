import type { Metric } from './metric.ts';

/** Definitions of groups of people by what they share. */
export const INTEREST_METRICS: readonly Metric[] = [
  {
    id: 'interest-group', version: 3, unit: 'people', formula: 'pairs of people with more terms or posts in common than the bipartite configuration model expects (Poisson, Benjamini-Hochberg q < .05 over all pairs); communities of these ties on which 20 seeded runs of the Leiden algorithm agree; a source ties only if it ties more pairs than any of 19 shuffles that keep everybody’s numbers, of which the first 5 are enough where it ties 100 times as many',
    source: 'Saracco et al. 2017, New Journal of Physics 19:053022; Strona et al. 2014, Nature Communications 5:4114; Traag, Waltman & van Eck 2019; Lancichinetti & Fortunato 2012',
    it: { name: 'tribù d’interesse', definition: 'Persone che tornano sulle stesse parole o si ritrovano sotto gli stessi post più di quanto farebbe il caso, tenuto conto di quanto ciascuna scrive e di quanto ogni parola e ogni post sono comuni. Il nome proposto sono le prime parole che le distinguono: resta da darne uno, unire o rifiutare.', limits: 'Servono almeno 3 testi propri a persona e 5 persone a gruppo; i testi copiati non contano. Le parole e i post di quasi tutti sono lasciati fuori quando le coppie da confrontare passano i 20 milioni. Dice di che cosa parlano, non che cosa pensano.' },
    en: { name: 'interest tribe', definition: 'People who come back to the same words or meet under the same posts more than chance gives, given how much each of them writes and how common each word and post is. The proposed name is made of the first words that tell them apart: a person names, merges or refuses it.', limits: 'Takes at least 3 texts of one’s own and 5 people a group; copied texts do not count. Words and posts of nearly everybody are left out where more than 20 million pairs would be compared. It says what people write about, not what they think.' },
  },
];
