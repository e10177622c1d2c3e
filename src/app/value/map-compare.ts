import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { periodBooks } from '../../domain/value/period-books.ts';
import { periodShift, SHIFT_DRAWS } from '../../domain/value/period-shift.ts';
import { quarterUnits } from '../../store/value-quarters.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';
import { mapGroups } from './map-groups.ts';

/**
 * Where groups stand in two periods and how far each moved, by the dates of the bookings, with the same people in both:
 * those the group has over the whole data. Other filters hold in both; a filter of time does not, the periods take its
 * place. Two scans of the bookings.
 */
export function mapCompare(scope: ResolvedScope, { by, lens, before, after }: OperationRequest<'value.mapCompare'>): OperationValue<'value.mapCompare'> {
  const { project } = scope;
  const { fromMs: _from, toMs: _to, ...filters } = scope.messages.filters ?? {};
  const view = ledgerView({ ...scope, messages: { ...scope.messages, filters } });
  const groups = mapGroups(project, { by, lens });
  const input = { by, lens, before, after, brand: view.ledger.brandId, filters: { ...scope.messages, filters }, seed: view.seed, weights: view.weights, groups: groups.map(({ id, title, people }) => [id, title, people.length]), tribes: ['all'] };
  return cachedAnswer(project, { name: 'value.mapCompare', input }, () => {
    const booksIn = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) => {
      const [books = new Map()] = periodBooks(quarterUnits(project, view.ledger, [{ key: 'period', startMs: fromMs, endMs: toMs }]), { periods: 1, weights: view.weights, mode: 'within' });
      return books;
    };
    const both = [booksIn(before), booksIn(after)] as const;
    return { draws: SHIFT_DRAWS, seed: view.seed, groups: groups.map(({ people, ...face }) => ({ ...face, size: people.length, ...periodShift(both, people, { seed: view.seed }) })) };
  });
}
