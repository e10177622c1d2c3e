import { findingWords } from '../../../domain/wording/it/finding-words.ts';

/** Italian words of the charts: the sentences of findings, and chart furniture. */
export const charts = {
  quarter: '{{quarter}}° trim. {{year}}',
  quarterFull: '{{quarter}}° trimestre {{year}}',
  ...findingWords,
  frame: {
    table: 'Mostra la tabella',
    plot: 'Mostra il grafico',
    copy: 'Copia',
    copySvg: 'Copia come SVG',
    copyPng: 'Copia come PNG',
    copyCsv: 'Copia i dati (CSV)',
    copied: 'Copiato',
    notCopied: 'La copia non è riuscita',
    source: 'Fonte: {{source}}',
    month: 'Mese',
    definition: 'Definizione',
    hint: 'Frecce per passare da un punto all’altro, Invio per aprire i messaggi.',
    hintMap: 'Frecce per passare da una tribù o da un profilo all’altro, Invio per aprire i messaggi. I campi sotto la mappa scelgono un riquadro.',
  },
};
