import { heldProject, type HeldProject } from '../read/held-project.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { exchangeMaterial, exchangesWithin, tieTable, type TiePeriod, type TieTable } from './tie-table.ts';

/** Scopes whose ties are kept while a project is held: some tens of megabytes each at a million messages. */
const KEPT = 3;

const known = new WeakMap<HeldProject, Map<string, readonly TieTable[]>>();

function counted(scope: ResolvedScope, periods: readonly TiePeriod[]): TieTable[] {
  const exchanges = exchangeMaterial(scope);
  return periods.map((period) => {
    const { ties } = tieTable(scope, exchangesWithin(exchanges, period), period.toMs);
    // a trend counts ties and opens none: which messages they are made of would be most of what is kept
    return { ties: ties.map((tie) => ({ ...tie, messageIds: [] })), acts: [] };
  });
}

/**
 * The ties of a scope in each of some periods, without their messages and single acts. They rest on the filters of time,
 * network and place alone, so that every other filter of a project held in memory finds them counted.
 */
export function periodTies(scope: ResolvedScope, periods: readonly TiePeriod[]): readonly TieTable[] {
  const held = heldProject(scope.project);
  if (held === null) return counted(scope, periods);
  const { fromMs, toMs, networks, containers } = scope.messages.filters ?? {};
  const key = JSON.stringify([scope.brand?.id, scope.messages.brandId, fromMs, toMs, networks, containers, periods]);
  const tables = known.get(held) ?? new Map<string, readonly TieTable[]>();
  known.set(held, tables);
  const found = tables.get(key) ?? counted(scope, periods);
  tables.delete(key);
  tables.set(key, found);
  for (const oldest of tables.keys()) {
    if (tables.size <= KEPT) break;
    tables.delete(oldest);
  }
  return found;
}
