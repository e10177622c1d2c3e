import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Zone } from '../../domain/model/codes.ts';
import { accountBalances } from '../../domain/value/account-balance.ts';
import { LEAST_BOOKINGS, ZONE_BORDER_LOG2 } from '../../domain/value/value-zone.ts';
import { namedZone, zoneMoves, type NamedZone } from '../../domain/value/weights-effect.ts';
import { recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf, removeSetting, storeSetting } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';
import { reweighLedger } from './reweigh-ledger.ts';
import { zoneBorder, ZONE_BORDER_SETTING } from './zone-border.ts';

/** What the journal keeps of a moved border, in doublings. */
export interface BorderChange {
  readonly before: number;
  readonly after: number;
}

const ZONE_ORDER: readonly NamedZone[] = ['gives-more', 'even', 'receives-more', 'little-active', 'depends'];

/**
 * What another border would change, before it is kept: accounts that would be said to be in another zone, among those with
 * five bookings or more. A zone must hold under random weights with that border as well. From the units, with the seed of
 * the last analysis.
 */
export function zoneBorderEffect(scope: ResolvedScope, { borderLog2 }: OperationRequest<'value.zoneBorder'>): OperationValue<'value.zoneBorder'> {
  const view = ledgerView(scope);
  const tried = borderLog2 ?? view.borderLog2;
  const table = view.units();
  const zonesUnder = (border: number): (Zone | null)[] => [...accountBalances(table, { weights: view.weights, seed: view.seed, borderLog2: border })].flatMap(({ bookings, zone }) => (bookings < LEAST_BOOKINGS ? [] : [zone]));
  const before = zonesUnder(view.borderLog2);
  const after = tried === view.borderLog2 ? before : zonesUnder(tried);
  const moves = zoneMoves(before, after);
  const counted = (zones: readonly (Zone | null)[], wanted: NamedZone): number => zones.filter((zone) => namedZone(zone) === wanted).length;
  return {
    borderLog2: view.borderLog2, defaultLog2: ZONE_BORDER_LOG2, tried, n: before.length, changed: moves.reduce((sum, { accounts }) => sum + accounts, 0), moves,
    zones: ZONE_ORDER.map((zone) => ({ zone, before: counted(before, zone), after: counted(after, zone) })),
  };
}

/**
 * Moves the border of the even band and makes it hold at once: zones, value tribes and all that rests on them. Undoable;
 * the border that stands already changes nothing. Failures: `not-found` without a project; `read-only-project`.
 */
export function setZoneBorder({ project, now }: AppContext, { borderLog2 }: OperationRequest<'value.setZoneBorder'>): Outcome<OperationValue<'value.setZoneBorder'>> {
  if (project === null) return failed('not-found', 'no project is open');
  if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to move the border');
  const change: BorderChange = { before: zoneBorder(project), after: borderLog2 };
  if (change.before === change.after) return success({ borderLog2, changed: false, dataVersion: dataVersionOf(project) });
  project.connection.transaction(() => {
    putZoneBorder(project, change.after);
    recordCommand(project, { command: 'value.setZoneBorder', label: `value.setZoneBorder:${String(borderLog2)}`, forward: JSON.stringify({ borderLog2 }), inverse: JSON.stringify(change), atMs: now() });
  }).immediate();
  return success({ borderLog2, changed: true, dataVersion: dataVersionOf(project) });
}

/** Makes a border stand; the default one leaves no setting behind. To be called inside a transaction. */
export function putZoneBorder(project: ProjectDatabase, borderLog2: number): void {
  if (borderLog2 === ZONE_BORDER_LOG2) removeSetting(project, ZONE_BORDER_SETTING);
  else storeSetting(project, ZONE_BORDER_SETTING, String(borderLog2));
  reweighLedger(project);
}
