import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../src/app/failure-of.ts';
import { sharedAbortSignal } from '../../../src/engine/shared-abort-signal.ts';

function abortWithFlag(): ReturnType<typeof sharedAbortSignal> & { set: () => void; seen: () => number } {
  const flag = new SharedArrayBuffer(4);
  let seen = 0;
  const abort = sharedAbortSignal(flag, () => (seen += 1));
  return { ...abort, set: () => void Atomics.store(new Int32Array(flag), 0, 1), seen: () => seen };
}

describe('a signal that another thread sets', () => {
  test('is seen without a turn of the event loop, by whichever way one looks', () => {
    const { signal, set } = abortWithFlag();
    expect(signal.aborted).toBe(false);
    expect(() => signal.throwIfAborted()).not.toThrow();
    set();
    expect(signal.aborted).toBe(true);
    let thrown: unknown = null;
    try {
      signal.throwIfAborted();
    } catch (error) {
      thrown = error;
    }
    expect(failureOf(thrown)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });

  test('tells of the first look that sees it, and of no other', () => {
    const { signal, set, seen } = abortWithFlag();
    expect([signal.aborted, seen()]).toEqual([false, 0]);
    set();
    expect(seen()).toBe(0);
    expect([signal.aborted, signal.aborted, seen()]).toEqual([true, true, 1]);
  });

  test('tells its listeners when it is fired, with a reason that is a cancel', () => {
    const { signal, set, fire } = abortWithFlag();
    let told = 0;
    signal.addEventListener('abort', () => (told += 1));
    set();
    expect(told).toBe(0);
    fire();
    expect(told).toBe(1);
    expect(() => signal.throwIfAborted()).toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});
