import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { localQuarters } from '../../domain/model/local-quarters.ts';
import { inequality, type Inequality } from '../../domain/value/inequality.ts';
import { pointsOf, COLUMN_COUNT, weightVector } from '../../domain/value/value-columns.ts';
import { isValueRuleCode } from '../../domain/value/value-rules.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { datedSpan, personQuarters, quarterUnits, silentPeople, writingPeople } from '../../store/value-quarters.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';

type Value = OperationValue<'value.inequality'>;
type Spread = Omit<Value['quarters'][number], 'quarter' | 'startMs' | 'endMs'>;

function spread({ curve: _, ...rest }: Inequality): Spread {
  return rest;
}

/**
 * How unequally the value created (or consumed) is spread over the people who wrote at least once, over the whole period
 * and quarter by quarter in the project's zone: a brand is compared with its own past alone. In a quarter count the people
 * who wrote in it and the bookings dated in it.
 */
export function valueInequality(scope: ResolvedScope, { of }: OperationRequest<'value.inequality'>): Value {
  const { project } = scope;
  const view = ledgerView(scope);
  return cachedAnswer(project, { name: 'value.inequality', input: { of, brand: view.ledger.brandId, filters: scope.messages, seed: view.seed, weights: view.weights } }, () => {
    const vector = weightVector(view.weights);
    const table = view.units();
    const rowOf = new Map(Array.from(table.accountIds, (accountId, row) => [accountId, row] as const));
    const people = writingPeople(project, view.ledger);
    const whole = inequality(people.map((accountId) => {
      const row = rowOf.get(accountId);
      return row === undefined ? 0 : pointsOf(table.units, vector, row * COLUMN_COUNT)[of];
    }), { seed: view.seed });
    const span = datedSpan(project);
    const quarters = span === null ? [] : localQuarters({ ...span, timeZone: settingOf(project, 'time_zone') ?? 'Europe/Rome' });
    const pointsIn = quarters.map(() => new Map<number, number>());
    for (const { accountId, quarter } of personQuarters(project, view.ledger, quarters)) pointsIn[quarter]?.set(accountId, 0);
    for (const { accountId, quarter, side, rule, units } of quarterUnits(project, view.ledger, quarters)) {
      const points = pointsIn[quarter];
      const known = points?.get(accountId);
      if (points === undefined || known === undefined || side !== of || !isValueRuleCode(rule)) continue;
      points.set(accountId, known + units * view.weights[rule]);
    }
    return {
      ...spread(whole), silent: silentPeople(project, view.ledger), curve: whole.curve.map((point) => ({ ...point })),
      quarters: quarters.flatMap(({ key, startMs, endMs }, place) => {
        const points = [...(pointsIn[place]?.values() ?? [])];
        return points.length === 0 ? [] : [{ quarter: key, startMs, endMs, ...spread(inequality(points, { seed: view.seed })) }];
      }),
    };
  });
}
