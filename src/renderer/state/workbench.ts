import { createContext, useContext } from 'react';
import type { TribunaBridge, WithFiles } from '../../contract/bridge.ts';
import type { OperationInput, OperationName, OperationValue } from '../../contract/operations.ts';
import type { ProjectSummary } from '../../contract/operations/project.ts';
import type { Failure, Outcome } from '../../contract/outcome.ts';
import { createCatchUp } from './catch-up.ts';
import { createJobs, type JobName, type Jobs } from './jobs.ts';
import { createNavigation, type Navigation } from './window-navigation.ts';
import { createOperationCache, type OperationCache } from './operation-cache.ts';
import { createPanels, type Panels } from './panel-store.ts';
import { createPreferences, type Preferences } from './preferences.ts';
import { createStore, type Store } from './store.ts';

type AppState = OperationValue<'app.state'>;
type CommandName = Exclude<OperationName, JobName>;

/** What is open. `failed`: the program itself could not be reached. */
export type ProjectState =
  | { readonly status: 'starting' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'none'; readonly app: AppState }
  | { readonly status: 'open'; readonly app: AppState; readonly project: ProjectSummary };

/** Something done that the status line says for a while. */
export type Notice =
  | { readonly kind: 'finding-kept' | 'finding-already'; readonly findingId: string }
  | { readonly kind: 'copy-saved'; readonly name: string; readonly opened: boolean; readonly recentId: string };

/** Everything the screens share: one object made at start and handed down by context. */
export interface Workbench {
  readonly bridge: TribunaBridge;
  readonly cache: OperationCache;
  readonly jobs: Jobs;
  readonly navigation: Navigation;
  readonly panels: Panels;
  readonly preferences: Preferences;
  readonly project: Store<ProjectState>;
  /** The latest failure of a command, shown above the room until it is closed. */
  readonly failure: Store<Failure | null>;
  /** What was just done, for the status line; null when there is nothing to say. */
  readonly notice: Store<Notice | null>;
  /** Runs a command or a host operation; a project in its reply becomes the open one. */
  readonly run: <Name extends CommandName>(name: Name, input: WithFiles<OperationInput<Name>>) => Promise<Outcome<OperationValue<Name>>>;
  /** Runs a job with its progress in the status line. */
  readonly runJob: <Name extends JobName>(name: Name, input: WithFiles<OperationInput<Name>>) => Promise<Outcome<OperationValue<Name>>>;
  /** Where the tour is, counted from 0; null when there is none. */
  readonly tour: Store<number | null>;
  /** Files chosen or dropped that no import has taken yet. */
  readonly waitingFiles: Store<readonly File[]>;
  /** Reads the state of the program again. */
  readonly refresh: () => Promise<void>;
  /** Brings derived results up to date when they are not. */
  readonly analyse: () => Promise<void>;
  /** Starts listening to the host; returns the function that stops. */
  readonly listen: (onMenuCommand: (command: string) => void) => () => void;
}

function isProjectSummary(value: unknown): value is ProjectSummary {
  return typeof value === 'object' && value !== null && 'dataVersion' in value && 'fileName' in value && 'brands' in value;
}

/** Makes the workbench over a host's bridge. */
export function createWorkbench(bridge: TribunaBridge): Workbench {
  const cache = createOperationCache(bridge);
  const jobs = createJobs(bridge);
  const project = createStore<ProjectState>({ status: 'starting' });
  const failure = createStore<Failure | null>(null);
  const preferences = createPreferences(bridge);

  const accept = (summary: ProjectSummary): void => {
    const state = project.get();
    if (state.status !== 'open' && state.status !== 'none') return;
    const sameFile = state.status === 'open' && state.project.fileName === summary.fileName;
    project.set({ status: 'open', app: state.app, project: summary });
    if (sameFile) cache.invalidate();
    else cache.clear();
  };
  const settle = (outcome: Outcome<unknown>): void => {
    if (outcome.ok && isProjectSummary(outcome.value)) accept(outcome.value);
    else cache.invalidate();
  };
  const refresh = async (): Promise<void> => {
    // the first screen comes in the language and theme that were chosen, and not in others before them
    const [outcome] = await Promise.all([bridge.call('app.state', {}), preferences.load()]);
    if (!outcome.ok) project.set({ status: 'failed', failure: outcome.failure });
    else if (outcome.value.project === null) project.set({ status: 'none', app: outcome.value });
    else project.set({ status: 'open', app: outcome.value, project: outcome.value.project });
  };
  const runJob: Workbench['runJob'] = async (name, input) => {
    const outcome = await jobs.run(name, input);
    settle(outcome);
    if (outcome.ok && !isProjectSummary(outcome.value)) await refresh();
    return outcome;
  };

  const analyse = createCatchUp({
    isRunning: () => jobs.isRunning('analyse.run'),
    isDue: () => {
      const state = project.get();
      return state.status === 'open' && !state.project.analysed && state.project.messages > 0;
    },
    run: async () => {
      const outcome = await runJob('analyse.run', {});
      if (!outcome.ok && outcome.failure.code !== 'cancelled') failure.set(outcome.failure);
      return outcome.ok;
    },
  });

  return {
    bridge,
    cache,
    jobs,
    navigation: createNavigation(),
    panels: createPanels(),
    preferences,
    project,
    failure,
    notice: createStore<Notice | null>(null),
    tour: createStore<number | null>(null),
    waitingFiles: createStore<readonly File[]>([]),
    async run(name, input) {
      const outcome = await bridge.call(name, input);
      if (name === 'project.close' && outcome.ok) await refresh();
      settle(outcome);
      // what undo takes back next is part of the project's state, and only some replies carry it
      if (outcome.ok && !name.startsWith('host.') && !isProjectSummary(outcome.value)) void refresh();
      return outcome;
    },
    runJob,
    refresh,
    analyse,
    listen(onMenuCommand) {
      return bridge.onEvent((event) => {
        if (event.type === 'job-progress') jobs.accept(event);
        else if (event.type === 'menu-command') onMenuCommand(event.command);
        else {
          cache.invalidate();
          void refresh();
        }
      });
    },
  };
}

/** Context that holds the workbench; `useWorkbench` reads it. */
export const WorkbenchContext = createContext<Workbench | null>(null);

/** The workbench of this window. Throws Error `no workbench around this component`. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error('no workbench around this component');
  return workbench;
}
