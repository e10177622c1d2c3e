/** An abort signal whose state can be set from another thread, with the means to tell its listeners. */
export interface SharedAbort {
  readonly signal: AbortSignal;
  /** Fires the signal's listeners; `signal.aborted` is already true by then. */
  readonly fire: () => void;
}

/**
 * A signal that reads one shared integer: code that asks `signal.aborted` in a loop without yielding sees a cancel at
 * once, where a message would wait for the loop to end.
 */
export function sharedAbortSignal(flag: SharedArrayBuffer): SharedAbort {
  const state = new Int32Array(flag);
  const controller = new AbortController();
  Object.defineProperty(controller.signal, 'aborted', { get: () => Atomics.load(state, 0) === 1 });
  return { signal: controller.signal, fire: () => controller.abort() };
}
