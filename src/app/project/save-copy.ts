import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LAST_PHASE, type CallContext } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { ProjectSummary } from '../../contract/operations/project.ts';
import { closedBytes, copyBytes, copyClosedProject, copyPlace, copyProject, type CopyOptions, type CopyPlace } from '../../store/copy-project.ts';
import { freeBytesAt, megabytes } from '../../store/free-space.ts';
import { realPlace } from '../../store/real-place.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { isProjectPath, nameOfFile, projectFileName } from './project-place.ts';
import { projectSummary } from './project-summary.ts';
import { listedProjects, projectIdOf, rememberClosed, rememberProject } from './recent-projects.ts';
import { forgetUnfinishedCopy, noteUnfinishedCopy } from './unfinished-copies.ts';

type CopyRequest = OperationRequest<'project.saveCopy'>;

/** A copy as it is answered for. */
type SavedCopy = OperationValue<'project.saveCopy'>;

interface CopyHands {
  readonly call: CallContext;
  /** Opens a file in the place of the project that is open. */
  readonly reopen: (path: string) => ProjectSummary;
}

/** Where a copy goes and what it is called; a failure for a request that says neither. `kept`: the name of what is copied, where it is known. */
function wanted(context: AppContext, source: { readonly path: string; readonly kept: string | null }, { name, file }: CopyRequest): Outcome<{ readonly path: string; readonly name: string }> {
  if (file === undefined) {
    if (name === undefined) return failed('invalid-input', 'missing copy: a name or a place must be given');
    mkdirSync(context.projectsFolder, { recursive: true });
    return success({ path: realPlace(join(context.projectsFolder, projectFileName(name))), name });
  }
  const chosen = context.file(file.fileHandle);
  if (chosen === null) return failed('not-found', 'the chosen place is no longer at hand; choose it again');
  const path = realPlace(chosen.path);
  if (!isProjectPath(path)) return failed('invalid-input', 'a project is a file that ends in .tribuna: choose such a name', [{ path: 'file', message: 'must end in .tribuna' }]);
  // the same file in another folder is the same project; another file name is another name
  return success({ path, name: name ?? (source.kept !== null && basename(path) === basename(source.path) ? source.kept : nameOfFile(path)) });
}

/** Why a copy may not go where something stands; null where it may. */
function refusal(place: CopyPlace, replace: boolean): Outcome<never> | null {
  if (place === 'itself') return failed('invalid-input', 'this is the project itself: choose another name or another folder', [{ path: 'file', message: 'is the project that is open' }]);
  if (place === 'something-else') return failed('invalid-input', 'what stands there is not a Tribuna project and is not written over: choose another name', [{ path: 'file', message: 'is no project' }]);
  if (place === 'project' && !replace) return failed('invalid-input', 'a project of this name is already there: say that it may be replaced, or choose another name', [{ path: 'replace', message: 'a project is there' }]);
  return null;
}

/** What a copy is made of: its place, the bytes it takes, and the writing itself. */
interface CopySource {
  readonly path: string;
  readonly kept: string | null;
  readonly bytes: number;
  readonly write: (path: string, options: CopyOptions) => Promise<number>;
}

/** Writes a copy where it may go and remembers it as a project; nothing is left behind when it fails. */
async function written(context: AppContext, request: CopyRequest, { source, call }: { readonly source: CopySource; readonly call: CallContext }): Promise<Outcome<{ readonly path: string; readonly name: string; readonly bytes: number }>> {
  const { stateFolder, now, freeBytes = freeBytesAt } = context;
  const target = wanted(context, source, request);
  if (!target.ok) return target;
  const { path, name } = target.value;
  const refused = refusal(copyPlace(source, path), request.replace ?? false);
  if (refused !== null) return refused;
  const { bytes: needed } = source;
  const free = freeBytes(path);
  if (free !== null && free < needed) return failed('disk-full', `the copy takes ${megabytes(needed)}, ${megabytes(free)} are free on the disk it goes to; free some space, or choose another place`);
  noteUnfinishedCopy(stateFolder, path);
  try {
    const bytes = await source.write(path, {
      name, nowMs: now(), signal: call.signal,
      onProgress: (done, total) => call.onProgress({ phase: 'copy', done: Math.round(needed * (done / total)), total: needed, unit: 'bytes' }),
      onDecided: () => call.onProgress({ phase: LAST_PHASE, done: needed, total: needed, unit: 'bytes' }),
    });
    return success({ path, name, bytes });
  } finally {
    forgetUnfinishedCopy(stateFolder, path);
  }
}

/**
 * Writes the open project, whole, as another file, and goes on in it when `open` says so; the former stays as it is. Also a project
 * that is open for reading only, which can be changed in its copy. `reopen` opens a file in the place of the one that is open.
 * Failures: `invalid-input` for a place that may not be taken, `locked-project`, `disk-full` (looked for first as well), `io-error`,
 * `cancelled`; nothing is left behind then.
 */
export async function saveCopy(context: AppContext, request: CopyRequest, { call, reopen }: CopyHands): Promise<Outcome<SavedCopy>> {
  if (request.from !== undefined) return saveClosed(context, request, request.from, { call, reopen });
  const { project, stateFolder, now } = context;
  if (project === null) return failed('not-found', 'no project is open');
  const source: CopySource = { path: project.path, kept: settingOf(project, 'name'), bytes: copyBytes(project), write: (path, options) => copyProject(project, path, options) };
  const copy = await written(context, request, { source, call });
  if (!copy.ok) return copy;
  const { path, name, bytes } = copy.value;
  const { name: here, messages } = projectSummary(project);
  rememberProject(stateFolder, { path, name, openedAtMs: now(), messages });
  rememberClosed(stateFolder, path);
  if (request.open === true) reopen(path);
  // the list begins with the project that is worked on
  else rememberProject(stateFolder, { path: project.path, name: here, openedAtMs: now(), messages });
  return success({ name, fileName: basename(path), bytes, opened: request.open === true, recentId: projectIdOf(path) });
}

/** Writes a project that does not open where it lies as another file and opens that one, which is looked at then as any stranger's. */
async function saveClosed(context: AppContext, request: CopyRequest, { recentId, file }: NonNullable<CopyRequest['from']>, { call, reopen }: CopyHands): Promise<Outcome<SavedCopy>> {
  const found = file === undefined ? listedProjects(context).find(({ id }) => id === recentId)?.path : context.file(file.fileHandle)?.path;
  if (found === undefined || !existsSync(found)) return failed('not-found', 'the project is no longer at hand; choose its file');
  const path = realPlace(found);
  if (context.project?.path === path) return failed('invalid-input', 'this project is open: save it without naming it', [{ path: 'from', message: 'is the project that is open' }]);
  const copy = await written(context, request, { source: { path, kept: null, bytes: closedBytes(path), write: (target, options) => copyClosedProject(path, target, options) }, call });
  if (!copy.ok) return copy;
  const opened = reopen(copy.value.path);
  // where only a name was given the copy bears it; a chosen file keeps the name that the project has
  if (request.name !== undefined && context.project !== null && !context.project.readOnly) storeSetting(context.project, 'name', copy.value.name);
  const name = request.name ?? opened.name;
  rememberProject(context.stateFolder, { path: copy.value.path, name, openedAtMs: context.now(), messages: opened.messages });
  return success({ name, fileName: basename(copy.value.path), bytes: copy.value.bytes, opened: true, recentId: projectIdOf(copy.value.path) });
}
