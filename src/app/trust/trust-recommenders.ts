import type { OperationValue } from '../../contract/operations.ts';
import { ADVICE_REACHES } from '../../domain/model/advice-reach.ts';
import { quantile } from '../../domain/stats/quantile.ts';
import { recommenderTies } from '../../domain/trust/recommender-ties.ts';
import { LEAST_CASE_PEOPLE, LEAST_CASES } from '../../domain/trust/trust-part.ts';
import { addressedAdvice } from '../../store/advice-queries.ts';
import type { ExchangeGroup } from '../../store/exchange-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { openableMessages } from './openable-messages.ts';
import { circlesOf, exchangeMaterial, scoredTies } from './tie-table.ts';
import { shownTies } from './trust-ties.ts';

type Recommenders = OperationValue<'trust.recommenders'>;

/** Pairs shown at most. */
const MOST_SHOWN = 20;

/**
 * Unpaid recommendations by the tie between who recommends and to whom. The filters of the scope choose the recommendations; what
 * the two had exchanged before is looked for in the whole project. People known in common are those of all data. Phases: 1. what was
 * recommended; 2. who had exchanged what; 3. the split; 4. how strong strong ties were at that moment.
 */
export function trustRecommenders(scope: ResolvedScope): Recommenders {
  const { project, brand, messages } = scope;
  // 1.
  const advice = addressedAdvice(project, { brandId: brand?.id ?? null, messages: messageCondition(messages) });
  // 2.
  const { people } = exchangeMaterial({ ...scope, messages: { ...messages, filters: {} } });
  // 3.
  const { placed, ...found } = recommenderTies(advice, people);
  // 4.
  const groupOf = new Map(people.map((group) => [`${group.first} ${group.second ?? ''}`, group]));
  const timeOf = new Map(advice.map(({ messageId, atMs }) => [messageId, atMs ?? 0]));
  const moments = placed.flatMap(({ messageId, personId, reach, toId }) => {
    if (reach !== 'strong' || toId === null) return [];
    const group = groupOf.get(personId < toId ? `${personId} ${toId}` : `${toId} ${personId}`);
    const endMs = timeOf.get(messageId) ?? 0;
    return group === undefined ? [] : [{ ...group, endMs, exchanges: group.exchanges.filter(({ atMs }) => atMs !== null && atMs < endMs) }];
  });
  const ends = new Map<ExchangeGroup, number>(moments.map(({ endMs, ...group }) => [group, endMs]));
  const ties = scoredTies(project, [...ends.keys()], { circles: circlesOf(people), endOf: (group) => ends.get(group) ?? 0 }).flatMap((tie) => tie ?? []);
  const strengths = ties.flatMap(({ strength }) => strength ?? []).sort((one, other) => one - other);
  const isEnough = strengths.length >= LEAST_CASES && new Set(placed.filter(({ reach }) => reach === 'strong').map(({ personId }) => personId)).size >= LEAST_CASE_PEOPLE;
  const at = (probability: number): number | null => (isEnough ? quantile(strengths, probability) : null);
  return {
    ...found, recommendations: advice.length,
    reaches: ADVICE_REACHES.map((reach) => {
      const own = placed.filter((one) => one.reach === reach);
      return { reach, recommendations: own.length, people: new Set(own.map(({ personId }) => personId)).size, messageIds: openableMessages(own.map(({ messageId }) => messageId)) };
    }),
    strength: { lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75) },
    pairs: shownTies(scope, ties.toSorted((one, other) => (other.strength ?? -1) - (one.strength ?? -1) || one.first - other.first).slice(0, MOST_SHOWN)),
  };
}
