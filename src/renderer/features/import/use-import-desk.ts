import { useStore } from '../../state/store.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { importDeskOf, type ImportDesk, type ImportState } from './import-desk.ts';

/** The import desk and what lies on it. */
export function useImportDesk(): { readonly desk: ImportDesk; readonly state: ImportState } {
  const desk = importDeskOf(useWorkbench(), useProject().fileName);
  return { desk, state: useStore(desk.state) };
}
