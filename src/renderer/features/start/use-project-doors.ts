import { useCallback, useState } from 'react';
import type { OperationValue } from '../../../contract/operations.ts';
import type { Failure, Outcome } from '../../../contract/outcome.ts';
import { useWorkbench } from '../../state/workbench.ts';

type RecentProject = OperationValue<'app.state'>['recent'][number];

/** The ways into a project, with the failure of the last one tried. */
export interface ProjectDoors {
  readonly busy: boolean;
  /** `recent` is the project of the list that failed to open. */
  readonly failure: { readonly failure: Failure; readonly where: string | null; readonly recent: RecentProject | null } | null;
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
    async (where: string | null, act: () => Promise<Outcome<unknown> | null>, recent: RecentProject | null = null): Promise<void> => {
      setBusy(true);
      setFailure(null);
      try {
        const outcome = await act();
        if (outcome === null) return;
        if (!outcome.ok) {
          setFailure({ failure: outcome.failure, where, recent });
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
      return enter(null, async () => {
        const chosen = await workbench.bridge.call('host.chooseProject', { purpose: 'open' });
        if (!chosen.ok) return chosen;
        return chosen.value.file === null ? null : workbench.run('project.open', { file: chosen.value.file });
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
    openFile: (file) => enter(file.name, () => workbench.run('project.open', { file })),
    openRecent: (recent) => enter(recent.name, () => workbench.run('project.open', { recentId: recent.id }), recent),
  };
}
