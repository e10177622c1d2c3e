import { useCallback, useState } from 'react';
import type { Failure } from '../../../contract/outcome.ts';
import { useWorkbench } from '../../state/workbench.ts';
import type { PromiseLine, PromiseStateCode } from './promise-words.ts';

/** Overruling what the program found of promises. */
export interface PromiseVerdictDesk {
  /** Makes a state hold by hand; null gives the promise back to the program. */
  readonly decide: (promise: Pick<PromiseLine, 'messageId' | 'start'>, state: PromiseStateCode | null) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** The latest verdict, while undo would take it back; `byHand` false: one was taken back. */
  readonly last: { readonly state: PromiseStateCode; readonly byHand: boolean } | null;
  readonly failure: Failure | null;
  readonly dismiss: () => void;
}

/** The desk of the register: every verdict is one change, taken back here or in the bar. */
export function usePromiseVerdict(): PromiseVerdictDesk {
  const workbench = useWorkbench();
  const [last, setLast] = useState<PromiseVerdictDesk['last']>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const decide = useCallback<PromiseVerdictDesk['decide']>(async ({ messageId, start }, state) => {
    const outcome = await workbench.run('promises.decide', { messageId, start, state });
    setFailure(outcome.ok ? null : outcome.failure);
    setLast(outcome.ok ? { state: outcome.value.state, byHand: outcome.value.byHand } : null);
    // the bar names what undo would take back
    if (outcome.ok) await workbench.refresh();
  }, [workbench]);
  const undo = useCallback(async (): Promise<void> => {
    const outcome = await workbench.run('history.undo', {});
    setFailure(outcome.ok ? null : outcome.failure);
    setLast(null);
  }, [workbench]);
  const dismiss = useCallback(() => setFailure(null), []);
  return { decide, undo, last, failure, dismiss };
}
