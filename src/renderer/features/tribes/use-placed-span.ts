import type { OperationInput } from '../../../contract/operations.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { placedSpan } from './compare-periods.ts';

/** The time that two compared periods are cut from. */
export interface PlacedSpan {
  /** Null while it is not known, and where no message has a date. */
  readonly span: { readonly fromMs: number; readonly toMs: number } | null;
  readonly isKnown: boolean;
}

/**
 * The dated time within the filters in which any group has a place on the map, as its slider shows it: a single message of long ago
 * would put everybody else into the second half.
 */
export function usePlacedSpan(division: Pick<OperationInput<'value.mapTrails'>, 'by' | 'lens'>): PlacedSpan {
  const scope = useScope();
  const options = useOperation('filters.options', {});
  const trails = useOperation('value.mapTrails', { ...scope, ...division });
  const isKnown = options.status === 'value' && trails.status !== 'loading';
  if (!isKnown) return { span: null, isKnown };
  return { span: placedSpan(options.value, trails.status === 'value' ? trails.value.periods : [], scope.filters ?? {}), isKnown };
}
