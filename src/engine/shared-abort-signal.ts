/** An abort signal whose state can be set from another thread, with the means to tell its listeners. */
export interface SharedAbort {
  readonly signal: AbortSignal;
  /** Fires the signal's listeners; `signal.aborted` is already true by then. */
  readonly fire: () => void;
}

/**
 * A signal that reads one shared integer: code that asks `signal.aborted` or `signal.throwIfAborted()` in a loop without
 * yielding sees a cancel at once, where a message would wait for the loop to end. `onSeen` is told of the first look that does.
 */
export function sharedAbortSignal(flag: SharedArrayBuffer, onSeen: () => void = () => undefined): SharedAbort {
  const state = new Int32Array(flag);
  const controller = new AbortController();
  const { signal } = controller;
  let isSeen = false;
  const isAborted = (): boolean => {
    if (Atomics.load(state, 0) !== 1) return false;
    if (!isSeen) onSeen();
    isSeen = true;
    return true;
  };
  Object.defineProperty(signal, 'aborted', { get: isAborted });
  // the signal's own method looks at what the signal holds inside, and not at the property above
  Object.defineProperty(signal, 'throwIfAborted', {
    value: () => {
      if (!isAborted()) return;
      const reason: unknown = signal.reason;
      throw reason instanceof Error ? reason : new DOMException('This operation was aborted', 'AbortError');
    },
  });
  return { signal, fire: () => controller.abort() };
}
