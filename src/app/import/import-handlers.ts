import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { RECORD_FORMATS } from '../../ingest/format-registry.ts';
import { rejectionPage, rejectionReasons, storedImport, storedImports } from '../../store/import-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { projectSummary } from '../project/project-summary.ts';
import { columnsOfFile } from './columns-of-file.ts';
import { checkFiles } from './check-files.ts';
import { importFiles } from './import-files.ts';
import { previewFile } from './preview-file.ts';
import { undoImport } from './undo-import.ts';

const NO_PROJECT = 'no project is open';
const READ_ONLY = 'this project is open for reading only; save a copy to change it';

/** The operations of importing. */
export function importHandlers(context: AppContext): Pick<HandlerMap, 'import.preview' | 'import.columns' | 'import.check' | 'import.run' | 'import.list' | 'import.rejections' | 'import.undo' | 'formats.list'> {
  return {
    'import.preview': (input) => previewFile(context, input),
    'import.columns': (input, call) => columnsOfFile(context, input, call),
    'import.check': (input, call) => checkFiles(context, input, call),
    'import.run': (input, call) => importFiles(context, input, call),
    'import.list': () => withFailures(() => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      return success({
        imports: storedImports(project).map(({ importId, file, format, state, finishedAtMs, collectedAtMs, rows, messages, duplicates, rejected }) => ({
          importId, file, format, finishedAtMs, collectedAtMs, rows, messages, duplicates, rejected, reasons: rejectionReasons(project, importId), undone: state === 'undone',
        })),
      });
    }),
    'import.rejections': ({ importId, page, size }) => withFailures(() => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      if (storedImport(project, importId) === null) return failed('not-found', `unknown import: ${String(importId)}`);
      return success({ ...rejectionPage(project, importId, { page, size }) });
    }),
    'import.undo': ({ importId }) => withFailures(() => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      if (project.readOnly) return failed('read-only-project', READ_ONLY);
      if (!undoImport(project, importId, context.now())) return failed('not-found', `unknown or undone import: ${String(importId)}`);
      context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
      return success(projectSummary(project));
    }),
    'formats.list': () => success({ formats: RECORD_FORMATS.map(({ id, name, description }) => ({ id, name, description })) }),
  };
}
