import type { Metric } from './metric.ts';

/** Definitions of the ladder of five steps and of the part on crises. */
export const LADDER_METRICS: readonly Metric[] = [
  {
    id: 'five-steps', version: 1, unit: 'gates', formula: 'a step is reached when all its gates are met and no gate of data below it is unmet or not visible; shares of a sample: whole Wilson interval on the right side of the threshold', source: 'steps after Owyang 2011, Social Business Readiness, Altimeter; own gates and thresholds; Wilson 1927, JASA 22:209–212',
    it: { name: 'cinque passi', definition: 'Fondamenta, sicurezza, formazione, autonomia, maturità. Ogni passo ha da tre a cinque prove: una cifra con la sua soglia, un documento con la data, o una dichiarazione. Un passo è raggiunto quando tutte le sue prove sono superate e nessuna cifra dei passi sotto manca o non si vede. Una cifra fra trenta casi o più supera la soglia solo se la supera tutto il suo intervallo; se l’intervallo la comprende, la prova è incerta.', limits: 'Le soglie sono nostre, non della ricerca: servono a discutere e stanno accanto a ogni cifra. Dove i dati non mostrano una cifra vale un documento; contro una cifra che si vede non vale. Un documento citato non è un documento letto.' },
    en: { name: 'five steps', definition: 'Foundation, safety, formation, enablement, enlightenment. Every step has three to five gates: a figure with its threshold, a document with its date, or a declaration. A step is reached when all its gates are met and no figure of the steps below is missed or out of sight. A share of thirty cases or more meets its threshold only when its whole interval does; when the interval holds the threshold, the gate is uncertain.', limits: 'The thresholds are ours, not research: they are there to be discussed and stand beside every figure. Where the data show no figure a document counts; against a figure that is seen it does not. A document that is named is not a document that was read.' },
  },
];
