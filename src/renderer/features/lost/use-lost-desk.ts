import { useCallback, useState } from 'react';
import type { OperationInput } from '../../../contract/operations.ts';
import { useWorkbench } from '../../state/workbench.ts';

type Command = 'lost.route' | 'lost.regroup' | 'lost.question' | 'lost.setRequesters';

/** Deciding what becomes of contributions: each decision is one change, taken back here or in the bar. */
export interface LostDesk {
  /** Makes a decision and says `told` once it stands; false when it failed. */
  readonly decide: <Name extends Command>(name: Name, input: OperationInput<Name>, told: string) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  /** What was done last, while undo would take it back. */
  readonly told: string;
}

/** The desk of the room; failures stand above the room until they are closed. */
export function useLostDesk(): LostDesk {
  const workbench = useWorkbench();
  const [told, setTold] = useState('');
  const decide = useCallback<LostDesk['decide']>(async (name, input, words) => {
    // the name chooses the input; the union of both is not followed by the compiler
    const outcome = await workbench.run(name as 'lost.route', input as OperationInput<'lost.route'>);
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    setTold(outcome.ok ? words : '');
    // the bar names what undo would take back
    if (outcome.ok) await workbench.refresh();
    return outcome.ok;
  }, [workbench]);
  const undo = useCallback(async (): Promise<void> => {
    const outcome = await workbench.run('history.undo', {});
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    setTold('');
  }, [workbench]);
  return { decide, undo, told };
}
