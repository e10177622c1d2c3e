import { mkdirSync } from 'node:fs';
import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { ProjectSummary } from '../../contract/operations/project.ts';
import { projectProblems } from '../../store/check-project.ts';
import { closeProject } from '../../store/close-project.ts';
import { createProject } from '../../store/create-project.ts';
import { restoreTraces } from '../import/import-traces.ts';
import { openProject } from '../../store/open-project.ts';
import { realPlace } from '../../store/real-place.ts';
import { StoreFailure, type ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { listedDesks } from '../../store/unclaimed-desks.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { startHolding } from '../read/held-project.ts';
import { dropVanishedTexts } from '../import/vanished-texts.ts';
import { assignBrand } from './assign-brand.ts';
import { claimDesks } from './claim-desks.ts';
import { journalPage } from '../../store/journal.ts';
import { goInHistory, redoNext, undoLast } from './history.ts';
import { sampleProjectPath } from './open-sample.ts';
import { keepPreferences, keptPreferences } from './kept-preferences.ts';
import { newProjectPath } from './project-place.ts';
import { projectSummary } from './project-summary.ts';
import { isAsClosed, isAvailable, listedProjects, rememberClosed, rememberProject } from './recent-projects.ts';
import { saveCopy } from './save-copy.ts';
import { strangeSettings } from './strange-settings.ts';
import { clearUnfinishedCopies } from './unfinished-copies.ts';

const NO_PROJECT = 'no project is open';
const LISTED_DESKS = 100;

/** Closes a project and notes how its file was left. */
function closed({ stateFolder }: AppContext, project: ProjectDatabase): void {
  closeProject(project);
  if (!project.readOnly) rememberClosed(stateFolder, project.path);
}

/** Makes an open project the current one; the one before is closed only now, so that a failure to open loses nothing. */
function switchTo(context: AppContext, project: ProjectDatabase): ProjectSummary {
  if (context.project !== null) closed(context, context.project);
  context.project = project;
  const summary = projectSummary(project);
  rememberProject(context.stateFolder, { path: project.path, name: summary.name, openedAtMs: context.now(), messages: summary.messages });
  context.emit({ type: 'project-changed', dataVersion: summary.dataVersion });
  startHolding(project);
  clearUnfinishedCopies(context.stateFolder);
  return summary;
}

/** Runs a change of the open project and answers with the project after it. */
function changed(context: AppContext, change: (project: ProjectDatabase) => Outcome<unknown>): Promise<Outcome<ProjectSummary>> {
  return withFailures(() => {
    const { project } = context;
    if (project === null) return failed('not-found', NO_PROJECT);
    if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change it');
    const outcome = change(project);
    if (!outcome.ok) return outcome;
    context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
    return success(projectSummary(project));
  });
}

/** Closes the project that is open, if one is. */
export function closeOpenProject(context: AppContext): void {
  const { project } = context;
  context.project = null;
  if (project !== null) closed(context, project);
}

/** Refuses a project whose settings no Tribuna wrote, as a damaged page is: figures would rest on them. Throws StoreFailure `corrupt-project`. */
function refuseStrangeSettings(project: ProjectDatabase): void {
  const [strange] = strangeSettings(project);
  if (strange === undefined) return;
  throw new StoreFailure('corrupt-project', `the project file is damaged: its setting ${strange} holds what no Tribuna wrote; restore a copy, or import its sources again`);
}

/** Opens a project file in the place of the one that is open; the file that is open already stays so. Throws StoreFailure. */
export function opened(context: AppContext, wanted: string): ProjectSummary {
  const path = realPlace(wanted);
  if (context.project?.path === path && context.project.connection.open) return projectSummary(context.project);
  const project = openProject(path, { knownWhole: isAsClosed(context.stateFolder, path) });
  try {
    refuseStrangeSettings(project);
    // a crash in the middle of an import may have left copies of messages that a person had set aside
    if (!project.readOnly) restoreTraces(project);
    dropVanishedTexts(project, context.now());
  } catch (error) {
    // nobody would let go of it: what failed to open must not be held as open
    closeProject(project);
    throw error;
  }
  return switchTo(context, project);
}

/** The operations on projects as a whole and on their history. */
export function projectHandlers(context: AppContext): Pick<HandlerMap,
  'app.state' | 'app.preferences' | 'app.setPreferences' | 'project.create' | 'project.open' | 'project.openSample' | 'project.saveCopy' | 'project.close' | 'project.summary' | 'project.check' | 'brand.assign' | 'brand.desks' | 'brand.claimDesks' | 'history.undo' | 'history.redo' | 'history.list' | 'history.go'> {
  return {
    'app.state': () => withFailures(() => success({
      version: context.version, host: context.host, capabilities: context.capabilities, project: context.project === null ? null : projectSummary(context.project),
      recent: listedProjects(context).map((recent) => ({ id: recent.id, name: recent.name, openedAtMs: recent.openedAtMs, messages: recent.messages, available: isAvailable(recent) })),
    })),
    'app.preferences': () => success(keptPreferences(context.stateFolder)),
    'app.setPreferences': (chosen) => success(keepPreferences(context.stateFolder, chosen)),
    'project.create': ({ name, file }) => withFailures(() => {
      const chosen = file === undefined ? null : context.file(file.fileHandle);
      if (file !== undefined && chosen === null) return failed('not-found', 'the chosen place is no longer at hand; choose it again');
      if (chosen === null) mkdirSync(context.projectsFolder, { recursive: true });
      const path = chosen?.path ?? newProjectPath(context.projectsFolder, name);
      return success(switchTo(context, createProject(path, { name, timeZone: context.timeZone, createdAtMs: context.now() })));
    }),
    'project.open': ({ file, recentId }) => withFailures(() => {
      const path = file !== undefined ? context.file(file.fileHandle)?.path : listedProjects(context).find(({ id }) => id === recentId)?.path;
      if (file === undefined && recentId === undefined) return failed('invalid-input', 'missing project: a file or a recent project must be named');
      if (path === undefined) return failed('not-found', 'the project is no longer at hand; choose its file');
      return success(opened(context, path));
    }),
    'project.openSample': (_input, call) => withFailures(async () => {
      const path = await sampleProjectPath(context, call);
      return path.ok ? success(opened(context, path.value)) : path;
    }),
    'project.saveCopy': (request, call) => withFailures(() => saveCopy(context, request, { call, reopen: (path) => opened(context, path) })),
    'project.close': () => withFailures<{ closed: boolean }>(() => {
      const isOpen = context.project !== null;
      closeOpenProject(context);
      return success({ closed: isOpen });
    }),
    'project.summary': () => withFailures(() => (context.project === null ? failed('not-found', NO_PROJECT) : success(projectSummary(context.project)))),
    'project.check': () => withFailures(() => {
      if (context.project === null) return failed('not-found', NO_PROJECT);
      const problems = [...projectProblems(context.project), ...strangeSettings(context.project).map((key) => `the setting ${key} holds what no Tribuna wrote`)];
      return success({ intact: problems.length === 0, problems });
    }),
    'brand.assign': (input) => changed(context, (project) => {
      assignBrand(project, input, context.now());
      return success(null);
    }),
    'brand.desks': () => withFailures(() => {
      if (context.project === null) return failed('not-found', NO_PROJECT);
      const desks = listedDesks(context.project);
      return success({ total: desks.length, desks: desks.slice(0, LISTED_DESKS).map(({ accountId, name, network, messages }) => ({ accountId, name, network, messages })) });
    }),
    'brand.claimDesks': ({ accountIds }) => changed(context, (project) => (claimDesks(project, { accountIds, atMs: context.now() }) > 0 ? success(null) : failed('not-found', 'there is no profile that its source calls a firm’s and no brand has: nothing was changed'))),
    'history.list': (input) => withFailures(() => (context.project === null ? failed('not-found', NO_PROJECT) : success(journalPage(context.project, input)))),
    'history.go': ({ id, done }) => changed(context, (project) => (goInHistory(project, id, done) ? success(null) : failed('not-found', 'this change is no longer in the history: open the list again'))),
    'history.undo': () => changed(context, (project) => (undoLast(project) ? success(null) : failed('not-found', 'there is nothing to undo'))),
    'history.redo': () => changed(context, (project) => (redoNext(project) ? success(null) : failed('not-found', 'there is nothing to redo'))),
  };
}
