import type { MapBox } from '../../contract/selection.ts';
import { storedTribeResults, type TribeResult } from '../../store/tribe-queries.ts';
import { accountsInBox } from '../../store/value-box.ts';
import type { ResolvedScope } from '../read/scope.ts';
import type { LedgerView } from './ledger-view.ts';
import { tribeResults } from './tribe-results.ts';

/** Scopes whose results stay in memory: some kilobytes a tribe. */
const KEPT = 12;

/**
 * Tribe results under a scope: stored ones for the whole ledger, else summed again over the people with selected
 * messages. Membership is always that of the whole period: a filter narrows what is looked at, not who belongs together.
 */
export function scopedTribes({ project }: ResolvedScope, view: LedgerView, { box }: { box: MapBox | undefined }): ReadonlyMap<string, TribeResult> {
  if (view.whole && box === undefined) return storedTribeResults(project);
  const resultsOf = (among: ReadonlySet<number> | null): ReadonlyMap<string, TribeResult> => tribeResults(project, view.units(), { weights: view.weights, seed: view.seed, messages: view.messages, among });
  // the map, the list, every page of a tribe and the overview ask for it
  return box === undefined ? view.keptOf({ name: 'tribe-results', most: KEPT }, () => resultsOf(null)) : resultsOf(new Set(accountsInBox(project, box)));
}
