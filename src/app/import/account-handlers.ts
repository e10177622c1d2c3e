import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { RECORD_FORMATS } from '../../ingest/format-registry.ts';
import { copyPairCounts, copyPairs } from '../../store/copy-pairs.ts';
import { setAsideTotal } from '../../store/import-account.ts';
import { rejectionPage, storedImport } from '../../store/import-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf, settingOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { coverageDetail } from '../read/coverage-detail.ts';
import { clientQuestions } from './client-questions.ts';
import { decideDuplicates } from './decide-duplicates.ts';
import { importAccount } from './import-account.ts';
import { changeRules, importRules } from './import-rules.ts';
import { rejectionsCsv } from './rejections-csv.ts';
import { answeredSources, answersOfImport, giveAnswers } from './source-answers.ts';

type Names = 'import.account' | 'import.rejectionsCsv' | 'coverage.detail' | 'duplicates.list' | 'duplicates.decide' | 'import.clientQuestions' | 'import.answers' | 'import.answer' | 'import.rules' | 'import.setRules';

const NO_PROJECT = 'no project is open';

/** The operations of the account of an import: what came, changed, vanished, is doubled, and what a client was asked. */
export function accountHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const reading = <Value>(work: (project: ProjectDatabase) => Outcome<Value>): Promise<Outcome<Value>> => withFailures(() => (context.project === null ? failed('not-found', NO_PROJECT) : work(context.project)));
  const changing = <Value>(work: (project: ProjectDatabase) => Outcome<Value>): Promise<Outcome<Value>> => reading((project) => {
    if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change it');
    const outcome = work(project);
    if (outcome.ok) context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
    return outcome;
  });
  return {
    'import.account': ({ importId }) => reading((project) => {
      const found = storedImport(project, importId);
      return found === null ? failed('not-found', `unknown import: ${String(importId)}`) : success(importAccount(project, found));
    }),
    'import.rejectionsCsv': ({ importId, page, size, separator }) => reading((project) => {
      const found = storedImport(project, importId);
      if (found === null) return failed('not-found', `unknown import: ${String(importId)}`);
      const { total, rows } = rejectionPage(project, importId, { page, size });
      const text = rejectionsCsv(rows.map(({ line, code, detail, part, raw }) => ({ file: found.file, part, line, code, reason: detail, raw })), { separator, withHeader: page === 0 });
      return success({ fileName: `${found.file.replace(/\.[^.]*$/, '')}-not-imported.csv`, total, rows: rows.length, text });
    }),
    'coverage.detail': (input) => reading((project) => success(coverageDetail(project, input, settingOf(project, 'time_zone') ?? context.timeZone))),
    'duplicates.list': ({ state, page, size }) => reading((project) => success({ ...copyPairCounts(project), pairs: copyPairs(project, { state, page, size }) })),
    'duplicates.decide': (input) => changing((project) => {
      const decided = decideDuplicates(project, input, context.now());
      return decided.ok ? success({ ...decided.value, setAside: setAsideTotal(project), open: copyPairCounts(project).open, dataVersion: dataVersionOf(project) }) : decided;
    }),
    'import.clientQuestions': () => success(clientQuestions(new Set(RECORD_FORMATS.map(({ id }) => id)))),
    'import.answers': ({ importId }) => reading((project) => {
      if (importId !== undefined && storedImport(project, importId) === null) return failed('not-found', `unknown import: ${String(importId)}`);
      return success({ sources: answeredSources(project), importAnswers: importId === undefined ? null : answersOfImport(project, importId) });
    }),
    'import.answer': (input) => changing((project) => {
      if (input.format === undefined && input.importId === undefined) return failed('invalid-input', 'missing source: a format or an import must be named');
      if (input.importId !== undefined && storedImport(project, input.importId) === null) return failed('not-found', `unknown import: ${String(input.importId)}`);
      const imports = project.connection.transaction(() => giveAnswers(project, input, context.now())).immediate();
      return success({ imports, dataVersion: dataVersionOf(project) });
    }),
    'import.rules': () => reading((project) => success(importRules(project))),
    'import.setRules': (input) => changing((project) => {
      project.connection.transaction(() => {
        changeRules(project, input, context.now());
        raiseDataVersion(project);
      }).immediate();
      return success(importRules(project));
    }),
  };
}
