import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { accountBalances } from '../../domain/value/account-balance.ts';
import { NAMED_ZONES } from '../../domain/value/value-zone.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { ledgerUnits } from '../../store/value-ledger.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from '../value/ledger-view.ts';

type Moves = OperationValue<'tribes.moves'>;
type Place = Moves['flows'][number]['from'];

/** Whoever left too few traces in a half, or stands there by the weights alone, has no zone that could be left. */
function isZone(place: Place): boolean {
  return (NAMED_ZONES as readonly string[]).includes(place);
}

/**
 * Where everybody with a message in either period stands in both, by the same ledger, weights and seed as the map: two
 * scans of the ledger. The other filters hold in both periods. Those absent from both are nobody's move; `stayed` and `moved` count
 * people whose zone is told in both.
 */
export function tribeMoves(scope: ResolvedScope, { before, after, tribe }: OperationRequest<'tribes.moves'>): Moves {
  const { project, messages } = scope;
  const { ledger, weights, seed, borderLog2 } = ledgerView(scope);
  const members = tribe === undefined ? null : new Set(tribeMembers(project).get(tribe) ?? []);
  const placesIn = (period: { readonly fromMs: number; readonly toMs: number }): Map<number, Place> => {
    const condition = messageCondition({ ...messages, filters: { ...messages.filters, ...period } });
    const table = ledgerUnits(project, { brandId: ledger.brandId, condition }, weights);
    const places = new Map<number, Place>();
    for (const { accountId, zone } of accountBalances(table, { weights, seed, borderLog2 })) if (members === null || members.has(accountId)) places.set(accountId, zone ?? 'depends');
    return places;
  };
  const [first, second] = [placesIn(before), placesIn(after)];
  const flows = new Map<string, Moves['flows'][number]>();
  for (const accountId of new Set([...first.keys(), ...second.keys()])) {
    const [from, to] = [first.get(accountId) ?? 'absent', second.get(accountId) ?? 'absent'];
    const known = flows.get(`${from} ${to}`);
    if (known === undefined) flows.set(`${from} ${to}`, { from, to, people: 1 });
    else known.people += 1;
  }
  const listed = [...flows.values()].sort((one, other) => other.people - one.people || (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1));
  const sum = (among: readonly Moves['flows'][number][]): number => among.reduce((total, { people }) => total + people, 0);
  const told = listed.filter(({ from, to }) => isZone(from) && isZone(to));
  return { n: sum(listed), stayed: sum(told.filter(({ from, to }) => from === to)), moved: sum(told.filter(({ from, to }) => from !== to)), flows: listed };
}
