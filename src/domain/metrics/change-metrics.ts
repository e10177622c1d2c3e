import type { Metric } from './metric.ts';

/** Definitions of why a figure changed. */
export const CHANGE_METRICS: readonly Metric[] = [
  {
    id: 'why-it-changed', version: 1, unit: 'share', formula: 'rate = Σ (r₂ − r₁)(p₁ + p₂)/2; mix = Σ (p₂ − p₁)((r₁ + r₂)/2 − m); causes: mean move over all orders; rest = what they leave', source: 'Kitagawa 1955, JASA 50:1168–1194; Das Gupta 1978, Demography 15:99–112; Shapley 1953; Shorrocks 2013, J. Econ. Inequal. 11:99–126',
    it: {
      name: 'perché è cambiato',
      definition: 'La differenza fra due cifre divisa in parti che si sommano. Fra due periodi: come si risponde a ciascun gruppo (la cifra del gruppo è un’altra) e quanti sono di ciascun gruppo (il gruppo è una parte più grande o più piccola), ognuna pesata con la media dei due periodi, così che l’ordine non conti. Nello stesso periodo, da quando un’edizione è stata chiusa: i messaggi arrivati dopo, le risposte arrivate dopo con il tempo d’osservazione più lungo, le etichette e i verdetti a mano, le regole e i pesi; ogni causa vale la media di ciò che sposta in tutti gli ordini possibili, ricontando. Per le attese e le risposte le cifre sono curve di Kaplan-Meier: la curva di tutti non è per forza la media delle curve dei gruppi, e ciò che resta ha una riga sua. Gli intervalli vengono da estrazioni di persone, le stesse per tutte le parti.',
      limits: 'Servono venti casi di dieci persone da ogni parte; i gruppi più piccoli stanno insieme. Dice di che cosa è fatta una differenza, non perché qualcuno ha agito così. Ruoli, identità unite, versione del lettore e del programma non si ricontano com’erano: stanno nel resto, che si dice. Le etichette corrette tornano a ciò che il lettore direbbe oggi. Le tribù sono quelle di prima della richiesta; l’importanza è ciò che chi chiede aveva dato nell’anno prima, coi pesi di oggi.',
    },
    en: {
      name: 'why it changed',
      definition: 'The difference between two figures divided into parts that add up. Between two periods: how each group is answered (the group’s own figure is another one) and how many each group is (it is a larger or smaller part), each weighed by the mean of both periods, so that order does not matter. Within one period, since an edition was closed: messages that came in later, answers that came in later with the longer time watched, labels and verdicts by hand, rules and weights; each cause is worth the mean of what it moves over all possible orders, by counting again. For waits and answers the figures are Kaplan-Meier curves: the curve of all need not be the mean of the curves of the groups, and what is left has a row of its own. Intervals come from draws of people, the same for all parts.',
      limits: 'Twenty cases of ten people are needed on either side; smaller groups stand together. It tells what a difference is made of, not why somebody acted so. Roles, merged identities, the version of the reader and of the program cannot be counted as they were: they stand in the rest, which is told. Corrected labels go back to what the reader would say today. Tribes are those before the request; importance is what whoever asks had given in the year before, by today’s weights.',
    },
  },
];
