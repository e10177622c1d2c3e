import { SENTIMENTS } from '../../../src/domain/model/codes.ts';
import type { ReadLanguage } from '../../../src/text/lexicon.ts';
import { likeliestSentiment, primaryAct, primaryIntent, promiseFound, sameDueWords, timeNamed } from './answers.ts';
import { MEASURES } from './scores.ts';
import { linesOf } from './set-files.ts';
import type { EvaluationSet, LabelledText, Task } from './task.ts';

/** Intents with enough rows in the gold sets. */
const GOLD_INTENTS = ['trouble', 'other', 'praise', 'information', 'idea'];

/** Acts with fewer rows are left out of the mean: one message would move it by a tenth of its share. */
const LEAST_ROWS_OF_AN_ACT = 10;

type Gold = Readonly<Record<string, string>>;

const goldRows = (folder: string, file: string): Gold[] | null => linesOf(folder, `gold/${file}.jsonl`)?.map((line) => JSON.parse(line) as Gold) ?? null;

/** Rows of which `keep` holds, with the right answer that `truth` reads off; `other` where a task needs more. */
function rowsOf(file: string, language: ReadLanguage, { keep, truth, other }: { readonly keep: (row: Gold) => boolean; readonly truth: (row: Gold) => string; readonly other?: (row: Gold) => string }): Task['rows'] {
  return (folder) => goldRows(folder, file)?.filter(keep).map((row) => ({
    id: row['id'] ?? '', text: row['text'] ?? '', language, truth: truth(row), ...(other === undefined ? {} : { other: other(row) }),
  })) ?? null;
}

/** The acts with enough rows to enter a mean, in order of first appearance. */
export function actsWithRows(rows: readonly LabelledText[]): string[] {
  return [...new Set(rows.map(({ truth }) => truth))].filter((act) => rows.filter(({ truth }) => truth === act).length >= LEAST_ROWS_OF_AN_ACT);
}

const agreed = (field: string) => (row: Gold): boolean => row[`${field}A`] === row[`${field}B`];
const value = (field: string) => (row: Gold): string => row[`${field}A`] ?? '';

function inbound(language: ReadLanguage): EvaluationSet {
  const base = { language, direction: 'inbound', languageTold: true } as const;
  return {
    id: `gold-${language}`, origin: 'reference', usedForTraining: false,
    tasks: [
      {
        ...base, subject: 'intent', bar: 0.75, measure: () => MEASURES.macroF1(GOLD_INTENTS),
        rows: rowsOf(language, language, { keep: agreed('intent'), truth: value('intent') }),
        answer: primaryIntent, plain: ({ text }, plain) => plain.intent(text),
      },
      {
        ...base, subject: 'intent in dispute, one of both', measure: () => MEASURES.share,
        rows: rowsOf(language, language, { keep: (row) => !agreed('intent')(row), truth: () => 'one of both', other: (row) => `${row['intentA'] ?? ''} ${row['intentB'] ?? ''}` }),
        answer: (reading, row) => oneOfBoth(primaryIntent(reading), row), plain: (row, plain) => oneOfBoth(plain.intent(row.text), row),
      },
      {
        ...base, subject: 'sentiment', measure: () => MEASURES.macroF1(SENTIMENTS),
        rows: rowsOf(language, language, { keep: agreed('sentiment'), truth: value('sentiment') }),
        answer: likeliestSentiment, plain: ({ text }, plain) => plain.sentiment(text),
      },
    ],
  };
}

function oneOfBoth({ code, probability }: { readonly code: string; readonly probability: number }, { other = '' }: LabelledText): { code: string; probability: number } {
  return { code: other.split(' ').includes(code) ? 'one of both' : code, probability };
}

const promised = (row: Gold): boolean => row['promiseA'] === 'yes' && row['promiseB'] === 'yes';
const named = (due: string | undefined): string => (due === 'none' ? 'none' : 'named');

function outbound(): EvaluationSet {
  const base = { language: 'en', direction: 'outbound', languageTold: true } as const;
  return {
    id: 'gold-outbound-en', origin: 'reference', usedForTraining: false,
    tasks: [
      {
        ...base, subject: 'act', measure: (rows) => MEASURES.macroF1(actsWithRows(rows)),
        rows: rowsOf('outbound-en', 'en', { keep: agreed('act'), truth: value('act') }),
        answer: primaryAct, plain: ({ text }, plain) => plain.act(text),
      },
      {
        ...base, subject: 'promise', measure: () => MEASURES.f1('yes'),
        rows: rowsOf('outbound-en', 'en', { keep: agreed('promise'), truth: value('promise') }),
        answer: promiseFound, plain: ({ text }, plain) => ({ code: plain.promises(text) ? 'yes' : 'no', probability: 1 }),
      },
      {
        ...base, subject: 'due time named', measure: () => MEASURES.f1('named'),
        rows: rowsOf('outbound-en', 'en', { keep: (row) => promised(row) && named(row['dueA']) === named(row['dueB']), truth: (row) => named(row['dueA']) }),
        answer: timeNamed, plain: ({ text }, plain) => ({ code: plain.namesTime(text) ? 'named' : 'none', probability: 1 }),
      },
      {
        ...base, subject: 'due words exact', measure: () => MEASURES.share,
        rows: rowsOf('outbound-en', 'en', { keep: (row) => promised(row) && row['dueA'] !== 'none' && row['dueA'] === row['dueB'], truth: () => 'same', other: value('due') }),
        answer: (reading, { other = '' }) => sameDueWords(reading, other), plain: null,
      },
    ],
  };
}

/** Messages labelled twice by the product's own codes; scored where both labels agree, the disputed ones apart. */
export const goldSets: readonly EvaluationSet[] = [inbound('it'), inbound('en'), outbound()];
