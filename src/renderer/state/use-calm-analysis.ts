import { useCallback, useEffect, useRef } from 'react';
import { useWorkbench } from './workbench.ts';

const CALM_MS = 2_500;

/**
 * Brings the analysis up to date once decisions pause, so that each of twenty quick ones does not start its own. Leaving
 * the page starts it at once.
 */
export function useCalmAnalysis(): () => void {
  const workbench = useWorkbench();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const schedule = useCallback((): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = null;
      // decisions made while an analysis runs need another one
      if (workbench.jobs.isRunning('analyse.run')) schedule();
      else void workbench.analyse();
    }, CALM_MS);
  }, [workbench]);
  useEffect(
    () => () => {
      if (timer.current === null) return;
      clearTimeout(timer.current);
      void workbench.analyse();
    },
    [workbench],
  );
  return schedule;
}
