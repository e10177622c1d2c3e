import { useEffect, useState } from 'react';

const STEP_MS = 1100;

/** Whether the reader's system asks for little movement. */
export function prefersStillness(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

/**
 * Moves a place on, step by step, until the last; from the last it starts over. Where little movement is wished for,
 * pressing moves one step and nothing runs by itself.
 */
export function usePlaying({ at, last, onAt }: { readonly at: number; readonly last: number; readonly onAt: (at: number) => void }): { readonly isPlaying: boolean; readonly isStepping: boolean; readonly press: () => void; readonly stop: () => void } {
  const [isPlaying, setPlaying] = useState(false);
  const isStepping = prefersStillness();
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (at >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => onAt(at + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, at, last, onAt]);
  return {
    isPlaying, isStepping,
    press() {
      if (isStepping) {
        onAt(at >= last ? 0 : at + 1);
        return;
      }
      if (!isPlaying && at >= last) onAt(0);
      setPlaying(!isPlaying);
    },
    stop: () => setPlaying(false),
  };
}
