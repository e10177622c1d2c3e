import { findingWords } from '../../../domain/wording/en/finding-words.ts';

/** English words of the charts: the sentences of findings, and chart furniture. */
export const charts = {
  quarter: 'Q{{quarter}} {{year}}',
  quarterFull: 'Q{{quarter}} {{year}}',
  ...findingWords,
  stretch: { words: 'From {{from}} to {{to}}', hint: 'Shift and arrows choose a period, Enter filters it.', button: 'Choose a period', first: 'Press the beginning of the period on the chart.', second: 'Press its end.' },
  area: { words: '{{days}}, {{hours}}', hint: 'Shift and arrows choose days and hours, Enter filters them.', button: 'Choose days and hours', first: 'Press a corner on the map, or drag.', second: 'Press the opposite corner.' },
  cover: {
    span: 'from {{from}} to {{to}}', whole: 'Below the chart, what was imported: the whole period, with its replies.',
    state: { present: 'Imported with its replies', partly: 'Imported, replies only in part', absent: 'Imported without replies', none: 'Nothing imported' },
    named: { none: 'Nothing was imported {{list}}: emptiness there is not silence.', absent: 'Without replies {{list}}.', partly: 'Replies only in part {{list}}.' },
    many: { none_one: 'In {{n}} period nothing was imported: emptiness there is not silence.', none_other: 'In {{n}} periods nothing was imported: emptiness there is not silence.', absent_one: '{{n}} period without replies.', absent_other: '{{n}} periods without replies.', partly_one: '{{n}} period with replies only in part.', partly_other: '{{n}} periods with replies only in part.' },
  },
  frame: {
    table: 'Show the table',
    plot: 'Show the chart',
    copy: 'Copy',
    copySvg: 'Copy as SVG',
    copyPng: 'Copy as PNG',
    copyCsv: 'Copy the data (CSV)',
    copied: 'Copied',
    notCopied: 'Copying did not work',
    source: 'Source: {{source}}',
    month: 'Month',
    definition: 'Definition',
    hint: 'Arrow keys move from point to point, Enter opens the messages.',
    hintChoose: 'Arrows move from point to point, Enter chooses one.',
    hintPoints: 'Arrows move from point to point.',
    hintMap: 'Arrow keys move from one tribe or profile to the next, Enter opens the messages. The fields below the map choose a rectangle.',
  },
};
