import { LAST_PHASE, type CallContext } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { mentionsIn } from '../../ingest/mentions.ts';
import { IngestFailure } from '../../ingest/ingest-failure.ts';
import type { OpenedSource } from '../../ingest/open-source.ts';
import { brandState, type BrandState } from '../../store/brand-queries.ts';
import { storedCoverage } from '../../store/coverage-queries.ts';
import { storeImportJson } from '../../store/import-account.ts';
import { describeImport, finishImport, openImport, rejectionReasons, storedParts, type ImportCounts, type ImportPart } from '../../store/import-queries.ts';
import { removeImport } from '../../store/import-removal.ts';
import { createImportWriter } from '../../store/import-writer.ts';
import { demandDurableCommits, inImportMode } from '../../store/import-mode.ts';
import { linkReactions } from '../../store/reaction-writer.ts';
import { recordCounts } from '../../store/record-counts.ts';
import { recordCommand } from '../../store/journal.ts';
import { withPersonsApart } from '../../store/person-links.ts';
import { StoreFailure, type ProjectDatabase } from '../../store/project-database.ts';
import { freeBytesAt, hasRoomFor, megabytes, ROOM_PER_BYTE } from '../../store/free-space.ts';
import { deleteOutdatedReadings } from '../../store/reading-queries.ts';
import { createMissingIndexes, dropBulkIndexes } from '../../store/bulk-indexes.ts';
import { createMissingTriggers, dropBulkTriggers } from '../../store/bulk-triggers.ts';
import { closeProject } from '../../store/close-project.ts';
import { beginSearchNote, endSearchNote, indexImport, rebuildSearch } from '../../store/search-index.ts';
import { dataVersionOf, settingOf, storeSetting } from '../../store/stage-queries.ts';
import { linkMentions, linkThreads } from '../../store/thread-links.ts';
import type { AppContext, RegisteredFile } from '../context.ts';
import { failureOf } from '../failure-of.ts';
import { storeRetention } from '../privacy/retention.ts';
import { createSuppressionGate, suppressedRows } from '../privacy/suppression-gate.ts';
import { claimsOf, storeClaims } from './brand-claims.ts';
import { resolveBrands } from './brand-resolution.ts';
import { BETWEEN_MESSAGES, createMemoryRelief } from './memory-relief.ts';
import { openedFiles } from './open-files.ts';
import { releaseTraces, restoreTraces, settleTraces } from './import-traces.ts';
import { coverAllImports, coverNewImports } from './reply-coverage.ts';
import { createFactBook, type FactBook } from './source-facts.ts';

type ImportRequest = OperationRequest<'import.run'>;
type ImportValue = OperationValue<'import.run'>;
type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** One file on its way in. */
interface FileImport {
  /** The format that most of its messages came by, and of a table how it was read. */
  readonly format: string;
  readonly container: string | null;
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
async function writeFile(context: AppContext, project: ProjectDatabase, { source, request, file, call, factsOf, isLenient, indexedBelow, opened }: { isLenient: boolean; indexedBelow: number | null; source: OpenedSource; request: ImportRequest['files'][number]; file: RegisteredFile; call: CallContext; factsOf: FactBook['factsOf']; opened: (importId: number) => void }): Promise<FileImport> {
  const startedAtMs = context.now();
  const timeZone = request.timeZone ?? settingOf(project, 'time_zone') ?? context.timeZone;
  const collectedAtMs = request.collectedAtMs ?? null;
  const importId = openImport(project, { fileName: file.name, fileHash: source.hash, format: mainFormat(source.parts.map(({ format }) => [format.id, 1])), mapping: JSON.stringify(request.mapping ?? {}), timeZone, collectedAtMs, startedAtMs });
  opened(importId);
  const writer = createImportWriter(project, importId, { indexedBelow });
  const gate = createSuppressionGate(project);
  const relieve = createMemoryRelief();
  const total = source.parts.reduce((sum, { head }) => sum + head.survey.bytes, 0);
  const parts: ImportPart[] = source.unread.map(({ name, reason }) => ({ name, format: null, rows: 0, messages: 0, reactions: 0, rejected: 0, note: reason }));
  let rows = 0;
  let before = 0;
  let saidAtMs: number | null = null;
  for (const part of source.parts) {
    const { format, head } = part;
    const facts = factsOf(source, part);
    const counted: Mutable<ImportPart> = { name: head.name, format: format.id, rows: 0, messages: 0, reactions: 0, rejected: 0, note: null };
    const partName = source.isArchive ? head.name : null;
    try {
      for await (const read of format.read(part, { timeZone, collectedAtMs, facts, mapping: request.mapping, signal: call.signal })) {
        const batch = gate.passed(read);
        counted.rows += batch.rows;
        counted.messages += batch.messages.length;
        counted.reactions += batch.reactions.length;
        counted.rejected += batch.rejected.length;
        const messages = batch.messages.map((message) => ({ message, mentions: message.text === null ? [] : mentionsIn(message.text) }));
        writer.write({ messages, reactions: batch.reactions, rejected: batch.rejected.map((row) => ({ ...row, part: partName })) }, () => call.signal.throwIfAborted());
        call.onProgress({ phase: 'rows', done: Math.min(total, before + batch.bytes), total, unit: 'bytes' });
        relieve(before + batch.bytes);
      }
    } catch (error) {
      // one part of an archive, or one file of a folder, that cannot be read costs no other; a lone file has nothing else to give
      if (!(error instanceof IngestFailure) || (source.parts.length === 1 && !isLenient)) throw error;
      counted.note = error.message;
      counted.rejected += 1;
      writer.write({ messages: [], reactions: [], rejected: [{ line: 0, code: 'unreadable-part', detail: error.message, part: head.name }] }, () => call.signal.throwIfAborted());
    }
    before += head.survey.bytes;
    rows += counted.rows;
    parts.push(counted);
    saidAtMs ??= facts.collectedAtMs;
  }
  if (!(await source.isSame(call.signal))) throw new IngestFailure('unreadable-file', `${file.name} changed while it was read: another program is still writing it. Wait until it has finished, or import a copy of the file`);
  gate.settle();
  const leftOut = gate.takeLeftOut();
  if (leftOut > 0) storeImportJson(project, importId, 'report', { suppressed: leftOut });
  const format = mainFormat(parts.flatMap(({ format: id, messages, reactions }) => (id === null ? [] : [[id, 1 + messages + reactions] as const])));
  describeImport(project, importId, { format, collectedAtMs: collectedAtMs ?? saidAtMs, parts });
  return { file, importId, format, container: request.mapping?.container?.name ?? null, firstMessageId: writer.firstMessageId, counts: { rows, ...writer.counts() }, startedAtMs };
}

/** Throws StoreFailure `disk-full` where an import would fill the disk that holds the project: said before, not after hours of work. */
function requireRoom({ freeBytes = freeBytesAt }: Pick<AppContext, 'freeBytes'>, { path }: ProjectDatabase, sources: readonly OpenedSource[]): void {
  const bytes = sources.reduce((sum, source) => sum + Math.max(source.bytes, source.parts.reduce((inner, { head }) => inner + head.survey.bytes, 0)), 0);
  const free = freeBytes(path);
  if (!hasRoomFor(bytes, free)) throw new StoreFailure('disk-full', `the import needs some ${megabytes(bytes * ROOM_PER_BYTE)} free on the disk that holds the project, ${megabytes(free ?? 0)} are; free some space, or move the project to a larger disk`);
}

/** The format with the largest weight, the first of them at a tie. */
function mainFormat(weights: readonly (readonly [string, number])[]): string {
  const sums = new Map<string, number>();
  for (const [id, weight] of weights) sums.set(id, (sums.get(id) ?? 0) + weight);
  return [...sums].reduce<[string, number]>((best, next) => (next[1] > best[1] ? next : best), ['', -1])[0];
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
    createMissingTriggers(project.connection);
    restoreTraces(project);
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
 * 5. brands: who speaks for whom, who owns what; then accounts that were decided to be one person are one again;
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
  const importIds: number[] = [];
  const sources: OpenedSource[] = [];
  let outcome: Outcome<ImportValue>;
  try {
    outcome = await inImportMode<Outcome<ImportValue>>(project, async () => {
      const isFirst = recordCounts(project).messages === 0;
      if (isFirst) {
        dropBulkIndexes(project);
        dropBulkTriggers(project);
      }
      const opened = (importId: number): void => {
        importIds.push(importId);
        // before its rows: what an import that never opened leaves behind, nobody would take away
        if (importIds.length === 1 && !isFirst) beginSearchNote(project);
      };
      // 1. and 2. open, rows
      const done: FileImport[] = [];
      const { factsOf, keepSecrets } = createFactBook(project, { mayMake: true });
      const { files, skipped } = await openedFiles(context.file, input, { signal: call.signal, opened: (source) => sources.push(source) });
      requireRoom(context, project, files.map(({ source }) => source));
      releaseTraces(project);
      for (const { request, file, source } of files) {
        done.push(await writeFile(context, project, { source, request, file, call, factsOf, isLenient: input.skipUnreadable === true, indexedBelow: done[0]?.firstMessageId ?? null, opened }));
      }
      // 3. links
      const relieve = createMemoryRelief(BETWEEN_MESSAGES);
      const step = (phase: string) => (at: number, total: number): void => {
        call.signal.throwIfAborted();
        relieve(at);
        call.onProgress({ phase, done: at, total, unit: 'messages' });
      };
      linkThreads(project, step('links'));
      createMissingIndexes(project.connection, step('indexes'));
      linkMentions(project, step('mentions'));
      linkReactions(project, step('links'));
      // 4. search; into an empty index all at once
      if (isFirst) {
        rebuildSearch(project);
        createMissingTriggers(project.connection);
      } else done.forEach(({ firstMessageId }, position) => indexImport(project, { firstMessageId, endMessageId: done[position + 1]?.firstMessageId ?? null }, step('search')));
      // from here on nothing may end the work from outside: what is committed must be said to be done
      call.onProgress({ phase: LAST_PHASE, done: 0, total: 1, unit: 'steps' });
      call.signal.throwIfAborted();
      demandDurableCommits(project);
      const command = project.connection.transaction((): ImportCommand => {
        // 5. brands
        const brandsBefore = brandState(project);
        const claims = claimsOf(input);
        if (claims.length > 0) storeClaims(project, claims);
        withPersonsApart(project, () => resolveBrands(project, { fromAccountId: 1, mappedContainers: done.flatMap(({ container }) => container ?? []), onlyBrand: onlyBrandOf(input) }));
        const brandsAfter = brandState(project);
        // 6. and 7. finish, coverage: a new voice can change what earlier imports cover
        for (const { importId, counts } of done) {
          finishImport(project, importId, { ...counts, finishedAtMs: context.now() });
          deleteOutdatedReadings(project, importId);
        }
        const { setAside } = settleTraces(project, importIds);
        if (setAside || JSON.stringify(brandsBefore.roles) !== JSON.stringify(brandsAfter.roles)) coverAllImports(project);
        else coverNewImports(project, importIds);
        endSearchNote(project);
        if (input.retainUntilMs !== undefined) storeRetention(project, importIds, input.retainUntilMs);
        keepSecrets();
        const command = { importIds: [...importIds], brandsBefore, brandsAfter };
        recordCommand(project, { command: 'import', label: `import:${done.map(({ file }) => file.name).join(', ')}`, forward: JSON.stringify({ importIds }), inverse: JSON.stringify(command), atMs: context.now() });
        storeSetting(project, 'data_version', String(dataVersionOf(project) + 1));
        return command;
      }).immediate();
      importIds.length = 0;
      context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
      return success({ skipped: [...skipped], imports: command.importIds.flatMap((importId) => done.filter((file) => file.importId === importId)).map((file) => reportOf(project, file, context.now())) });
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) {
      takeBack(context, project, importIds);
      throw error;
    }
    // a host that ends jobs which do not listen learns by this look that the stop was seen: putting back is let be
    if (failure.ok || failure.failure.code === 'cancelled') void call.signal.aborted;
    outcome = failure;
  } finally {
    for (const source of sources) source.close();
  }
  if (takeBack(context, project, importIds) || outcome.ok) return outcome;
  return failed(outcome.failure.code, `${outcome.failure.message}; the project was closed: open it again, and what the import left is taken back`);
}

function reportOf(project: ProjectDatabase, { importId, file, format, counts, startedAtMs }: FileImport, nowMs: number): ImportValue['imports'][number] {
  return {
    importId, file: file.name, format, ...counts, reasons: rejectionReasons(project, importId),
    ...suppressedRows(project, importId),
    unreadable: storedParts(project, importId).flatMap(({ name, format: id, note }) => (id === null || note === null ? [] : [{ name, reason: note }])).slice(0, 50),
    coverage: storedCoverage(project, importId).map(({ container, brand, replies, imported, declared, reason }) => ({ container, brand, replies, imported, declared, reason })),
    seconds: Math.max(0, nowMs - startedAtMs) / 1000,
  };
}
