import { findingWords } from '../../../domain/wording/it/finding-words.ts';

/** Italian words of the charts: the sentences of findings, and chart furniture. */
export const charts = {
  quarter: '{{quarter}}° trim. {{year}}',
  quarterFull: '{{quarter}}° trimestre {{year}}',
  ...findingWords,
  stretch: { words: 'Dal {{from}} al {{to}}', hint: 'Maiusc e frecce scelgono un periodo, Invio lo filtra.', button: 'Scegli un periodo', first: 'Premi l’inizio del periodo sul grafico.', second: 'Premi la fine.' },
  area: { words: '{{days}}, ore {{hours}}', hint: 'Maiusc e frecce scelgono giorni e ore, Invio li filtra.', button: 'Scegli giorni e ore', first: 'Premi un angolo sulla mappa, oppure trascina.', second: 'Premi l’angolo opposto.' },
  cover: {
    span: 'dal {{from}} al {{to}}', whole: 'Sotto il grafico, ciò che è stato importato: tutto il periodo, con le risposte.',
    state: { present: 'Importato con le risposte', partly: 'Importato, risposte solo in parte', absent: 'Importato senza risposte', none: 'Niente importato' },
    named: { none: 'Niente è stato importato {{list}}: lì il vuoto non è silenzio.', absent: 'Senza risposte {{list}}.', partly: 'Risposte solo in parte {{list}}.' },
    many: { none_one: 'In {{n}} periodo niente è stato importato: lì il vuoto non è silenzio.', none_other: 'In {{n}} periodi niente è stato importato: lì il vuoto non è silenzio.', absent_one: '{{n}} periodo senza risposte.', absent_other: '{{n}} periodi senza risposte.', partly_one: '{{n}} periodo con risposte solo in parte.', partly_other: '{{n}} periodi con risposte solo in parte.' },
  },
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
    hintChoose: 'Frecce per passare da un punto all’altro, Invio per sceglierlo.',
    hintPoints: 'Frecce per passare da un punto all’altro.',
    hintMap: 'Frecce per passare da una tribù o da un profilo all’altro, Invio per aprire i messaggi. I campi sotto la mappa scelgono un riquadro.',
  },
};
