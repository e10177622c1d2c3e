import type { Reading } from '../../../src/domain/model/reading.ts';
import type { ReadLanguage } from '../../../src/text/lexicon.ts';
import { createReader, type Reader } from '../../../src/text/reader.ts';
import { rowsReadAgain, scoreInterval } from './bootstrap.ts';
import { plainLexicon, type PlainLexicon } from './plain-lexicon.ts';
import { confusionTable, weightedScore } from './scores.ts';
import type { Answer, EvaluationSet, LabelledText, ReadingError, Task, TaskResult } from './task.ts';

/** Reads and counts for the tasks of one run; a text that several tasks of a set share is read once. */
export interface Judge {
  readonly reading: (row: LabelledText, task: Task) => Reading;
  readonly plain: (language: ReadLanguage) => PlainLexicon;
  /** Drops the readings kept so far: to be called between sets. */
  readonly forget: () => void;
}

/** Builds a judge around a reader. */
export function createJudge(reader: Reader = createReader()): Judge {
  const kept = new Map<string, Reading>();
  const lexicons = new Map<ReadLanguage, PlainLexicon>();
  return {
    reading: ({ id, text, language }, { direction, languageTold }) => {
      const key = `${direction} ${languageTold ? language : ''} ${text}`;
      const existing = kept.get(key);
      if (existing !== undefined) return existing;
      const made = reader.read({ id, text, direction, ...(languageTold ? { sourceLanguage: language } : {}) });
      kept.set(key, made);
      return made;
    },
    plain: (language) => {
      const lexicon = lexicons.get(language) ?? plainLexicon(language);
      lexicons.set(language, lexicon);
      return lexicon;
    },
    forget: () => { kept.clear(); },
  };
}

/** Set and subject: how documents and files of errors name a task. */
export const taskKey = (set: EvaluationSet, task: Task): string => `${set.id}: ${task.subject}`;

/** Where the sets lie: the project's own folder, and the reference data or null on a machine without them. */
export interface Folders {
  readonly own: string;
  readonly reference: string | null;
}

const emptyResult = (set: EvaluationSet, task: Task, missing: string): TaskResult => {
  const { name, lowerIsBetter } = task.measure([]);
  return {
    key: taskKey(set, task), set: set.id, subject: task.subject, origin: set.origin, language: task.language, measure: name, lowerIsBetter,
    rows: 0, score: null, low: null, high: null, plain: null, bar: task.bar ?? null, half: null, missing, confusion: null, errors: [],
  };
};

/** The rows of a task, or the reason why there are none. */
export function taskRows(set: EvaluationSet, task: Task, { own, reference }: Folders): readonly LabelledText[] | string {
  if (set.origin === 'reference' && reference === null) return 'not measured: reference data absent';
  const rows = task.rows(set.origin === 'own' ? own : reference ?? '');
  if (rows !== null) return rows;
  return set.origin === 'own' ? 'not there' : 'not measured: this part is not among the reference data';
}

function answerOf(task: Task, row: LabelledText, judge: Judge): Answer {
  return typeof task.answer === 'function' ? task.answer(judge.reading(row, task), row) : task.answer.people(row);
}

function errorsOf(rows: readonly LabelledText[], answers: readonly Answer[]): ReadingError[] {
  return rows.flatMap(({ id, truth, text }, at) => {
    const { code, probability } = answers[at] ?? { code: '', probability: 0 };
    return code === truth ? [] : [{ id, truth, said: code, probability, text }];
  }).sort((a, b) => b.probability - a.probability);
}

/** Reads every row of a task and scores the answers, with interval, word count beside, confusion and errors. */
export function measuredTask(set: EvaluationSet, task: Task, folders: Folders, judge: Judge): TaskResult {
  const rows = taskRows(set, task, folders);
  if (typeof rows === 'string') return emptyResult(set, task, rows);
  const measure = task.measure(rows);
  const truths = rows.map(({ truth }) => truth);
  const answers = rows.map((row) => answerOf(task, row, judge));
  const everyRow = new Uint8Array(rows.length).fill(1);
  const score = weightedScore(measure, truths, answers);
  const interval = scoreInterval(rows.length, score);
  const { plain } = task;
  const counted = plain === null ? null : weightedScore(measure, truths, rows.map((row) => plain(row, judge.plain(task.language))))(everyRow);
  const { codes, counts } = confusionTable(truths, answers.map(({ code }) => code));
  const value = score(everyRow);
  return {
    ...emptyResult(set, task, ''), measure: measure.name, rows: rows.length, score: value, low: interval?.low ?? null, high: interval?.high ?? null, plain: counted,
    half: score(rowsReadAgain(rows.length).map(Number)), missing: value === null ? 'too few rows for this measure' : null,
    confusion: measure.kind === 'ranking' ? null : { codes, counts: codes.map((_, row) => [...counts.subarray(row * codes.length, (row + 1) * codes.length)]) },
    errors: typeof task.answer === 'function' ? errorsOf(rows, answers) : [],
  };
}

/** The score alone, on the rows that the tests read again; null where there are no rows. */
export function scoreReadAgain(set: EvaluationSet, task: Task, folders: Folders, judge: Judge): number | null {
  const rows = taskRows(set, task, folders);
  if (typeof rows === 'string') return null;
  const again = rowsReadAgain(rows.length);
  const chosen = rows.filter((_, at) => again[at]);
  const answers = chosen.map((row) => answerOf(task, row, judge));
  return weightedScore(task.measure(rows), chosen.map(({ truth }) => truth), answers)(new Uint8Array(chosen.length).fill(1));
}
