import { findingWords } from '../../../domain/wording/en/finding-words.ts';

/** English words of the charts: the sentences of findings, and chart furniture. */
export const charts = {
  quarter: 'Q{{quarter}} {{year}}',
  quarterFull: 'Q{{quarter}} {{year}}',
  ...findingWords,
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
    hintMap: 'Arrow keys move from one tribe or profile to the next, Enter opens the messages. The fields below the map choose a rectangle.',
  },
};
