import type { Direction, Reading } from '../../../src/domain/model/reading.ts';
import type { ReadLanguage } from '../../../src/text/lexicon.ts';
import type { PlainLexicon } from './plain-lexicon.ts';
import type { Measure } from './scores.ts';

/** One labelled text of a set, as one task sees it. */
export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly language: ReadLanguage;
  /** The right answer in the task's own codes. */
  readonly truth: string;
  /** What else the set says of the text and the task needs: a second annotator's code, the words of a due time. */
  readonly other?: string;
}

/** An answer in the task's own codes, with how probable its giver holds it in [0, 1]; in a ranking, how probable the positive code is. */
export interface Answer {
  readonly code: string;
  readonly probability: number;
}

/** One line of the table: labelled texts, the question put to the reader, and how its answers are scored. */
export interface Task {
  /** What is asked, with the part of the set where there are several; unique in its set. */
  readonly subject: string;
  readonly language: ReadLanguage;
  readonly direction: Direction;
  /** False where telling the language is the task itself. */
  readonly languageTold: boolean;
  /** The measure may depend on the rows: codes with too few of them are left out of a mean. */
  readonly measure: (rows: readonly LabelledText[]) => Measure;
  /** The least score wanted, where one was set. */
  readonly bar?: number;
  /** The rows, or null where the files are not there. Throws when a file is there and is not what it should be. */
  readonly rows: (folder: string) => readonly LabelledText[] | null;
  /** What the reader's reading says, or, with `people`, what a second person said of the row without any reading. */
  readonly answer: ((reading: Reading, row: LabelledText) => Answer) | { readonly people: (row: LabelledText) => Answer };
  /** What a word count says of the same row; null where it has nothing to say to such a task. */
  readonly plain: ((row: LabelledText, lexicon: PlainLexicon) => Answer) | null;
}

/** A set of labelled texts: its tasks, where it lies, and whether something that ships has learned from it. */
export interface EvaluationSet {
  readonly id: string;
  /** Own sets lie in the project and are always scored; reference sets lie in a folder that a machine may not have. */
  readonly origin: 'own' | 'reference';
  /** A set that the shipped model has seen is listed and not scored. */
  readonly usedForTraining: boolean;
  readonly tasks: readonly Task[];
}

/** What one task came to. Scores are null where there are no rows or where they cannot carry the measure. */
export interface TaskResult {
  /** Set and subject: the key of the line in the documents. */
  readonly key: string;
  readonly set: string;
  readonly subject: string;
  readonly origin: 'own' | 'reference';
  readonly language: ReadLanguage;
  readonly measure: string;
  readonly lowerIsBetter: boolean;
  readonly rows: number;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly plain: number | null;
  readonly bar: number | null;
  /** The score on the seeded half that the tests read again; equal to `score` for a small set. */
  readonly half: number | null;
  /** Why there is no score, or null where there is one. */
  readonly missing: string | null;
  /** Counts of right codes (rows) against codes said (columns); null in rankings and where nothing was measured. */
  readonly confusion: { readonly codes: readonly string[]; readonly counts: readonly (readonly number[])[] } | null;
  readonly errors: readonly ReadingError[];
}

/** A wrong answer, for the folder of errors only: it holds a text. */
export interface ReadingError {
  readonly id: string;
  readonly truth: string;
  readonly said: string;
  readonly probability: number;
  readonly text: string;
}
