import type { CallContext } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import type { FigureSource } from '../../contract/operations/findings.ts';
import type { FindingFigure } from '../../domain/strategy/finding-standing.ts';
import { throwIfCancelled } from '../analyse/stage.ts';

type Value = OperationValue<'findings.challenge'>;

/** A figure under one change; the standing is put on later. */
export type Varied = Omit<Value['variations'][number], 'standing'>;

/** What is challenged: the source, what it answers today, its figure, and how to draw. */
export interface ChallengeOptions {
  readonly source: FigureSource;
  readonly answer: unknown;
  readonly now: FindingFigure;
  readonly draws: number;
  readonly seed: number;
  readonly pace: ChallengePace;
}

/** How a challenge says where it is and notices that nobody waits for it any more. */
interface ChallengePace {
  /** Ends the work with {@link Cancelled} once it was cancelled; cheap enough for every draw. */
  readonly check: () => void;
  /** One step of `total` is done. */
  readonly tick: (total: number) => void;
  /** The same, and lets a cancel come through where the work runs in the caller's own thread. */
  readonly step: (total: number) => Promise<void>;
}

/** The pace of a call. */
export function challengePace(call: CallContext): ChallengePace {
  let done = 0;
  const check = (): void => throwIfCancelled(call);
  const tick = (total: number): void => {
    done = Math.min(total, done + 1);
    call.onProgress({ phase: 'challenge', done, total, unit: 'steps' });
  };
  return {
    check,
    tick,
    async step(total) {
      tick(total);
      await new Promise((resolve) => void setImmediate(resolve));
      check();
    },
  };
}

/** What a kind of figure gives to be judged. */
export interface Challenge {
  readonly measures: Value['measures'];
  readonly now: FindingFigure;
  readonly variations: readonly Varied[];
  readonly unvaried: Value['unvaried'];
  /** One figure a joint draw, null where it carried none; empty where nothing can be drawn. */
  readonly drawnFigures: readonly (number | null)[];
  readonly drawn: NonNullable<Value['joint']>['drawn'];
  readonly definitions: number;
}
