import { useMemo, useState } from 'react';
import type { OperationValue } from '../../contract/operations.ts';
import { StartScreen } from '../features/start/StartScreen.tsx';
import { openedSupport } from '../state/support.ts';
import { DropTarget } from './DropTarget.tsx';
import { SaveCopyDialog } from './SaveCopyDialog.tsx';
import { AppearanceChoices } from './SettingsMenu.tsx';
import { SupportEntries } from './SupportEntries.tsx';
import { useIncomingFiles } from './use-incoming-files.ts';
import { useMenuCommands, type RunnableCommand } from './use-menu-commands.ts';

const SUPPORT: readonly RunnableCommand[] = (['about', 'diagnostics'] as const).map((id) => ({ id, isEnabled: true, run: () => openedSupport.set(id) }));

/** The window while no project is open: the start screen, with drops and the native menu connected. */
export function StartWindow({ app }: { readonly app: OperationValue<'app.state'> }) {
  const [commands, setCommands] = useState<readonly RunnableCommand[]>([]);
  const takeFiles = useIncomingFiles();
  useMenuCommands(useMemo(() => [...commands, ...SUPPORT], [commands]));
  return (
    <>
      <StartScreen app={app} appearance={<><AppearanceChoices /><SupportEntries /></>} onCommands={setCommands} />
      <SaveCopyDialog />
      <DropTarget onFiles={takeFiles} />
    </>
  );
}
