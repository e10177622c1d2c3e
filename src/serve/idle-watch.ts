/** How time is waited for; a test gives its own. */
export interface IdleTimers {
  readonly set: (done: () => void, waitMs: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

/** Knows whether anybody is there. */
export interface IdleWatch {
  /** Somebody is there until the returned function is called: an open page, a call on its way. Calling it twice counts once. */
  readonly hold: () => () => void;
  /** Ends the watch; nobody is told any more. */
  readonly stop: () => void;
}

const REAL: IdleTimers = {
  set: (done, waitMs) => setTimeout(done, waitMs).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/**
 * Tells once when nobody has been there for `afterMs`, counted from the start or from the moment the last one left, so that a
 * server that was forgotten does not stay open for other programs of the machine. `afterMs` 0: nobody is ever told.
 */
export function idleWatch(afterMs: number, onIdle: () => void, timers: IdleTimers = REAL): IdleWatch {
  let present = 0;
  let timer: unknown = null;
  let ended = afterMs === 0;
  const wait = (): void => {
    if (ended || present > 0) return;
    timer = timers.set(() => {
      ended = true;
      onIdle();
    }, afterMs);
  };
  const rest = (): void => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  wait();
  return {
    hold() {
      rest();
      present += 1;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        present -= 1;
        rest();
        wait();
      };
    },
    stop() {
      ended = true;
      rest();
    },
  };
}
