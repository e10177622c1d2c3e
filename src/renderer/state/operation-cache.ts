import type { TribunaBridge } from '../../contract/bridge.ts';
import type { OperationInput, OperationName, OperationValue } from '../../contract/operations.ts';
import type { Failure, Outcome } from '../../contract/outcome.ts';

/** One asked question: its latest answer, and the generation of data it was computed from. */
export interface CacheEntry<Value> {
  readonly outcome: Outcome<Value> | null;
  /** Generation of the data at the time of asking; older than the cache's means stale. */
  readonly generation: number;
  readonly pending: boolean;
}

/** Answers of read operations, kept until the project's data change. */
export interface OperationCache {
  /** Rises whenever answers given so far may be stale. */
  readonly generation: () => number;
  readonly entry: <Name extends OperationName>(name: Name, key: string) => CacheEntry<OperationValue<Name>>;
  /** Asks unless a fresh answer is there or on its way. */
  readonly ensure: <Name extends OperationName>(name: Name, key: string, input: OperationInput<Name>) => void;
  /** Marks every answer stale; those on screen are asked again. */
  readonly invalidate: () => void;
  /** Forgets every answer: another project is open. */
  readonly clear: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const UNKNOWN: CacheEntry<never> = { outcome: null, generation: -1, pending: false };
const ENTRIES_KEPT = 300;
/** Pause before an answer whose intervals are still being computed is asked for again. */
const ASK_AGAIN_MS = 300;

/**
 * The same input as the same text, whatever the order of its keys; undefined members are left out.
 * @example stableText({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function stableText(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/**
 * Makes the cache over a bridge. An answer that arrives after the data moved on is dropped and asked again, so that two
 * figures on one screen never come from two states of the project. An unfinished answer stands until the whole one is there,
 * which is asked for again and again. Holds at most 300 answers, oldest dropped first.
 */
export function createOperationCache(bridge: TribunaBridge): OperationCache {
  const entries = new Map<string, CacheEntry<unknown>>();
  const listeners = new Set<() => void>();
  let generation = 0;

  const put = (key: string, entry: CacheEntry<unknown>): void => {
    entries.delete(key);
    entries.set(key, entry);
    for (const oldest of entries.keys()) {
      if (entries.size <= ENTRIES_KEPT) break;
      entries.delete(oldest);
    }
    for (const listener of [...listeners]) listener();
  };

  const ask = <Name extends OperationName>(name: Name, key: string, input: OperationInput<Name>, asked: number): void => {
    void bridge.call(name, input as never).then(
      (outcome) => {
        if (asked !== generation) return;
        const known = entries.get(key)?.outcome;
        const unfinished = outcome.ok && outcome.unfinished === true;
        if (!(unfinished && known?.ok === true && known.unfinished === true)) put(key, { outcome, generation: asked, pending: false });
        if (unfinished) {
          setTimeout(() => {
            if (asked === generation && entries.has(key)) ask(name, key, input, asked);
          }, ASK_AGAIN_MS);
        }
      },
      (error: unknown) => {
        const failure: Failure = { code: 'internal', message: error instanceof Error ? error.message : name };
        if (asked === generation) put(key, { outcome: { ok: false, failure }, generation: asked, pending: false });
      },
    );
  };

  return {
    generation: () => generation,
    entry: (_name, key) => (entries.get(key) ?? UNKNOWN) as CacheEntry<never>,
    ensure(name, key, input) {
      const known = entries.get(key);
      if (known !== undefined && known.generation === generation) return;
      put(key, { outcome: known?.outcome ?? null, generation, pending: true });
      ask(name, key, input, generation);
    },
    invalidate() {
      generation += 1;
      for (const listener of [...listeners]) listener();
    },
    clear() {
      generation += 1;
      entries.clear();
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
