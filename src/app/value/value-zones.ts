import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { NAMED_ZONES } from '../../domain/value/value-zone.ts';
import { tribeZoneHolds } from '../../domain/tribes/tribe-figures.ts';
import { heldPeople } from '../../store/held-people.ts';
import { heldPeopleCount } from '../../store/held-tribes.ts';
import { peopleCount, storedTribeResults, tribeMembers } from '../../store/tribe-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';

/** A zone of value with how many people of a scope stand in it, and their part of everybody; `zoneHolds` null where it is not told. */
export interface ValueZoneShare {
  readonly id: string;
  readonly size: number;
  readonly share: number;
  readonly zoneHolds: boolean | null;
}

/**
 * The zone of value in which most people of a scope stand, of equal ones the first in the order shown; null where none has
 * five people or nobody has a balance. The figures are those of the list of tribes, without words, networks and limits,
 * which an answer about one zone does not need and which cost a hundred times as much.
 */
export function largestZone(scope: ResolvedScope): ValueZoneShare | null {
  const { project } = scope;
  const view = ledgerView(scope);
  const { held } = view.ledger;
  const memory = held === undefined ? null : heldPeople(project);
  const people = held === undefined || memory === null ? peopleCount(project, view.messages) : heldPeopleCount(memory, held.selection);
  if (people === 0) return null;
  const ids = NAMED_ZONES.map((zone) => `value:${zone}`);
  if (view.whole) {
    const stored = storedTribeResults(project);
    const sizes = ids.flatMap((id) => {
      const figures = stored.get(id)?.figures;
      return figures === undefined || figures.tooFew ? [] : [{ id, size: figures.size, zoneHolds: figures.zoneHolds }];
    });
    const largest = firstLargest(sizes);
    return largest === null ? null : { ...largest, share: largest.size / people };
  }
  const table = view.units();
  const rowOf = new Map<number, number>();
  for (let row = 0; row < table.accountIds.length; row += 1) rowOf.set(table.accountIds[row] ?? 0, row);
  const members = memory?.members ?? tribeMembers(project);
  const zones = ids.map((id) => {
    const rows = (members.get(id) ?? []).flatMap((account) => rowOf.get(account) ?? []);
    return { id, rows, size: rows.length };
  });
  const largest = firstLargest(zones.filter(({ size }) => size >= LEAST_PEOPLE));
  if (largest === null) return null;
  const { id, rows, size } = largest;
  return { id, size, share: size / people, zoneHolds: tribeZoneHolds(table, rows, view) };
}

function firstLargest<Zone extends { readonly size: number }>(zones: readonly Zone[]): Zone | null {
  return zones.reduce<Zone | null>((largest, zone) => (largest === null || zone.size > largest.size ? zone : largest), null);
}
