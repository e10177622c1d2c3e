import { digits, limits, verdict } from './table.ts';
import type { TaskResult } from './task.ts';

const BEGIN = '<!-- scores: begin (written by npm run evaluate -- reading --write) -->';
const END = '<!-- scores: end -->';

const HEADER = ['set and task', 'language', 'n', 'measure', 'score', '95 % interval', 'plain lexicon', 'bar', 'verdict', 'read again', 'reader', 'measured'] as const;

/** A line of the table in the document: what a test holds a later reader to. */
export interface DocumentedScore {
  readonly key: string;
  readonly score: number | null;
  /** The score on the rows that the tests read again. */
  readonly half: number | null;
  /** The line as it stands. */
  readonly line: string;
}

const rowOf = (result: TaskResult, version: string, date: string): string => {
  const { key, language, rows, measure, score, plain, bar, half, missing } = result;
  const cells = score === null
    ? [key, language, '-', measure, missing ?? '-', '-', '-', digits(bar), '', '-', version, date]
    : [key, language, String(rows), measure, digits(score), limits(result), digits(plain), digits(bar), verdict(result), digits(half), version, date];
  return `| ${cells.join(' | ')} |`;
};

const figure = (cell: string | undefined): number | null => (cell !== undefined && /^\d\.\d+$/u.test(cell) ? Number(cell) : null);

/** The scores that a page holds between its two marks; none where it has no marks. */
export function documentedScores(page: string): DocumentedScore[] {
  const section = page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END));
  if (!page.includes(BEGIN) || !page.includes(END)) return [];
  return section.split('\n').filter((line) => line.startsWith('| ') && line.includes(': ')).map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return { key: cells[1] ?? '', score: figure(cells[5]), half: figure(cells[10]), line };
  });
}

function table(lines: readonly string[]): string[] {
  return [`| ${HEADER.join(' | ')} |`, `|${HEADER.map(() => '---').join('|')}|`, ...lines];
}

/** What a page is written from. */
export interface ScoresToWrite {
  readonly results: readonly TaskResult[];
  /** Every task there is, in order: a line that was not measured again stays as it stands, one whose task is gone goes. */
  readonly order: readonly { readonly key: string; readonly origin: 'own' | 'reference' }[];
  readonly trained: readonly string[];
  readonly version: string;
  /** Day of the measurement; without it the lines of reference sets stay as they stand. */
  readonly date: string | null;
}

/**
 * The page with its section of scores written anew. Own sets are always written; reference sets only where they were measured and a
 * day is given. A page without marks gets the section at its end.
 */
export function pageWithScores(page: string, { results, order, trained, version, date }: ScoresToWrite): string {
  const old = new Map(documentedScores(page).map(({ key, line }) => [key, line]));
  const measured = new Map(results.map((result) => [result.key, result]));
  const lines = (origin: 'own' | 'reference'): string[] => order.filter((task) => task.origin === origin).flatMap(({ key }) => {
    const result = measured.get(key);
    const standing = old.get(key) ?? [];
    if (result === undefined) return standing;
    if (origin === 'own') return rowOf(result, version, '');
    return result.score === null || date === null ? standing : rowOf(result, version, date);
  });
  const reference = lines('reference');
  const section = [
    BEGIN, '',
    'Intervals are percentiles of 1,000 seeded draws over rows. "Plain lexicon" is a count of listed words and phrases on the same rows, without a rule. "Read again" is the score on the rows that the tests read: all of a set of up to 1,000 rows, a seeded half of a bigger one. Shares of one code read as another are better when low. An unread text counts as a wrong answer. The language is told to the reader except where telling it is the task.',
    '', 'The project\'s own held-back messages (in tests/reference/reading), written for it and never trained on:', '', ...table(lines('own')), '',
    'Public and hand-labelled reference sets, which are no part of the project:', '', ...(reference.length === 0 ? ['None measured yet.'] : table(reference)), '',
    `Used for training, not scored: ${trained.length === 0 ? 'none' : trained.join(', ')}.`, '',
    'Notes on the reference sets:', '',
    '- gold: scored where both labels agree; in dispute, the share in which one of the two was said. Exact due words: the words that name the time, found word for word.',
    '- complaints: yes when trouble passes its threshold; the two annotators of the same tweets stand beside as what people reach.',
    '- suggestions: yes when idea or recommendation passes its threshold. The trial parts hold as many suggestions as others, the evaluation parts one in ten (a) and four in ten (b): their F1 do not compare.',
    '- sentipolc: the official F, over whether positive and whether negative is on. The reader takes one side of a mixed tweet.',
    '- xdailydialog: commissive turns hold acceptances ("yes, let us") beside promises, so that the recall of promises is rough and low.',
    '- Left out: the e-mail intents of Parakweet (requests, proposals and commitments are one class, and plain sentences such as "I will discuss it with him" are labelled as none, so that neither recall nor false alarms of promises can be read off); spam on YouTube and in text messages (self-promotion by strangers is no code of the product).',
    '', END,
  ].join('\n');
  if (old.size === 0 && !page.includes(BEGIN)) return `${page.trimEnd()}\n\n## Scores\n\n${section}\n`;
  return page.slice(0, page.indexOf(BEGIN)) + section + page.slice(page.indexOf(END) + END.length);
}
