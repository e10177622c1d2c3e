import { useCallback, useState } from 'react';
import type { WithFiles } from '../../../contract/bridge.ts';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import type { Failure, Outcome } from '../../../contract/outcome.ts';
import { useWorkbench } from '../../state/workbench.ts';

type ChosenProject = WithFiles<OperationInput<'project.salvage'>>;
type RecentProject = OperationValue<'app.state'>['recent'][number];

/** The ways into a project, with the failure of the last one tried. */
export interface ProjectDoors {
  readonly busy: boolean;
  /** `project` names the one that failed to open, `recentId` its place in the list when it was chosen there. */
  readonly failure: { readonly failure: Failure; readonly where: string | null; readonly project: ChosenProject | null; readonly recentId: string | null } | null;
  readonly dismiss: () => void;
  readonly openSample: () => Promise<void>;
  readonly create: (name: string) => Promise<void>;
  /** Shows the host's dialog where there is one; otherwise `pickFile` is called. */
  readonly open: (pickFile: () => void) => Promise<void>;
  readonly openFile: (file: File) => Promise<void>;
  readonly openRecent: (recent: RecentProject) => Promise<void>;
}

/** The doors of the start screen. `hasDialogs`: the host asks where a project is or goes. */
export function useProjectDoors(hasDialogs: boolean): ProjectDoors {
  const workbench = useWorkbench();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ProjectDoors['failure']>(null);

  const enter = useCallback(
    async (where: string | null, act: (chosen: (name: string | null, project: ChosenProject) => void) => Promise<Outcome<unknown> | null>): Promise<void> => {
      setBusy(true);
      setFailure(null);
      try {
        let chosen: { name: string | null; project: ChosenProject } | null = null;
        const outcome = await act((name, project) => {
          chosen = { name, project };
        });
        const which = chosen as { name: string | null; project: ChosenProject } | null;
        if (outcome === null) return;
        if (!outcome.ok) {
          setFailure({ failure: outcome.failure, where: which?.name ?? where, project: which?.project ?? null, recentId: which?.project.recentId ?? null });
          return;
        }
        const state = workbench.project.get();
        const hasData = state.status === 'open' && state.project.messages > 0;
        const firstRoom = workbench.waitingFiles.get().length > 0 ? 'import' : hasData ? 'overview' : 'data';
        const { path } = workbench.navigation.location.get();
        // a link names its own room; entering from the start goes to the first one that has something to say
        if (path.length === 0 || firstRoom !== 'overview') workbench.navigation.go({ path: [firstRoom], filters: {}, brand: null }, { replace: true });
      } finally {
        setBusy(false);
      }
    },
    [workbench],
  );

  const openSample = useCallback(() => enter(null, () => workbench.runJob('project.openSample', {})), [enter, workbench]);
  const open = useCallback(
    (pickFile: () => void) => {
      if (!hasDialogs) {
        pickFile();
        return Promise.resolve();
      }
      return enter(null, async (note) => {
        const chosen = await workbench.bridge.call('host.chooseProject', { purpose: 'open' });
        if (!chosen.ok) return chosen;
        const { file, name } = chosen.value;
        if (file === null) return null;
        note(name, { file });
        return workbench.run('project.open', { file });
      });
    },
    [enter, hasDialogs, workbench],
  );

  return {
    busy,
    failure,
    dismiss: () => setFailure(null),
    openSample,
    open,
    create: (name) =>
      enter(name, async () => {
        if (!hasDialogs) return workbench.run('project.create', { name });
        const chosen = await workbench.bridge.call('host.chooseProject', { purpose: 'create', suggestedName: name });
        if (!chosen.ok) return chosen;
        return chosen.value.file === null ? null : workbench.run('project.create', { name, file: chosen.value.file });
      }),
    openFile: (file) =>
      enter(file.name, (note) => {
        note(file.name, { file });
        return workbench.run('project.open', { file });
      }),
    openRecent: ({ name, id }) =>
      enter(name, (note) => {
        note(name, { recentId: id });
        return workbench.run('project.open', { recentId: id });
      }),
  };
}
