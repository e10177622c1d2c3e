import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { TribunaBridge } from '../../../../src/contract/bridge.ts';
import type { Outcome } from '../../../../src/contract/outcome.ts';
import { createOperationCache, stableText } from '../../../../src/renderer/state/operation-cache.ts';

/** A bridge whose answers are given by hand, in any order. */
function heldBridge() {
  const waiting: { input: unknown; answer: (outcome: Outcome<unknown>) => void; fail: (error: Error) => void }[] = [];
  const call = (_operation: string, input: unknown): Promise<Outcome<unknown>> => new Promise((resolve, reject) => waiting.push({ input, answer: resolve, fail: reject }));
  return { waiting, bridge: { call, onEvent: () => () => undefined } as unknown as TribunaBridge };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('stable text', () => {
  it('is the same whatever the order of keys, and another for another input', () => {
    expect(stableText({ b: 1, a: { d: [2, 1], c: undefined } })).toBe('{"a":{"d":[2,1]},"b":1}');
    expect(stableText({ a: { d: [2, 1] }, b: 1 })).toBe(stableText({ b: 1, a: { d: [2, 1] } }));
    expect(stableText({ a: [1, 2] })).not.toBe(stableText({ a: [2, 1] }));
  });
});

describe('the cache of answers', () => {
  it('asks once for one question', async () => {
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    cache.ensure('project.summary', 'k', {});
    cache.ensure('project.summary', 'k', {});
    expect(waiting).toHaveLength(1);
    expect(cache.entry('project.summary', 'k')).toMatchObject({ outcome: null, pending: true });
    waiting[0]?.answer({ ok: true, value: 5 });
    await settled();
    expect(cache.entry('project.summary', 'k')).toMatchObject({ outcome: { ok: true, value: 5 }, pending: false });
    cache.ensure('project.summary', 'k', {});
    expect(waiting).toHaveLength(1);
  });

  it('shows an unfinished answer, and asks until the whole one is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    let told = 0;
    cache.ensure('overview', 'k', {});
    cache.subscribe(() => { told += 1; });
    waiting[0]?.answer({ ok: true, value: 1, unfinished: true });
    await settled();
    expect(cache.entry('overview', 'k')).toMatchObject({ outcome: { ok: true, value: 1, unfinished: true }, pending: false });
    vi.advanceTimersByTime(1000);
    waiting[1]?.answer({ ok: true, value: 1, unfinished: true });
    await settled();
    expect(told).toBe(1);
    vi.advanceTimersByTime(1000);
    waiting[2]?.answer({ ok: true, value: 2 });
    await settled();
    expect(cache.entry('overview', 'k').outcome).toEqual({ ok: true, value: 2 });
    vi.advanceTimersByTime(10_000);
    expect(waiting).toHaveLength(3);
  });

  it('does not ask again for what is unfinished of older data', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    cache.ensure('overview', 'k', {});
    waiting[0]?.answer({ ok: true, value: 1, unfinished: true });
    await settled();
    cache.invalidate();
    vi.advanceTimersByTime(10_000);
    expect(waiting).toHaveLength(1);
  });

  it('drops an answer to older data', async () => {
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    cache.ensure('project.summary', 'k', {});
    cache.invalidate();
    cache.ensure('project.summary', 'k', {});
    expect(waiting).toHaveLength(2);
    waiting[1]?.answer({ ok: true, value: 'new' });
    await settled();
    waiting[0]?.answer({ ok: true, value: 'old' });
    await settled();
    expect(cache.entry('project.summary', 'k').outcome).toEqual({ ok: true, value: 'new' });
  });

  it('keeps the last value while a newer one is asked, and forgets it on clear', async () => {
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    cache.ensure('project.summary', 'k', {});
    waiting[0]?.answer({ ok: true, value: 1 });
    await settled();
    cache.invalidate();
    cache.ensure('project.summary', 'k', {});
    expect(cache.entry('project.summary', 'k')).toMatchObject({ outcome: { ok: true, value: 1 }, pending: true });
    cache.clear();
    expect(cache.entry('project.summary', 'k').outcome).toBeNull();
  });

  it('asks three at once and in order; what nobody wants any more before its turn is never asked', async () => {
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    const asked = (): unknown[] => waiting.map(({ input }) => input);
    const releases = [1, 2, 3, 4, 5].map((page) => cache.ensure('messages.list', `old ${String(page)}`, { page }));
    expect(asked()).toEqual([{ page: 1 }, { page: 2 }, { page: 3 }]);
    // the filter is another before the fourth and the fifth had their turn; the fifth is wanted elsewhere as well
    const elsewhere = cache.ensure('messages.list', 'old 5', { page: 5 });
    for (const release of releases) release();
    cache.ensure('messages.list', 'new', { page: 6 });
    waiting[0]?.answer({ ok: true, value: 1 });
    waiting[1]?.answer({ ok: true, value: 2 });
    await settled();
    expect(asked().slice(3)).toEqual([{ page: 5 }, { page: 6 }]);
    expect(cache.entry('messages.list', 'old 4')).toMatchObject({ outcome: null, pending: false });
    // wanted again it is asked after all
    cache.ensure('messages.list', 'old 4', { page: 4 });
    waiting[2]?.answer({ ok: true, value: 3 });
    await settled();
    expect(asked().slice(5)).toEqual([{ page: 4 }]);
    expect(cache.entry('messages.list', 'old 1').outcome).toEqual({ ok: true, value: 1 });
    elsewhere();
    elsewhere();
    waiting[3]?.answer({ ok: true, value: 5 });
    await settled();
    expect(cache.entry('messages.list', 'old 5').outcome).toEqual({ ok: true, value: 5 });
  });

  it('a question that waited when the data moved on is asked once, for the newer data', async () => {
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    for (const page of [1, 2, 3, 4]) cache.ensure('messages.list', `k ${String(page)}`, { page });
    cache.invalidate();
    for (const page of [1, 2, 3, 4]) cache.ensure('messages.list', `k ${String(page)}`, { page });
    for (let answered = 0; answered < waiting.length; answered += 1) {
      waiting[answered]?.answer({ ok: true, value: answered });
      await settled();
    }
    expect(waiting.map(({ input }) => input)).toEqual([1, 2, 3, 1, 2, 3, 4].map((page) => ({ page })));
  });

  it('does not ask again for the intervals of an answer that nobody looks at, and goes on when somebody does', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    const release = cache.ensure('overview', 'k', {});
    waiting[0]?.answer({ ok: true, value: 1, unfinished: true });
    await settled();
    release();
    vi.advanceTimersByTime(10_000);
    expect(waiting).toHaveLength(1);
    cache.ensure('overview', 'k', {});
    vi.advanceTimersByTime(1000);
    expect(waiting).toHaveLength(2);
    waiting[1]?.answer({ ok: true, value: 2 });
    await settled();
    expect(cache.entry('overview', 'k')).toMatchObject({ outcome: { ok: true, value: 2 }, pending: false });
    vi.advanceTimersByTime(10_000);
    expect(waiting).toHaveLength(2);
  });

  it('turns a broken bridge into a failure', async () => {
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    cache.ensure('project.summary', 'k', {});
    waiting[0]?.fail(new Error('gone'));
    await settled();
    expect(cache.entry('project.summary', 'k').outcome).toEqual({ ok: false, failure: { code: 'internal', message: 'gone' } });
  });

  it('tells those who listen', async () => {
    const { bridge, waiting } = heldBridge();
    const cache = createOperationCache(bridge);
    let told = 0;
    const stop = cache.subscribe(() => (told += 1));
    cache.ensure('project.summary', 'k', {});
    waiting[0]?.answer({ ok: true, value: 1 });
    await settled();
    expect(told).toBe(2);
    stop();
    cache.invalidate();
    expect(told).toBe(2);
  });
});
