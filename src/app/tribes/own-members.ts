import { valueWeights } from '../../domain/value/value-rules.ts';
import { restingOrder } from '../../domain/tribes/resting-tribes.ts';
import { ownTribeId, ownTribes, peopleOfRule, putTribeMembers, removeOtherOwnTribes } from '../../store/own-tribe-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { putTribeResults } from '../../store/tribe-queries.ts';
import { ledgerUnits, ownBrandId } from '../../store/value-ledger.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { VALUE_SEED_SETTING } from '../value/ledger-view.ts';
import { tribeResults } from '../value/tribe-results.ts';
import { listedTribes } from './listed-tribes.ts';
import { wordSearches } from './word-search.ts';

/** Finds the members of every tribe of the user's own, each after those it rests on. Needs balances, roles and terms. */
export function deriveOwnMembers(project: ProjectDatabase): void {
  const tribes = ownTribes(project).map((tribe) => ({ id: ownTribeId(tribe.code), rule: tribe.rule }));
  const searches = wordSearches(project);
  removeOtherOwnTribes(project, tribes.map(({ id }) => id));
  for (const { id, rule } of restingOrder(tribes) ?? []) putTribeMembers(project, id, rule === null ? [] : peopleOfRule(project, rule, searches));
}

/**
 * Members and results of the user's own tribes after one was changed, with the weights and seed of the last analysis: one
 * scan of the ledger and of the terms. Before the first analysis there is nobody to find.
 */
export function refreshOwnTribes(project: ProjectDatabase): void {
  deriveOwnMembers(project);
  const own = listedTribes(project).filter(({ origin }) => origin !== 'ruled' && origin !== 'found');
  if (own.length === 0) return;
  const weights = valueWeights(storedWeights(project));
  const seed = Number(settingOf(project, VALUE_SEED_SETTING) ?? 1);
  const table = ledgerUnits(project, { brandId: ownBrandId(project), condition: null }, weights);
  putTribeResults(project, own, tribeResults(project, table, { weights, seed, messages: { sql: '1', parameters: [] }, among: null }));
}
