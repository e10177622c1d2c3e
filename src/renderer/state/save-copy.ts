import type { WithFiles } from '../../contract/bridge.ts';
import type { OperationInput } from '../../contract/operations.ts';
import type { FileHandle } from '../../contract/operations/project.ts';
import { createStore } from './store.ts';
import type { Workbench } from './workbench.ts';

/** `as`: the copy is worked on afterwards, as everywhere; `copy`: the project that is open is. */
type CopyMode = 'as' | 'copy';

/** A project that does not open where it lies, and its name; null: the open one is copied. */
type ClosedProject = { readonly from: NonNullable<WithFiles<OperationInput<'project.saveCopy'>>['from']>; readonly name: string } | null;

/** Where a copy goes: a place chosen in the host's dialog, or a name in the folder of projects. */
type CopyTarget = { readonly file: FileHandle; readonly fileName: string } | { readonly name: string };

/** What is still to be asked before a copy is made: its name (`target` null), or whether what stands at its place may be replaced. */
export interface CopyQuestion {
  readonly mode: CopyMode;
  readonly closed: ClosedProject;
  /** What is copied, by its name. */
  readonly of: string;
  readonly target: CopyTarget | null;
}

/** The question on the screen; null when there is none. */
export const copyQuestion = createStore<CopyQuestion | null>(null);

/** Begins saving a project elsewhere: by the host's dialog where there is one, else by a question of the window's own. */
export async function beginCopy(workbench: Workbench, mode: CopyMode, closed: ClosedProject = null): Promise<void> {
  const state = workbench.project.get();
  if (state.status !== 'open' && (state.status !== 'none' || closed === null)) return;
  const of = closed?.name ?? (state.status === 'open' ? state.project.name : '');
  if (!state.app.capabilities.dialogs) {
    copyQuestion.set({ mode, closed, of, target: null });
    return;
  }
  const chosen = await workbench.bridge.call('host.chooseProject', { purpose: 'copy', suggestedName: of });
  if (!chosen.ok) workbench.failure.set(chosen.failure);
  else if (chosen.value.file !== null) await writeCopy(workbench, { mode, closed, of, target: { file: chosen.value.file, fileName: chosen.value.name ?? '' }, replace: chosen.value.replace });
}

/** Writes the copy with its progress in the status line, and asks where something stands in its place. */
export async function writeCopy(workbench: Workbench, { mode, closed, of, target, replace }: CopyQuestion & { readonly target: CopyTarget; readonly replace: boolean }): Promise<void> {
  const outcome = await workbench.runJob('project.saveCopy', { ...('name' in target ? { name: target.name } : { file: target.file }), replace, open: mode === 'as', ...(closed === null ? {} : { from: closed.from }) });
  if (outcome.ok) {
    const { name, opened, recentId } = outcome.value;
    workbench.failure.set(null);
    workbench.notice.set({ kind: 'copy-saved', name, opened, recentId });
  } else if (outcome.failure.issues?.some(({ path }) => path === 'replace') === true) copyQuestion.set({ mode, closed, of, target });
  else if (outcome.failure.code !== 'cancelled') workbench.failure.set(outcome.failure);
}
