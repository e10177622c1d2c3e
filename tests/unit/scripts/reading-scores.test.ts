import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluationFolders, SCORES_PAGE } from '../../../scripts/evaluate/reading.ts';
import { createJudge, scoreReadAgain, taskKey } from '../../../scripts/evaluate/reading/measured.ts';
import { documentedScores } from '../../../scripts/evaluate/reading/scores-page.ts';
import { evaluationSets } from '../../../scripts/evaluate/reading/sets.ts';
import type { EvaluationSet } from '../../../scripts/evaluate/reading/task.ts';

/** A score may lie so far under the documented one before somebody has to look. */
const MOST_LOST = 0.01;
const ROUNDING = 0.0005;

const folders = evaluationFolders();
const documented = new Map(documentedScores(existsSync(SCORES_PAGE) ? readFileSync(SCORES_PAGE, 'utf8') : '').map((entry) => [entry.key, entry]));
const judge = createJudge();
const scored = evaluationSets().filter(({ usedForTraining }) => !usedForTraining);

/** What a reader must not fall under, task by task: [task, documented, now] where it did, or where a set at hand has no documented score. */
function losses(set: EvaluationSet): (readonly [key: string, documented: number | null, now: number])[] {
  judge.forget();
  return set.tasks.flatMap((task) => {
    const key = taskKey(set, task);
    const then = documented.get(key)?.half ?? null;
    if (then === null && set.origin === 'reference') return [];
    const now = scoreReadAgain(set, task, folders, judge);
    if (now === null) return [];
    const lost = then === null ? Number.POSITIVE_INFINITY : (then - now) * (task.measure([]).lowerIsBetter ? -1 : 1);
    return lost > MOST_LOST + ROUNDING ? [[key, then, now] as const] : [];
  });
}

describe('the reader keeps the scores of docs/reading.md', () => {
  it('the document has a line for every task on the project\'s own sets', () => {
    expect(scored.filter(({ origin }) => origin === 'own').flatMap((set) => set.tasks.map((task) => taskKey(set, task))).filter((key) => !documented.has(key))).toEqual([]);
  });

  it.each(scored.filter(({ origin }) => origin === 'own').map((set) => [set.id, set] as const))('on %s', (_id, set) => {
    expect(losses(set)).toEqual([]);
  });

  describe.skipIf(folders.reference === null)('on reference data', () => {
    it.each(scored.filter(({ origin }) => origin === 'reference').map((set) => [set.id, set] as const))('on %s', (_id, set) => {
      expect(losses(set)).toEqual([]);
    });
  });
});
