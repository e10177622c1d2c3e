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
  /** Asks unless a fresh answer is there or on its way. Returns the function that says it is not wanted any more: a question that still waits for its turn is then never asked. */
  readonly ensure: <Name extends OperationName>(name: Name, key: string, input: OperationInput<Name>) => () => void;
  /** Marks every answer stale; those on screen are asked again. */
  readonly invalidate: () => void;
  /** Forgets every answer: another project is open. */
  readonly clear: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const UNKNOWN: CacheEntry<never> = { outcome: null, generation: -1, pending: false };
const ENTRIES_KEPT = 300;
/** Questions under way at once: one that is being answered, and those that follow without a pause. What is not under way can still be left out. */
const AT_ONCE = 3;
/** Pauses before an answer whose intervals are still being computed is asked for again: they grow from the first to the last. */
const ASK_AGAIN_MS = { first: 40, last: 320 };

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

/** A question whose turn has not come. */
interface Waiting {
  readonly generation: number;
  readonly ask: () => Promise<void>;
}

/**
 * Makes the cache over a bridge. An answer that arrives after the data moved on is dropped and asked again, so that two
 * figures on one screen never come from two states of the project. Questions are asked in the order in which they came, three
 * at once: those of a filter that is not set any more are left out instead of being answered before those of the new one.
 * An unfinished answer stands until the whole one is there, which is asked for again and again while somebody wants it.
 * Holds at most 300 answers, oldest dropped first.
 */
export function createOperationCache(bridge: TribunaBridge): OperationCache {
  const entries = new Map<string, CacheEntry<unknown>>();
  const listeners = new Set<() => void>();
  const waiting = new Map<string, Waiting>();
  const wanted = new Map<string, number>();
  /** Answers that are asked for again until they are whole. */
  const unfinished = new Set<string>();
  let generation = 0;
  let underWay = 0;

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const put = (key: string, entry: CacheEntry<unknown>): void => {
    entries.delete(key);
    entries.set(key, entry);
    for (const oldest of entries.keys()) {
      if (entries.size <= ENTRIES_KEPT) break;
      entries.delete(oldest);
    }
    tell();
  };

  const ask = async <Name extends OperationName>(name: Name, key: string, input: OperationInput<Name>, asked: number): Promise<void> => {
    try {
      const outcome = await bridge.call(name, input as never);
      if (asked !== generation) return;
      const known = entries.get(key)?.outcome;
      const isUnfinished = outcome.ok && outcome.unfinished === true;
      if (!(isUnfinished && known?.ok === true && known.unfinished === true)) put(key, { outcome, generation: asked, pending: false });
    } catch (error) {
      const failure: Failure = { code: 'internal', message: error instanceof Error ? error.message : name };
      if (asked === generation) put(key, { outcome: { ok: false, failure }, generation: asked, pending: false });
    }
  };
  const isStillUnfinished = (key: string, asked: number): boolean => {
    const known = entries.get(key)?.outcome;
    return asked === generation && known?.ok === true && known.unfinished === true;
  };
  const followUp = <Name extends OperationName>(name: Name, key: string, input: OperationInput<Name>): void => {
    const asked = generation;
    if (unfinished.has(key) || !isStillUnfinished(key, asked)) return;
    unfinished.add(key);
    const again = (pauseMs: number): void => {
      setTimeout(() => {
        if (!isStillUnfinished(key, asked) || !wanted.has(key)) {
          unfinished.delete(key);
          return;
        }
        void ask(name, key, input, asked).then(() => again(Math.min(ASK_AGAIN_MS.last, pauseMs * 2)));
      }, pauseMs);
    };
    again(ASK_AGAIN_MS.first);
  };
  const next = (): void => {
    for (const [key, { generation: asked, ask: askNow }] of waiting) {
      if (underWay >= AT_ONCE) return;
      waiting.delete(key);
      if (asked !== generation) continue;
      underWay += 1;
      void askNow().then(() => {
        underWay -= 1;
        next();
      });
    }
  };
  const release = (key: string): void => {
    const left = (wanted.get(key) ?? 0) - 1;
    if (left > 0) {
      wanted.set(key, left);
      return;
    }
    wanted.delete(key);
    if (!waiting.delete(key)) return;
    // it was not asked: what is known of it is as old as before
    const known = entries.get(key);
    if (known?.outcome != null) entries.set(key, { ...known, generation: -1, pending: false });
    else entries.delete(key);
  };

  return {
    generation: () => generation,
    entry: (_name, key) => (entries.get(key) ?? UNKNOWN) as CacheEntry<never>,
    ensure(name, key, input) {
      wanted.set(key, (wanted.get(key) ?? 0) + 1);
      const known = entries.get(key);
      if (known?.generation === generation) followUp(name, key, input);
      else {
        const asked = generation;
        put(key, { outcome: known?.outcome ?? null, generation, pending: true });
        waiting.delete(key);
        waiting.set(key, { generation: asked, ask: async () => {
          await ask(name, key, input, asked);
          followUp(name, key, input);
        } });
        next();
      }
      let isWanted = true;
      return () => {
        if (isWanted) release(key);
        isWanted = false;
      };
    },
    invalidate() {
      generation += 1;
      tell();
    },
    clear() {
      generation += 1;
      entries.clear();
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
