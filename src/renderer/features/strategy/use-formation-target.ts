import { useEffect, useRef, useState } from 'react';
import { FORMATION_LINES } from '../../../domain/model/formation-line.ts';
import { useWorkbench } from '../../state/workbench.ts';
import type { LineShares } from './formation-words.ts';

/** Players that move within this time are one change, written once. */
const QUIET_MS = 600;

/** The target as it stands on the pitch, and how to change it. */
export interface FormationTarget {
  /** What is being moved, before it is written; null where nothing is. */
  readonly moved: LineShares | null;
  /** Moves at once on the pitch, and is written when nothing has moved for a while. */
  readonly move: (next: LineShares) => void;
  /** Takes the target away at once. */
  readonly clear: () => void;
}

const areSame = (one: LineShares | null, other: LineShares | null): boolean => one === other || (one !== null && other !== null && FORMATION_LINES.every((line) => one[line] === other[line]));

/**
 * A target that is dragged: the pitch follows every player, the project is written once the hand rests, so that ten moves are one
 * change to take back and one question to the simulator. What waits when the page is left is written then.
 */
export function useFormationTarget(written: LineShares | null): FormationTarget {
  const workbench = useWorkbench();
  const [moved, setMoved] = useState<LineShares | null>(null);
  const timer = useRef(0);
  const waiting = useRef<LineShares | null>(null);
  if (moved !== null && areSame(moved, written)) setMoved(null);
  const write = useRef(async (target: LineShares | null): Promise<void> => Promise.resolve(void target));
  write.current = async (target) => {
    window.clearTimeout(timer.current);
    waiting.current = null;
    const outcome = await workbench.run('strategy.setFormation', { target });
    if (outcome.ok) await workbench.refresh();
    else {
      workbench.failure.set(outcome.failure);
      setMoved(null);
    }
  };
  useEffect(() => () => {
    if (waiting.current !== null) void write.current(waiting.current);
  }, []);
  return {
    moved,
    move(next) {
      setMoved(next);
      waiting.current = next;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void write.current(next), QUIET_MS);
    },
    clear() {
      setMoved(null);
      void write.current(null);
    },
  };
}
