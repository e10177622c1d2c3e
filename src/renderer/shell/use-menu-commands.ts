import { useEffect, useRef } from 'react';
import { useWorkbench } from '../state/workbench.ts';

/** What the native menu may run, by the name the menu gives it. */
export interface RunnableCommand {
  readonly id: string;
  readonly isEnabled: boolean;
  readonly run: () => void;
}

/** Lets the native menu run the commands of the screen that is shown. */
export function useMenuCommands(commands: readonly RunnableCommand[]): void {
  const workbench = useWorkbench();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  }, [commands]);
  useEffect(
    () =>
      workbench.listen((id) => {
        const found = latest.current.find((command) => command.id === id && command.isEnabled);
        found?.run();
      }),
    [workbench],
  );
}
