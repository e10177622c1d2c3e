import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ROOT } from '../../run-program.ts';
import type { TaskResult } from './task.ts';

/** Folder of the errors in the project; git does not see it. */
export const ERRORS_FOLDER = 'evaluation-errors';

const MOST_ERRORS = 60;

/**
 * The folder for errors, made absolute. They hold texts of real people, so that no other folder of the project takes them: RangeError
 * `invalid folder for errors: docs`.
 */
export function errorsFolder(written: string): string {
  const folder = resolve(ROOT, written);
  const inside = relative(ROOT, folder);
  const [top] = inside.split(/[\\/]/u);
  if (top !== '..' && top !== ERRORS_FOLDER && resolve(inside) !== inside) throw new RangeError(`invalid folder for errors: ${written}`);
  return folder;
}

/** Writes the wrong answers given with most certainty, at most sixty for each task, into a file a task; returns how many files. */
export function writeErrors(folder: string, results: readonly TaskResult[]): number {
  mkdirSync(folder, { recursive: true });
  const withErrors = results.filter(({ errors }) => errors.length > 0);
  for (const { key, errors } of withErrors) {
    const lines = errors.slice(0, MOST_ERRORS).map(({ id, truth, said, probability, text }) => [probability.toFixed(3), `is ${truth}`, `read as ${said}`, id, text.replaceAll(/\s+/gu, ' ')].join('\t'));
    writeFileSync(join(folder, `${key.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}.tsv`), `${lines.join('\n')}\n`);
  }
  return withErrors.length;
}
