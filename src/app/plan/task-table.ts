import type { OperationValue } from '../../contract/operations.ts';
import { csvCell } from '../../domain/wording/csv-cell.ts';
import { csvText, type CsvSeparator } from '../../domain/wording/csv-text.ts';
import type { PlanTask } from './plan-task-handlers.ts';
import { TASK_WORDS, taskOutcome, taskState, taskText } from './task-words.ts';

/** How tasks are written for people outside the window. `names`: tribes by id, as the window calls them. */
export interface TaskWriting {
  readonly language: 'it' | 'en';
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Tasks as CSV by RFC 4180 with CRLF: with semicolons and a byte order mark, as Excel in Italian opens it, or plain with
 * commas in UTF-8. Dates are days by ISO 8601. No cell is computed by a spreadsheet. The last column is the id that never changes.
 */
export function taskTable(tasks: readonly PlanTask[], { separator, language, names }: TaskWriting & { readonly separator: CsvSeparator }): OperationValue<'plan.tasks'> {
  const { columns, kinds } = TASK_WORDS[language];
  const rows = tasks.map((task) => [
    kinds[task.kind], taskText(task, { language, names }), task.tribe === null ? '' : (names.get(task.tribe) ?? task.tribe), task.owner,
    task.dueMs === null ? '' : new Date(task.dueMs).toISOString().slice(0, 10), taskState(task, language), taskOutcome(task, language), `${task.kind}-${task.id}`,
  ]);
  return { fileName: `${TASK_WORDS[language].file}.csv`, text: csvText([columns, ...rows].map((row) => row.map(csvCell)), separator), tasks: tasks.length, undated: tasks.filter(({ dueMs }) => dueMs === null).length };
}
