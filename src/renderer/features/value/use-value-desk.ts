import { useCallback, useState } from 'react';
import type { OperationInput } from '../../../contract/operations.ts';
import { useWorkbench } from '../../state/workbench.ts';

type Command = 'value.judgeOrigin' | 'value.tellBack' | 'value.writeSaidDid' | 'lost.setRequesters';

/** Deciding in the views of origins and changes: each decision is one change that undo takes back. */
export interface ValueDesk {
  /** Makes a decision and says `told` once it stands; false when it failed. */
  readonly decide: <Name extends Command>(name: Name, input: OperationInput<Name>, told: string) => Promise<boolean>;
  /** What was decided last. */
  readonly told: string;
}

/** The desk of both views; failures stand above the room until they are closed. */
export function useValueDesk(): ValueDesk {
  const workbench = useWorkbench();
  const [told, setTold] = useState('');
  const decide = useCallback<ValueDesk['decide']>(async (name, input, words) => {
    // the name chooses the input; the union of both is not followed by the compiler
    const outcome = await workbench.run(name as 'value.judgeOrigin', input as OperationInput<'value.judgeOrigin'>);
    workbench.failure.set(outcome.ok ? null : outcome.failure);
    setTold(outcome.ok ? words : '');
    if (outcome.ok) await workbench.refresh();
    return outcome.ok;
  }, [workbench]);
  return { decide, told };
}
