import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { OperationInput, OperationName, OperationValue } from '../../contract/operations.ts';
import { stableText } from './operation-cache.ts';
import type { OperationState } from './operation-state.ts';
import { useWorkbench } from './workbench.ts';

/**
 * Asks a read operation and follows its answer. The input is compared by content, so it may be written in place. While
 * newer data or another input are being computed the last value stays, marked `refreshing`; `null` asks nothing and
 * stays `loading`.
 */
export function useOperation<Name extends OperationName>(name: Name, input: OperationInput<Name> | null): OperationState<OperationValue<Name>> {
  const { cache } = useWorkbench();
  const key = input === null ? '' : `${name} ${stableText(input)}`;
  const generation = useSyncExternalStore(cache.subscribe, cache.generation);
  const entry = useSyncExternalStore(cache.subscribe, () => cache.entry(name, key));
  const latestInput = useRef(input);
  latestInput.current = input;
  const lastValue = useRef<{ readonly value: OperationValue<Name> } | null>(null);
  const { outcome, generation: answered } = entry;

  useEffect(() => (latestInput.current === null ? undefined : cache.ensure(name, key, latestInput.current)), [cache, name, key, generation]);

  if (input === null) return { status: 'loading' };
  const isFresh = answered === generation && !entry.pending;
  if (outcome?.ok === true) {
    lastValue.current = { value: outcome.value };
    return { status: 'value', value: outcome.value, refreshing: !isFresh, unfinished: outcome.unfinished === true };
  }
  if (outcome !== null && isFresh) {
    return { status: 'failed', failure: outcome.failure, retry: cache.invalidate };
  }
  if (lastValue.current !== null) return { status: 'value', value: lastValue.current.value, refreshing: true };
  return { status: 'loading' };
}
