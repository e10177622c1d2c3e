import type { Panel, Panels } from './panel-store.ts';
import { useStore } from './store.ts';
import { useWorkbench } from './workbench.ts';

export type { MessageSelection } from './panel-store.ts';

/** Opens the messages or the definition behind a figure. */
export function useSidePanel(): Omit<Panels, 'open'> & { readonly panel: Panel | null } {
  const { panels } = useWorkbench();
  const { openMessages, openMetric, openGlossary, openNotes, openRejections, close } = panels;
  return { panel: useStore(panels.open), openMessages, openMetric, openGlossary, openNotes, openRejections, close };
}
