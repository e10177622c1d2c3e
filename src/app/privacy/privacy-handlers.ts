import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { deleteBackups, projectBackups } from '../../store/erase-bytes.ts';
import { storedImport, storedImports } from '../../store/import-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { accountsCalled } from '../../store/person-records.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { writableProject } from '../plan/plan-change.ts';
import { projectSummary } from '../project/project-summary.ts';
import { dataSheet, putDataSheet, sheetOf, type SheetChange } from './data-sheet.ts';
import { erase, rehearseErasure } from './erase-person.ts';
import { erasureReceipts } from './erasure-receipts.ts';
import { receiptText } from './receipt-text.ts';
import { removeForGood } from './remove-import.ts';
import { putRetention, retentionDates, type RetentionChange } from './retention.ts';
import { allowAgain, suppressionList } from './suppression-list.ts';

const NO_PROJECT = 'no project is open';

/** The operations on people who are to be forgotten, and on how long data are kept. */
export function privacyHandlers(context: AppContext): Pick<HandlerMap,
  'privacy.find' | 'privacy.rehearse' | 'privacy.erase' | 'privacy.state' | 'privacy.receiptFile' | 'privacy.allowAgain' | 'privacy.deleteBackups' | 'retention.list' | 'retention.set' | 'retention.remove' | 'sheet.get' | 'sheet.save'> {
  const changed = (): void => context.emit({ type: 'project-changed', dataVersion: context.project === null ? 0 : dataVersionOf(context.project) });
  return {
    'privacy.find': ({ text }) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      return success({ accounts: accountsCalled(project, text.replace(/^[@＠]+/u, '')).map((account) => ({ ...account })) });
    },
    'privacy.rehearse': ({ accountId }) => withFailures(() => {
      const project = writableProject(context);
      return project.ok ? rehearseErasure(project.value, accountId) : project;
    }),
    'privacy.erase': ({ accountId, deleteBackups: deletable }, call) => withFailures(() => {
      const project = writableProject(context);
      if (!project.ok) return project;
      const outcome = erase(project.value, { accountId, deletable, nowMs: context.now() }, call);
      if (outcome.ok) changed();
      return outcome;
    }),
    'privacy.state': () => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      return success({ suppressed: suppressionList(project).persons.length, receipts: erasureReceipts(project).reverse(), backups: projectBackups(project).map((backup) => ({ ...backup })) });
    },
    'privacy.receiptFile': ({ number, format, language }) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      const receipt = erasureReceipts(project).find((each) => each.number === number);
      if (receipt === undefined) return failed('not-found', `unknown receipt: ${String(number)}`);
      const name = `${language === 'it' ? 'ricevuta-cancellazione' : 'erasure-receipt'}-${String(number)}`;
      return success(format === 'json' ? { fileName: `${name}.json`, text: `${JSON.stringify(receipt, null, 2)}\n` } : { fileName: `${name}.txt`, text: receiptText(receipt, language) });
    },
    'privacy.allowAgain': ({ text }) => withFailures(() => {
      const project = writableProject(context);
      if (!project.ok) return project;
      const allowed = allowAgain(project.value, text, context.now());
      if (allowed > 0) changed();
      return success({ allowed, suppressed: suppressionList(project.value).persons.length });
    }),
    'privacy.deleteBackups': ({ names }) => withFailures(() => {
      const project = writableProject(context);
      return project.ok ? success({ deleted: deleteBackups(project.value, names) }) : project;
    }),
    'retention.list': () => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      const dates = retentionDates(project);
      const imports = storedImports(project).flatMap(({ importId, file, messages }) => {
        const untilMs = dates.get(importId);
        return untilMs === undefined ? [] : [{ importId, file, messages, untilMs, isPast: untilMs < context.now() }];
      });
      return success({ imports: imports.sort((one, other) => one.untilMs - other.untilMs || one.importId - other.importId) });
    },
    'retention.set': ({ importId, untilMs }) => withFailures(() => {
      const writable = writableProject(context);
      if (!writable.ok) return writable;
      const project = writable.value;
      const found = storedImport(project, importId);
      if (found === null || found.state === 'open') return failed('not-found', `unknown import: ${String(importId)}`);
      const change: RetentionChange = { importId, before: retentionDates(project).get(importId) ?? null, after: untilMs };
      if (change.before === change.after) return success(projectSummary(project));
      project.connection.transaction(() => {
        putRetention(project, change, 'after');
        recordCommand(project, { command: 'retention.set', label: `retention.set:${found.file}`, forward: '{}', inverse: JSON.stringify(change), atMs: context.now() });
      }).immediate();
      changed();
      return success(projectSummary(project));
    }),
    'retention.remove': ({ importId, deleteBackups: deletable }, call) => withFailures(() => {
      const project = writableProject(context);
      if (!project.ok) return project;
      const outcome = removeForGood(project.value, { importId, deletable, nowMs: context.now() }, call);
      if (outcome.ok) changed();
      return outcome;
    }),
    'sheet.get': () => (context.project === null ? failed('not-found', NO_PROJECT) : success(dataSheet(context.project))),
    'sheet.save': (sheet) => withFailures(() => {
      const project = writableProject(context);
      if (!project.ok) return project;
      const change: SheetChange = { before: dataSheet(project.value), after: sheet };
      if (JSON.stringify(change.before) === JSON.stringify(sheetOf(sheet))) return success(change.before);
      project.value.connection.transaction(() => {
        putDataSheet(project.value, sheet);
        recordCommand(project.value, { command: 'sheet.save', label: 'sheet.save:', forward: '{}', inverse: JSON.stringify(change), atMs: context.now() });
      }).immediate();
      changed();
      return success(dataSheet(project.value));
    }),
  };
}
