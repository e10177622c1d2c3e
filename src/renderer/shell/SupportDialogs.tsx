import { useMemo } from 'react';
import { openedSupport } from '../state/support.ts';
import { useStore } from '../state/store.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { DiagnosticsDialog } from './DiagnosticsDialog.tsx';
import './support.css';
import { useMenuCommands, type RunnableCommand } from './use-menu-commands.ts';

/** The two sheets of help over whatever is shown, opened by the native menu, by commands, or by the settings. */
export function SupportDialogs() {
  const opened = useStore(openedSupport);
  const commands = useMemo<readonly RunnableCommand[]>(() => (['about', 'diagnostics'] as const).map((id) => ({ id, isEnabled: true, run: () => openedSupport.set(id) })), []);
  useMenuCommands(commands);
  const close = (): void => openedSupport.set(null);
  return (
    <>
      <AboutDialog isOpen={opened === 'about'} onClose={close} />
      <DiagnosticsDialog isOpen={opened === 'diagnostics'} onClose={close} />
    </>
  );
}
