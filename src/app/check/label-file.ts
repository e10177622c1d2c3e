import { readFileSync, statSync } from 'node:fs';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { textKey } from '../../domain/response/text-key.ts';
import { labelVerdicts, messagesCalled, messageTexts, networksOf } from '../../store/check-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { changedDecision, labelDecisions, putLabelDecisions, type LabelDecision } from '../../store/label-queries.ts';
import { messagesToRead } from '../../store/reading-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { RegisteredFile } from '../context.ts';
import { csvCell } from '../../domain/wording/csv-cell.ts';
import { csvText, type CsvSeparator } from '../../domain/wording/csv-text.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import type { LabelsChange } from '../project/history-commands.ts';
import { labelTable, type LabelledRow, type RowError } from './label-table.ts';
import { decidedLabels } from './labelled-texts.ts';

type Imported = OperationValue<'labels.importFile'>;

const MOST_BYTES = 30_000_000;
const MOST_ERRORS = 100;

/** The text of a small file: UTF-8 where it is, with a mark UTF-16, else Windows-1252, as spreadsheets write it. */
export function smallText(path: string): string {
  const bytes = readFileSync(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Targets {
  /** Row -> messages. */
  readonly found: ReadonlyMap<LabelledRow, readonly number[]>;
  readonly errors: readonly RowError[];
}

/** Finds the messages that rows name: by id, network and kind, or every message with the same text. */
function targetsOf(project: ProjectDatabase, rows: readonly LabelledRow[]): Targets {
  const networks = new Set(networksOf(project));
  const called = new Map<string, ReturnType<typeof messagesCalled>>();
  for (const message of messagesCalled(project, [...new Set(rows.flatMap(({ id }) => id ?? []))])) called.set(message.nativeId, [...(called.get(message.nativeId) ?? []), message]);
  const wanted = new Map<string, number[]>(rows.flatMap(({ text }) => (text === null ? [] : [[textKey(text), []]])));
  if (wanted.size > 0) for (const { messageId, text } of messageTexts(project)) wanted.get(textKey(text))?.push(messageId);
  const found = new Map<LabelledRow, readonly number[]>();
  const errors: RowError[] = [];
  for (const row of rows) {
    if (row.network !== null && !networks.has(row.network)) {
      errors.push({ row: row.row, code: 'unknown-network', detail: row.network });
      continue;
    }
    const ids = row.id === null ? (wanted.get(textKey(row.text ?? '')) ?? []) : (called.get(row.id) ?? []).filter(({ network, kind }) => (row.network ?? network) === network && (row.kind ?? kind) === kind).map(({ messageId }) => messageId);
    if (ids.length === 0) errors.push({ row: row.row, code: 'unknown-message', detail: row.id ?? '' });
    else if (row.id !== null && ids.length > 1) errors.push({ row: row.row, code: 'ambiguous-message', detail: row.id });
    else found.set(row, ids);
  }
  return { found, errors };
}

interface Laid {
  readonly after: ReadonlyMap<number, LabelDecision>;
  readonly before: readonly LabelDecision[];
  readonly same: number;
  readonly standing: number;
  readonly errors: readonly RowError[];
}

/** Lays rows over what stands; rows that contradict one another, or name labels of the other direction, are errors. */
function laidOver(project: ProjectDatabase, found: Targets['found'], atMs: number): Laid {
  const ids = [...new Set([...found.values()].flat())];
  const directions = new Map(messagesToRead(project, ids).map(({ id, direction }) => [id, direction]));
  const before = labelDecisions(project, ids);
  const standing = new Map(before.map((decision) => [decision.messageId, decision]));
  const said = new Map<number, string>();
  const after = new Map<number, LabelDecision>();
  const errors: RowError[] = [];
  let [same, kept] = [0, 0];
  for (const [{ row, intents, acts, sentiment }, messageIds] of found) {
    const words = JSON.stringify([intents, acts, sentiment]);
    for (const messageId of messageIds) {
      if (directions.get(messageId) === 'outbound' ? intents !== undefined : acts !== undefined) {
        errors.push({ row, code: 'other-direction', detail: '' });
        break;
      }
      const earlier = said.get(messageId);
      if (earlier === words) continue;
      if (earlier !== undefined) {
        errors.push({ row, code: 'contradiction', detail: '' });
        break;
      }
      said.set(messageId, words);
      const own = standing.get(messageId);
      const decision = changedDecision(own, { messageId, intents, acts, sentiment }, { atMs, origin: 'file' });
      if (decision === null || (own !== undefined && JSON.stringify(decidedLabels(own)) === JSON.stringify(decidedLabels(decision)))) same += 1;
      // what was said for the check was said blind: a file does not change the measure
      else if (own?.origin === 'sample') kept += 1;
      else after.set(messageId, decision);
    }
  }
  return { after, before, same, standing: kept, errors };
}

/**
 * Takes in labels from a table, all of its rows or none, as one change. Rows of messages that are not here may be left out when
 * asked for. Failures: `not-found`, `unreadable-file`, `invalid-input` when the columns cannot be told.
 */
export function importLabels(project: ProjectDatabase, file: RegisteredFile | null, { dryRun, skipUnknown, atMs }: Omit<OperationRequest<'labels.importFile'>, 'file'> & { readonly atMs: number }): Outcome<Imported> {
  if (file === null) return failed('not-found', 'the file is no longer at hand; choose it again');
  if (statSync(file.path).size > MOST_BYTES) return failed('unreadable-file', `a table of labels has at most ${String(MOST_BYTES / 1_000_000)} MB`);
  const table = labelTable(smallText(file.path));
  if (!table.ok) return table;
  const { found, errors: strangers } = targetsOf(project, table.value.rows);
  const { after, before, same, standing, errors: clashes } = laidOver(project, found, atMs);
  const unknown = strangers.filter(({ code }) => code === 'unknown-message').length;
  const errors = [...table.value.errors, ...strangers.filter(({ code }) => !skipUnknown || code !== 'unknown-message'), ...clashes].sort((one, other) => one.row - other.row);
  const imports = errors.length === 0 && !dryRun && after.size > 0;
  if (imports) {
    const messageIds = [...after.keys()];
    const change: LabelsChange = { messageIds, before: before.filter(({ messageId }) => after.has(messageId)), after: [...after.values()] };
    project.connection.transaction(() => {
      putLabelDecisions(project, messageIds, change.after);
      recordCommand(project, { command: 'labels.importFile', label: `labels.importFile:${String(messageIds.length)}`, forward: '{}', inverse: JSON.stringify(change), atMs });
      raiseDataVersion(project);
    }).immediate();
  }
  return success({ imported: imports, rows: table.value.rows.length + table.value.errors.length, changed: after.size, same, standing, unknown, errors: errors.slice(0, MOST_ERRORS), errorCount: errors.length, dataVersion: dataVersionOf(project) });
}

/** All labels by hand as CSV with CRLF, without any text; opens in a spreadsheet, which computes none of it. */
export function labelsCsv(project: ProjectDatabase, separator: CsvSeparator): { readonly text: string; readonly labels: number } {
  const verdicts = labelVerdicts(project);
  const rows = verdicts.map((verdict) => {
    const { intents, acts, sentiment } = decidedLabels({ ...verdict, messageId: 0 });
    return [verdict.network, verdict.kind, verdict.message, intents?.join('|') ?? '', sentiment ?? '', acts?.join('|') ?? '', verdict.origin, new Date(verdict.atMs).toISOString()].map(csvCell);
  });
  return { labels: verdicts.length, text: csvText([['network', 'kind', 'id', 'intents', 'sentiment', 'acts', 'origin', 'at'], ...rows], separator) };
}
