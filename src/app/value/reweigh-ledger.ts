import { storeAuthorPoints } from '../../store/piece-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { forgetAnswers, forgetTribeAnswers } from '../read/answer-cache.ts';
import { aggregateValue } from './derive-value.ts';
import { VALUE_SEED_SETTING } from './ledger-view.ts';

/**
 * Makes the weights and the border in force hold everywhere: prices the bookings again, and computes balances, zones and
 * tribes from the units, with the seed of the last analysis; pieces carry what their authors gave by these weights. Nothing
 * is booked again. Does nothing in a project that was never analysed: its first analysis will find the weights. One scan of
 * the ledger and one of the terms; inside the caller's transaction.
 */
export function reweighLedger(project: ProjectDatabase): void {
  const seed = settingOf(project, VALUE_SEED_SETTING);
  if (seed === null) return;
  aggregateValue(project, { seed: Number(seed), signal: new AbortController().signal, onProgress: () => undefined });
  storeAuthorPoints(project);
  forgetTribeAnswers(project);
  for (const name of ['tribes.one', 'tribes.moves']) forgetAnswers(project, name);
}
