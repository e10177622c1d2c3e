import type { FigureSource } from '../../contract/operations/findings.ts';
import { scopeSchema, type Scope } from '../../contract/selection.ts';
import { VALUE_RULE_CODES } from '../../domain/model/value-codes.ts';
import { leadDraws, zoneCounts, zoneLead, type LedZone } from '../../domain/sceptic/value-lead.ts';
import { COLUMN_COUNT, RULE_COUNT, weightVector } from '../../domain/value/value-columns.ts';
import { NAMED_ZONES, ZONE_BORDER_RANGE } from '../../domain/value/value-zone.ts';
import type { AppContext } from '../context.ts';
import { resolvedScope } from '../read/scope.ts';
import { ledgerView } from '../value/ledger-view.ts';
import type { Challenge, ChallengeOptions, Varied } from './challenge.ts';

/** The zone of the value map whose size a source names; null where it is another figure. */
export function ledZoneOf({ operation, at, fields }: FigureSource): LedZone | null {
  const [list, item] = at;
  const id = typeof item === 'object' ? item['id'] : undefined;
  if (operation !== 'tribes.list' || list !== 'tribes' || fields.estimate !== 'share' || typeof id !== 'string') return null;
  return NAMED_ZONES.find((zone) => id === `value:${zone}`) ?? null;
}

/** Challenges the size of a zone as the lead over the next one: every weight halved and half as much again, the border of the even band, and all of them at once. */
export function valueChallenge(context: AppContext, { source, draws, seed }: ChallengeOptions, zone: LedZone): Challenge | null {
  const { brand, filters } = source.input as Scope;
  const scope = resolvedScope(context, scopeSchema.parse({ brand, filters }));
  if (!scope.ok) return null;
  const view = ledgerView(scope.value);
  const table = view.units();
  const base = weightVector(view.weights);
  const n = table.accountIds.length;
  const leadUnder = (weights: Float64Array, borderLog2: number): number | null => zoneLead(zoneCounts(table, weights, borderLog2), zone);
  const used = new Set<number>();
  for (let place = 0; place < n * COLUMN_COUNT; place += 1) if ((table.units[place] ?? 0) !== 0) used.add(place % RULE_COUNT);
  const varied = (change: Varied['change'], rule: string | null, estimate: number | null): Varied => ({ change, rule, estimate, low: null, high: null, n });
  const weights = VALUE_RULE_CODES.flatMap((code, at) => (used.has(at) && (base[at] ?? 0) > 0 ? ([['weight-lower', 0.5], ['weight-higher', 1.5]] as const).map(([change, times]) => {
    const tried = Float64Array.from(base, (weight, place) => (place === at ? weight * times : weight));
    return varied(change, code, leadUnder(tried, view.borderLog2));
  }) : []));
  const borders = ([['border-lower', 0.5], ['border-higher', 2]] as const).map(([change, times]) => varied(change, null, leadUnder(base, Math.min(ZONE_BORDER_RANGE.most, Math.max(ZONE_BORDER_RANGE.least, view.borderLog2 * times)))));
  const drawnFigures = leadDraws(table, { zone, weights: base, borderLog2: view.borderLog2, draws, seed });
  return {
    measures: 'lead', now: { estimate: leadUnder(base, view.borderLog2), low: null, high: null, n }, variations: [...weights, ...borders],
    unvaried: [{ change: 'reader-corrected', reason: 'unsupported' }, { change: 'opening-hours', reason: 'not-resting' }, { change: 'horizon-longer', reason: 'not-resting' }],
    drawnFigures, drawn: ['weights', 'border', 'people'], definitions: 1,
  };
}
