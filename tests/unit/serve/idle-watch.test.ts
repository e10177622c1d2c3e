import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { idleWatch } from '../../../src/serve/idle-watch.ts';

/** Runs with a clock that moves only when it is told to. */
function withFakeClock(run: () => void): void {
  vi.useFakeTimers();
  try {
    run();
  } finally {
    vi.useRealTimers();
  }
}

test('a server that nobody ever opened is idle after its time, and says so once', () => {
  withFakeClock(() => {
    const onIdle = vi.fn();
    idleWatch(1000, onIdle);
    vi.advanceTimersByTime(999);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onIdle).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(100_000);
    expect(onIdle).toHaveBeenCalledOnce();
  });
});

test('while somebody is there it is never idle; its time begins when the last one leaves', () => {
  withFakeClock(() => {
    const onIdle = vi.fn();
    const watch = idleWatch(1000, onIdle);
    const page = watch.hold();
    const call = watch.hold();
    vi.advanceTimersByTime(1_000_000);
    page();
    page();
    vi.advanceTimersByTime(1_000_000);
    expect(onIdle).not.toHaveBeenCalled();
    call();
    vi.advanceTimersByTime(999);
    const again = watch.hold();
    vi.advanceTimersByTime(5000);
    again();
    vi.advanceTimersByTime(999);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onIdle).toHaveBeenCalledOnce();
  });
});

test('with no time, or once stopped, nobody is told', () => {
  withFakeClock(() => {
    const onIdle = vi.fn();
    idleWatch(0, onIdle).hold()();
    idleWatch(10, onIdle).stop();
    vi.advanceTimersByTime(1_000_000);
    expect(onIdle).not.toHaveBeenCalled();
  });
});

test('whoever comes and goes, it is idle exactly when nobody was there for the whole time', () => {
  const steps = fc.array(fc.record({ waitMs: fc.integer({ min: 0, max: 1500 }), comes: fc.boolean() }), { maxLength: 30 });
  fc.assert(fc.property(steps, (visits) => withFakeClock(() => {
    const onIdle = vi.fn();
    const watch = idleWatch(1000, onIdle);
    const there: (() => void)[] = [];
    let alone = 0;
    let expected = false;
    for (const { waitMs, comes } of visits) {
      vi.advanceTimersByTime(waitMs);
      alone = there.length === 0 ? alone + waitMs : 0;
      expected ||= alone >= 1000;
      if (comes) there.push(watch.hold());
      else there.pop()?.();
      if (there.length > 0 || comes) alone = 0;
    }
    expect(onIdle.mock.calls.length > 0).toBe(expected);
  })), { numRuns: 60 });
});
