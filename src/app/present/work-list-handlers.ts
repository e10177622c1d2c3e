import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { messagesNamed } from '../../store/one-by-one-queries.ts';
import type { AppContext } from '../context.ts';
import { localDay } from '../one-by-one/list-records.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { returnedWorkList } from './returned-work-list.ts';
import { workListFile } from './work-list-file.ts';
import { WORK_LIST_RECORD, workNotes, type WorkNote } from './work-list-records.ts';

type Names = 'present.workList' | 'present.readWorkList';

const MOST_ERRORS = 100;
const isSame = (one: WorkNote | undefined, other: WorkNote): boolean => one?.answered === other.answered && one.by === other.by && one.note === other.note;

/** The work list that goes to whoever runs the page, and what comes back. `ask` answers the read it is made from. */
export function workListHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  return {
    'present.workList'(request) {
      const { project } = context;
      return project === null ? failed('not-found', 'no project is open') : workListFile(project, { ask, nowMs: context.now(), request });
    },
    async 'present.readWorkList'({ file: { fileHandle }, dryRun }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const file = context.file(fileHandle);
      if (file === null) return failed('not-found', 'the file is no longer at hand; choose it again');
      const today = localDay(project.value, context.now());
      const read = await returnedWorkList(file, today);
      if (!read.ok) return read;
      const { notes, errors, expires } = read.value;
      const known = messagesNamed(project.value, [...notes.keys()]);
      const before = workNotes(project.value);
      const here = [...notes].filter(([key]) => known.has(key));
      const changed = here.filter(([key, note]) => !isSame(before[key], note));
      const imports = !dryRun && errors.length === 0 && changed.length > 0;
      if (imports) changePlan(context, project.value, { command: 'present.readWorkList', ...WORK_LIST_RECORD, body: { notes: { ...before, ...Object.fromEntries(changed) } }, label: String(changed.length) });
      return success({
        imported: imports, rows: notes.size + errors.length, changed: changed.length, same: here.length - changed.length, unknown: notes.size - here.length,
        expired: expires !== null && expires < today, errors: errors.slice(0, MOST_ERRORS), errorCount: errors.length,
      });
    },
  };
}
