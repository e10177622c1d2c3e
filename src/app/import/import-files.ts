import type { CallContext } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { mentionsIn } from '../../ingest/mentions.ts';
import { readRecords } from '../../ingest/read-records.ts';
import { inspectTable, type TableInspection } from '../../ingest/table-inspection.ts';
import { brandState, type BrandState } from '../../store/brand-queries.ts';
import { storedCoverage } from '../../store/coverage-queries.ts';
import { finishImport, openImport, rejectionReasons, type ImportCounts } from '../../store/import-queries.ts';
import { removeImport } from '../../store/import-removal.ts';
import { createImportWriter } from '../../store/import-writer.ts';
import { demandDurableCommits, inImportMode } from '../../store/import-mode.ts';
import { recordCounts } from '../../store/record-counts.ts';
import { recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { deleteOutdatedReadings } from '../../store/reading-queries.ts';
import { createMissingIndexes, dropBulkIndexes } from '../../store/bulk-indexes.ts';
import { closeProject } from '../../store/close-project.ts';
import { indexImport, rebuildSearch } from '../../store/search-index.ts';
import { dataVersionOf, settingOf, storeSetting } from '../../store/stage-queries.ts';
import { linkMentions, linkThreads } from '../../store/thread-links.ts';
import type { AppContext, RegisteredFile } from '../context.ts';
import { failureOf } from '../failure-of.ts';
import { claimsOf, storeClaims } from './brand-claims.ts';
import { resolveBrands } from './brand-resolution.ts';
import { coverAllImports, coverImport } from './reply-coverage.ts';

type ImportRequest = OperationRequest<'import.run'>;
type ImportValue = OperationValue<'import.run'>;

/** One file on its way in. */
interface FileImport {
  readonly inspected: TableInspection;
  readonly file: RegisteredFile;
  readonly importId: number;
  readonly firstMessageId: number;
  readonly counts: ImportCounts;
  readonly startedAtMs: number;
}

/** What undo and redo of an import need, kept in the journal. */
export interface ImportCommand {
  readonly importIds: readonly number[];
  readonly brandsBefore: BrandState;
  readonly brandsAfter: BrandState;
}

/** Reads one file into an open import; nothing of it counts until the import is finished. */
async function writeFile(context: AppContext, project: ProjectDatabase, { request, file, call, opened }: { request: ImportRequest['files'][number]; file: RegisteredFile; call: CallContext; opened: (importId: number) => void }): Promise<FileImport> {
  const startedAtMs = context.now();
  const inspected = await inspectTable(file.path, { format: request.format, mapping: request.mapping }, call.signal);
  const timeZone = request.timeZone ?? settingOf(project, 'time_zone') ?? context.timeZone;
  const collectedAtMs = request.collectedAtMs ?? null;
  const records = readRecords({ ...inspected, fileName: file.name }, { timeZone, collectedAtMs, signal: call.signal });
  const importId = openImport(project, { fileName: file.name, fileHash: inspected.survey.hash, format: inspected.format.id, mapping: JSON.stringify(inspected.mapping), timeZone, collectedAtMs, startedAtMs });
  opened(importId);
  const writer = createImportWriter(project, importId);
  let rows = 0;
  for await (const batch of records) {
    rows += batch.rows;
    const messages = batch.messages.map((message) => ({ message, mentions: message.text === null ? [] : mentionsIn(message.text) }));
    writer.write({ messages, rejected: batch.rejected }, () => call.signal.throwIfAborted());
    call.onProgress({ phase: 'rows', done: batch.bytes, total: inspected.survey.bytes, unit: 'bytes' });
  }
  return { inspected, file, importId, firstMessageId: writer.firstMessageId, counts: { rows, reactions: 0, ...writer.counts() }, startedAtMs };
}

/** The one brand that the arguments speak of: the own brand, or the only competitor where no own brand is named. */
function onlyBrandOf({ ownBrand, competitors = [] }: ImportRequest): string | null {
  return ownBrand?.name ?? (competitors.length === 1 ? (competitors[0]?.name ?? null) : null);
}

/** Takes back what a failed or cancelled import left (nothing after a finished one), the latest file first. False when the project could not be cleaned: it is closed then, and cleaned when it is opened again. */
function takeBack(context: AppContext, project: ProjectDatabase, importIds: readonly number[]): boolean {
  try {
    for (const importId of [...importIds].reverse()) removeImport(project, importId, { keep: false });
    createMissingIndexes(project.connection);
    return true;
  } catch (error) {
    if (failureOf(error) === null) throw error;
    closeProject(project);
    context.project = null;
    return false;
  }
}

/**
 * Imports files as one change that can be undone. Phases:
 * 1. open: each file is inspected, its import row is written as open;
 * 2. rows: bytes -> rows -> records -> store, in batches that hold the write lock for at most 50 ms;
 * 3. links: what answers what, threads, who is mentioned;
 * 4. search: texts enter the full-text index;
 * 5. brands: who speaks for whom, who owns what;
 * 6. coverage: whether the replies of each container are there;
 * 7. finish: the imports are done, the data version rises, the journal learns how to undo it.
 * The first import into an empty project, where there is nothing to edit meanwhile, makes its indexes at the end, each in
 * one transaction of up to a second a million messages.
 * Until phase 7 is committed every import is open: a cancel, a failure or a crash leaves the project as it was.
 * Failures: `not-found`, `read-only-project`, `unreadable-file`, `unknown-format`, `invalid-input`, `disk-full`,
 * `io-error`, `locked-project`, `cancelled`.
 */
export async function importFiles(context: AppContext, input: ImportRequest, call: CallContext): Promise<Outcome<ImportValue>> {
  const { project } = context;
  if (project === null) return failed('not-found', 'no project is open');
  if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to import into it');
  const files = input.files.map((request) => ({ request, file: context.file(request.file.fileHandle) }));
  const importIds: number[] = [];
  let outcome: Outcome<ImportValue>;
  try {
    outcome = await inImportMode<Outcome<ImportValue>>(project, async () => {
      const isFirst = recordCounts(project).messages === 0;
      if (isFirst) dropBulkIndexes(project);
      // 1. and 2. open, rows
      const done: FileImport[] = [];
      for (const { request, file } of files) {
        if (file === null) return failed('not-found', 'the file is no longer at hand; choose it again');
        done.push(await writeFile(context, project, { request, file, call, opened: (importId) => importIds.push(importId) }));
      }
      // 3. links
      const step = (phase: string) => (at: number, total: number): void => {
        call.signal.throwIfAborted();
        call.onProgress({ phase, done: at, total, unit: 'messages' });
      };
      linkThreads(project, step('links'));
      createMissingIndexes(project.connection, step('indexes'));
      linkMentions(project, step('mentions'));
      // 4. search; into an empty index all at once
      if (isFirst) rebuildSearch(project);
      else done.forEach(({ importId, firstMessageId }, position) => indexImport(project, { importId, firstMessageId, endMessageId: done[position + 1]?.firstMessageId ?? null }, step('search')));
      call.signal.throwIfAborted();
      demandDurableCommits(project);
      const command = project.connection.transaction((): ImportCommand => {
        // 5. brands
        const brandsBefore = brandState(project);
        const claims = claimsOf(input);
        if (claims.length > 0) storeClaims(project, claims);
        resolveBrands(project, { fromAccountId: 1, mappedContainers: done.flatMap(({ inspected }) => inspected.mapping.container?.name ?? []), onlyBrand: onlyBrandOf(input) });
        const brandsAfter = brandState(project);
        // 6. and 7. finish, coverage: a new voice can change what earlier imports cover
        for (const { importId, counts } of done) {
          finishImport(project, importId, { ...counts, finishedAtMs: context.now() });
          deleteOutdatedReadings(project, importId);
        }
        if (JSON.stringify(brandsBefore.roles) !== JSON.stringify(brandsAfter.roles)) coverAllImports(project);
        else for (const { importId } of done) coverImport(project, importId);
        const command = { importIds: [...importIds], brandsBefore, brandsAfter };
        recordCommand(project, { command: 'import', label: `import:${done.map(({ file }) => file.name).join(', ')}`, forward: JSON.stringify({ importIds }), inverse: JSON.stringify(command), atMs: context.now() });
        storeSetting(project, 'data_version', String(dataVersionOf(project) + 1));
        return command;
      }).immediate();
      importIds.length = 0;
      context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
      return success({ imports: command.importIds.flatMap((importId) => done.filter((file) => file.importId === importId)).map((file) => reportOf(project, file, context.now())) });
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) {
      takeBack(context, project, importIds);
      throw error;
    }
    outcome = failure;
  }
  if (takeBack(context, project, importIds) || outcome.ok) return outcome;
  return failed(outcome.failure.code, `${outcome.failure.message}; the project was closed: open it again, and what the import left is taken back`);
}

function reportOf(project: ProjectDatabase, { importId, file, inspected, counts, startedAtMs }: FileImport, nowMs: number): ImportValue['imports'][number] {
  return {
    importId, file: file.name, format: inspected.format.id, ...counts, reasons: rejectionReasons(project, importId),
    coverage: storedCoverage(project, importId).map(({ container, brand, replies, imported, declared, reason }) => ({ container, brand, replies, imported, declared, reason })),
    seconds: Math.max(0, nowMs - startedAtMs) / 1000,
  };
}
