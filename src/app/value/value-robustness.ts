import type { OperationValue } from '../../contract/operations.ts';
import { ecosystemRobustness } from '../../domain/value/ecosystem-robustness.ts';
import { COLUMN_COUNT, pointsOf, weightVector } from '../../domain/value/value-columns.ts';
import { accountLabels } from '../../store/value-accounts.ts';
import { writingPeople } from '../../store/value-quarters.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { exchangeMaterial } from '../trust/tie-table.ts';
import { ledgerView } from './ledger-view.ts';

type Robustness = OperationValue<'value.robustness'>;

/** People shown by name. */
const MOST_SHOWN = 10;

/**
 * How much rests on the people who create most: over the people who wrote at least once, as inequality is. Ties are what people wrote
 * to one another under the filters of time, network and place. Phases: 1. people and points; 2. who wrote to whom; 3. removals.
 */
export function valueRobustness(scope: ResolvedScope): Robustness {
  const { project } = scope;
  const view = ledgerView(scope);
  return cachedAnswer(project, { name: 'value.robustness', input: { brand: view.ledger.brandId, filters: scope.messages, seed: view.seed, weights: view.weights } }, () => {
    // 1.
    const people = writingPeople(project, view.ledger);
    const placeOf = new Map(people.map((accountId, place) => [accountId, place]));
    const vector = weightVector(view.weights);
    const table = view.units();
    const created = new Float64Array(people.length);
    for (let row = 0; row < table.accountIds.length; row += 1) {
      const place = placeOf.get(table.accountIds[row] ?? 0);
      if (place !== undefined) created[place] = pointsOf(table.units, vector, row * COLUMN_COUNT).created;
    }
    // 2.
    const pairs = exchangeMaterial(scope).people.flatMap(({ first, second, exchanges }) => {
      const [one, other] = [placeOf.get(first), second === null ? undefined : placeOf.get(second)];
      return one === undefined || other === undefined ? [] : [{ one, other, messages: exchanges.length }];
    });
    // 3.
    const { order, losses, ...found } = ecosystemRobustness(created, { from: pairs.map(({ one }) => one), to: pairs.map(({ other }) => other), weight: Float64Array.from(pairs, ({ messages }) => messages) }, { seed: view.seed });
    const firstIds = losses.length === 0 ? [] : [...order.subarray(0, MOST_SHOWN)].filter((place) => (created[place] ?? 0) > 0).map((place) => people[place] ?? 0);
    const labels = accountLabels(project, firstIds);
    return {
      ...found, seed: view.seed, losses: losses.map((loss) => ({ ...loss })),
      first: firstIds.map((accountId) => ({ accountId, name: labels.get(accountId)?.name ?? '', network: labels.get(accountId)?.network ?? '', created: created[placeOf.get(accountId) ?? 0] ?? 0 })),
    };
  });
}
