import { useCallback } from 'react';
import { useWorkbench } from '../../state/workbench.ts';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';

/** Takes one profile out of its person; a refusal is shown above the room. */
export function useSplit(): (accountId: number) => void {
  const workbench = useWorkbench();
  const analyse = useCalmAnalysis();
  return useCallback(
    (accountId: number): void => {
      void workbench.run('identity.split', { accountId }).then(async (outcome) => {
        if (!outcome.ok) {
          workbench.failure.set(outcome.failure);
          return;
        }
        await workbench.refresh();
        analyse();
      });
    },
    [workbench, analyse],
  );
}
