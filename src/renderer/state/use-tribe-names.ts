import { useMemo } from 'react';
import { useOperation } from './use-operation.ts';

/** The names of tribes by id, where a person or the words of a found tribe give one; the others are named by their codes. */
export type TribeNames = ReadonlyMap<string, string>;

/** The names of tribes of the open project; empty until they are known. One small answer, shared with the filters. */
export function useTribeNames(): TribeNames {
  const options = useOperation('filters.options', {});
  const tribes = options.status === 'value' ? options.value.tribes : null;
  return useMemo(() => new Map((tribes ?? []).map(({ value, name }) => [value, name])), [tribes]);
}
