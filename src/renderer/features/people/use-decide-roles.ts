import { useCallback, useState } from 'react';
import type { Failure } from '../../../contract/outcome.ts';
import { useWorkbench } from '../../state/workbench.ts';
import type { NewDecision } from './people-types.ts';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';

/** Deciding on roles from the window. */
export interface RoleDesk {
  /** Writes decisions as one change; true when they are written. */
  readonly decide: (decisions: NewDecision[]) => Promise<boolean>;
  readonly isBusy: boolean;
  /** Why the last decision was refused; null when it was not. */
  readonly failure: Failure | null;
  readonly dismiss: () => void;
}

/** The desk where roles are decided: one change at a time, the project at a glance renewed, the analysis once decisions pause. */
export function useDecideRoles(): RoleDesk {
  const workbench = useWorkbench();
  const analyse = useCalmAnalysis();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const decide = useCallback(
    async (decisions: NewDecision[]): Promise<boolean> => {
      setBusy(true);
      const outcome = await workbench.run('roles.decide', { decisions });
      setBusy(false);
      setFailure(outcome.ok ? null : outcome.failure);
      if (!outcome.ok) return false;
      await workbench.refresh();
      analyse();
      return true;
    },
    [workbench, analyse],
  );
  return { decide, isBusy, failure, dismiss: () => setFailure(null) };
}
