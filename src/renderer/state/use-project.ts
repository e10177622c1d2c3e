import type { ProjectSummary } from '../../contract/operations/project.ts';
import { useStore } from './store.ts';
import { useWorkbench, type ProjectState } from './workbench.ts';

/** What is open: nothing yet, no project, or a project. */
export function useProjectState(): ProjectState {
  return useStore(useWorkbench().project);
}

/** The open project. Only for components that stand inside one; throws Error `no project is open`. */
export function useProject(): ProjectSummary {
  const state = useProjectState();
  if (state.status !== 'open') throw new Error('no project is open');
  return state.project;
}
