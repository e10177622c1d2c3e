import { intentOn } from './answers.ts';
import { MEASURES } from './scores.ts';
import { csvRecords, csvRows, together } from './set-files.ts';
import type { EvaluationSet, LabelledText, Task } from './task.ts';

const FOLDER = 'complaints-airlines-telecom';
const FILES = ['airlines_set1', 'airlines_set2', 'telecom_set1', 'telecom_set2'];
const YES_NO = ['yes', 'no'];
const base = { language: 'en', direction: 'inbound', languageTold: true } as const;

const yesNo = (label: string | undefined): string => (Number(label) === 1 ? 'yes' : 'no');

/** The final labels with the copies of a tweet taken out, as the set's makers trained on them. */
function complaints(industry: string | null): Task['rows'] {
  return (folder) => csvRecords(folder, `${FOLDER}/3_final_labels/trainData.csv`)
    ?.map((row, at) => ({ row, id: `complaint ${at + 1}` }))
    .filter(({ row }) => industry === null || row['industry'] === industry)
    .map(({ row, id }) => ({ id, text: row['text'] ?? '', language: 'en', truth: yesNo(row['complaint']) })) ?? null;
}

/** One annotator's label as the right one, the other's beside it; rows that one of them left out are not there. */
export function annotatorRows(files: readonly string[] = FILES): (folder: string) => LabelledText[] | null {
  return (folder) => together(files.map((file) => csvRecords(folder, `${FOLDER}/2_combined_labels/${file}_combine.csv`)
    ?.map((row, at) => ({ row, id: `${file} ${at + 1}` }))
    .filter(({ row }) => [row['Label1'], row['Label2']].every((label) => label === '0' || label === '1'))
    .map(({ row, id }) => ({ id, text: row['text'] ?? '', language: 'en', truth: yesNo(row['Label1']), other: yesNo(row['Label2']) })) ?? null));
}

const complaintTask = (subject: string, industry: string | null, bar?: number): Task => ({
  ...base, subject, ...(bar === undefined ? {} : { bar }), measure: () => MEASURES.macroF1(YES_NO), rows: complaints(industry),
  answer: intentOn(['trouble']), plain: ({ text }, plain) => ({ code: plain.intent(text).code === 'trouble' ? 'yes' : 'no', probability: 1 }),
});

const annotatorTask = (subject: string, measure: Task['measure']): Task => ({
  ...base, subject, measure, rows: annotatorRows(), answer: { people: ({ other = '' }) => ({ code: other, probability: 1 }) }, plain: null,
});

const suggestionTask = (subject: string, rows: Task['rows'], bar?: number): Task => ({
  ...base, subject, ...(bar === undefined ? {} : { bar }), measure: () => MEASURES.f1('yes'), rows,
  answer: intentOn(['idea', 'recommendation']), plain: ({ text }, plain) => ({ code: plain.suggests(text) ? 'yes' : 'no', probability: 1 }),
});

/** Rows of id, sentence and label; some of the files have a header, some none. */
function suggestions(file: string): Task['rows'] {
  return (folder) => csvRows(folder, `semeval2019-task9-suggestions/${file}.csv`)
    ?.filter(([, , label]) => label === '0' || label === '1')
    .map(([id = '', text = '', label]) => ({ id, text, language: 'en', truth: yesNo(label) })) ?? null;
}

/** Complaints with the agreement of their annotators beside them, and suggestions of two domains. */
export const complaintSets: readonly EvaluationSet[] = [
  {
    id: 'complaints', origin: 'reference', usedForTraining: false,
    tasks: [
      complaintTask('complaint', null, 0.75),
      complaintTask('complaint, airlines', 'airlines'),
      complaintTask('complaint, telecom', 'telecom'),
      annotatorTask('one annotator against the other', () => MEASURES.macroF1(YES_NO)),
      annotatorTask('agreement of the annotators', () => MEASURES.kappa),
    ],
  },
  {
    id: 'suggestions-a', origin: 'reference', usedForTraining: false,
    tasks: [
      suggestionTask('suggestion, evaluation part', suggestions('SubtaskA_EvaluationData_labeled'), 0.7),
      suggestionTask('suggestion, trial part', suggestions('SubtaskA_Trial_Test_Labeled')),
      suggestionTask('suggestion, training part', suggestions('V1.4_Training')),
    ],
  },
  {
    id: 'suggestions-b', origin: 'reference', usedForTraining: false,
    tasks: [
      suggestionTask('suggestion, evaluation part', suggestions('SubtaskB_EvaluationData_labeled'), 0.75),
      suggestionTask('suggestion, trial part', suggestions('SubtaskB_Trial_Test_Labeled')),
    ],
  },
];
