import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { READ_LANGUAGES, type ReadLanguage } from '../../src/text/lexicon.ts';
import { READER_VERSION } from '../../src/text/reader.ts';
import { referenceData } from '../../tests/support/reference-data.ts';
import { ROOT } from '../run-program.ts';
import { DRAWS, SEED } from './reading/bootstrap.ts';
import { printedConfusion } from './reading/confusion.ts';
import { errorsFolder, writeErrors } from './reading/errors.ts';
import { createJudge, measuredTask, taskKey, taskRows, type Folders } from './reading/measured.ts';
import { readingOptions, type ReadingOptions } from './reading/options.ts';
import type { PolarityOf } from './reading/polarity.ts';
import { pageWithScores } from './reading/scores-page.ts';
import { evaluationSets } from './reading/sets.ts';
import { measuredSpeed, type Speed } from './reading/speed.ts';
import { printedTable, verdict } from './reading/table.ts';
import type { EvaluationSet, LabelledText, TaskResult } from './reading/task.ts';

/** Where the project's own held-back messages lie. */
export const OWN_SETS_FOLDER = join(ROOT, 'tests', 'reference', 'reading');

/** The document whose section of scores a run can write. */
export const SCORES_PAGE = join(ROOT, 'docs', 'reading.md');

const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** The folders of this machine; reference data count only where the folder that the environment names is there. */
export function evaluationFolders(): Folders {
  const reference = referenceData();
  return { own: OWN_SETS_FOLDER, reference: reference !== null && existsSync(reference) ? reference : null };
}

function speedOf(language: ReadLanguage, sets: readonly EvaluationSet[], folders: Folders): Speed | null {
  for (const id of [`own-${language}-inbound`, `gold-${language}`]) {
    const set = sets.find((each) => each.id === id);
    const [task] = set?.tasks ?? [];
    const rows: readonly LabelledText[] | string = set === undefined || task === undefined ? 'unknown' : taskRows(set, task, folders);
    if (typeof rows !== 'string') return measuredSpeed(language, rows);
  }
  return null;
}

function chosenSets(sets: readonly EvaluationSet[], { only }: ReadingOptions): readonly EvaluationSet[] {
  const lost = only.filter((word) => !sets.some(({ id }) => id.startsWith(word)));
  if (lost.length > 0) throw new RangeError(`unknown set: ${lost.join(', ')} (one of ${sets.map(({ id }) => id).join(', ')})`);
  return only.length === 0 ? sets : sets.filter(({ id }) => only.some((word) => id.startsWith(word)));
}

function machineReadable(results: readonly TaskResult[], { trained, speeds }: { readonly trained: readonly string[]; readonly speeds: readonly Speed[] }): string {
  const tasks = results.map(({ errors, ...result }) => ({ ...result, verdict: verdict(result) || null, wrong: errors.length }));
  return JSON.stringify({ reader: READER_VERSION, draws: DRAWS, seed: SEED, tasks, usedForTraining: trained, speeds });
}

/**
 * Scores the reader on every labelled set at hand and prints one line a task; `words` are the options after the subject
 * (see {@link readingOptions}). Returns the exit code: 0, or 2 for bad usage. Phases:
 * 1. options and sets; 2. reading and scoring, set by set; 3. speed; 4. printing, errors and the document.
 */
export function evaluateReading(words: readonly string[], { polarityOf }: { readonly polarityOf?: PolarityOf } = {}): number {
  const sets = evaluationSets(polarityOf === undefined ? {} : { polarityOf });
  let options: ReadingOptions;
  let chosen: readonly EvaluationSet[];
  let errorsTo: string | null;
  try {
    options = readingOptions(words);
    chosen = chosenSets(sets, options);
    errorsTo = options.errors === null ? null : errorsFolder(options.errors);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(`evaluate: ${error.message}\n`);
    return 2;
  }
  const folders = evaluationFolders();
  const judge = createJudge();
  const trained = sets.filter(({ usedForTraining }) => usedForTraining).map(({ id }) => id);
  const scored = chosen.filter(({ usedForTraining }) => !usedForTraining);
  const results = scored.flatMap((set) => {
    judge.forget();
    return set.tasks.map((task) => measuredTask(set, task, folders, judge));
  });
  const speeds = READ_LANGUAGES.flatMap((language) => speedOf(language, sets, folders) ?? []);
  if (options.json) say([machineReadable(results, { trained, speeds })]);
  else {
    say([`reader ${READER_VERSION}`, ...(results.length === 0 ? [] : printedTable(results)), '', `used for training, not scored: ${trained.join(', ') || 'none'}`, '', 'messages a second, one thread of this machine']);
    say(speeds.length === 0 ? ['  not measured: no messages at hand'] : speeds.map(({ language, perSecond, messages, meanUnits }) => `  ${language}  ${perSecond} (${messages} messages of ${meanUnits} characters on average)`));
    if (options.confusion) say(results.flatMap(printedConfusion));
  }
  if (errorsTo !== null) process.stderr.write(`${writeErrors(errorsTo, results)} files of errors in ${errorsTo}\n`);
  if (options.write) {
    const page = existsSync(SCORES_PAGE) ? readFileSync(SCORES_PAGE, 'utf8') : '# Reading\n';
    const order = sets.filter(({ usedForTraining }) => !usedForTraining).flatMap((set) => set.tasks.map((task) => ({ key: taskKey(set, task), origin: set.origin })));
    writeFileSync(SCORES_PAGE, pageWithScores(page, { results, order, trained, version: READER_VERSION, date: options.date }));
    if (options.date === null) process.stderr.write('no --date: the lines of the reference sets stay as they stand\n');
  }
  return 0;
}
