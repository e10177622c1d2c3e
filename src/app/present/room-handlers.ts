import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { Report } from '../../domain/model/report.ts';
import { clientRoom } from '../../present/client-room/client-room.ts';
import { roomFigures } from '../../present/client-room/room-figures.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { COMMENT_RECORD, joinedComments, keptComments, listedComments, returnedComments } from './comment-records.ts';
import { closedEdition } from './edition-records.ts';
import { reportFileName } from './report-files.ts';
import { deliverableId, deliverableSeal, roomSource } from './room-source.ts';

type Names = 'present.room' | 'comments.list' | 'comments.read' | 'comments.mark';

/** The client room and the comments that come back from it. `ask` makes the report that the room is of. */
export function roomHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  return {
    async 'present.room'({ language, seed, edition, ...given }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const closed = edition === undefined ? null : closedEdition(project, edition);
      if (edition !== undefined && closed === null) return failed('not-found', 'this edition is no longer there; it may have been removed or undone');
      const made = closed === null ? (await ask('present.report', { ...given, language, audience: 'client', seed })) as Outcome<Report> : success(closed[language]);
      if (!made.ok) return made;
      const report = made.value;
      const period = closed === null ? {} : { ...(closed.fromMs === null ? {} : { fromMs: closed.fromMs }), ...(closed.toMs === null ? {} : { toMs: closed.toMs }) };
      const scope: Scope = closed === null ? given : { ...(closed.brand === null ? {} : { brand: closed.brand }), ...(Object.keys(period).length === 0 ? {} : { filters: period }) };
      const deliverable = deliverableId(project, { report, scope, edition: edition ?? null });
      const isMoved = closed !== null && closed[language].dataVersion !== dataVersionOf(project);
      const source = isMoved ? success({ table: 'changed' as const, requests: 0 }) : roomSource(context, project, { scope, deliverable, floor: report.privacy.floor });
      if (!source.ok) return source;
      const { table, requests } = source.value;
      const figures = roomFigures(report);
      const html = clientRoom({ report, table, figures, deliverable, seal: deliverableSeal(project, deliverable) });
      const rows = typeof table === 'string' ? 0 : table.rows.length;
      return success({
        file: { name: reportFileName(report, 'html').replace(/\.html$/u, `.${language === 'it' ? 'stanza' : 'room'}.html`), mediaType: 'text/html', base64: Buffer.from(html).toString('base64') },
        rows, missing: requests - rows, figures: typeof table === 'string' ? 0 : figures.length, pages: report.pages.length, withoutRows: typeof table === 'string' ? table : null,
      });
    },
    'comments.list'() {
      return context.project === null ? failed('not-found', 'no project is open') : success({ comments: listedComments(context.project) });
    },
    'comments.read'({ file: { fileHandle } }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const file = context.file(fileHandle);
      if (file === null) return failed('not-found', 'the file is no longer at hand; choose it again');
      const read = returnedComments(project.value, file.path);
      if (!read.ok) return read;
      const kept = keptComments(project.value);
      const added = [...read.value.keys()].filter((id) => !Object.hasOwn(kept, id)).length;
      const comments = joinedComments(kept, read.value);
      if (comments === null) return failed('invalid-input', 'there would be more than five thousand comments: take earlier ones back first');
      if (added > 0) changePlan(context, project.value, { command: 'comments.read', ...COMMENT_RECORD, body: { comments }, label: String(added) });
      return success({ comments: read.value.size, added, same: read.value.size - added });
    },
    'comments.mark'({ id, done }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const kept = keptComments(project.value);
      const comment = Object.hasOwn(kept, id) ? kept[id] : undefined;
      if (comment === undefined) return failed('not-found', 'this comment is no longer there; its file may have been taken back');
      if (comment.done === done) return success({ changed: false });
      changePlan(context, project.value, { command: 'comments.mark', ...COMMENT_RECORD, body: { comments: { ...kept, [id]: { ...comment, done } } }, label: comment.text });
      return success({ changed: true });
    },
  };
}
