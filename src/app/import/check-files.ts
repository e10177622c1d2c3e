import type { CallContext } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import type { RejectionCode } from '../../domain/model/record.ts';
import { IngestFailure } from '../../ingest/ingest-failure.ts';
import type { OpenedSource } from '../../ingest/open-source.ts';
import type { RecordBatch } from '../../ingest/record-format.ts';
import { knownMessages } from '../../store/known-messages.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { failureOf } from '../failure-of.ts';
import { createFactBook, type FactBook } from './source-facts.ts';
import { createMemoryRelief } from './memory-relief.ts';
import { openedFiles, type OpenedFile } from './open-files.ts';

type Checked = OperationValue<'import.check'>['files'][number];

/** Messages of one check that are remembered to find copies among them; beyond it copies are no longer counted. */
const REMEMBERED = 2_000_000;

interface Tally {
  rows: number;
  messages: number;
  reactions: number;
  rejected: number;
  known: number;
  copies: number;
  withoutTime: number;
  withoutAuthor: number;
  replies: number;
  firstAtMs: number | null;
  lastAtMs: number | null;
}

/** Remembers what was met, over all files of a check; true for what was met before. `isFull` once it remembers no more. */
interface Memory {
  readonly met: (key: string) => boolean;
  readonly isFull: () => boolean;
}

function createMemory(): Memory {
  const seen = new Set<string>();
  return {
    met(key) {
      if (seen.has(key)) return true;
      if (seen.size < REMEMBERED) seen.add(key);
      return false;
    },
    isFull: () => seen.size >= REMEMBERED,
  };
}

/** Counts what batches of one file hold, message by message. */
function createCounter(isKnown: (message: RecordBatch['messages'][number]) => boolean, memory: Memory): { add(batch: RecordBatch): void; result(): Tally & { networks: string[]; reasons: Checked['reasons']; copiesCounted: boolean } } {
  const tally: Tally = { rows: 0, messages: 0, reactions: 0, rejected: 0, known: 0, copies: 0, withoutTime: 0, withoutAuthor: 0, replies: 0, firstAtMs: null, lastAtMs: null };
  const networks = new Set<string>();
  const reasons = new Map<RejectionCode, { count: number; firstRow: number }>();
  return {
    add({ messages, reactions, rejected, rows }) {
      tally.rows += rows;
      for (const { network, targetNativeId, container, account, kind } of reactions) {
        if (memory.met(JSON.stringify(['reaction', network, targetNativeId, container?.nativeId, account?.nativeId, kind]))) tally.copies += 1;
        else tally.reactions += 1;
      }
      tally.rejected += rejected.length;
      for (const { code, line } of rejected) {
        const known = reasons.get(code);
        reasons.set(code, { count: (known?.count ?? 0) + 1, firstRow: known?.firstRow ?? line });
      }
      for (const message of messages) {
        const key = `${message.network} ${message.kind} ${message.nativeId}`;
        if (memory.met(key)) {
          tally.copies += 1;
          continue;
        }
        tally.messages += 1;
        networks.add(message.network);
        if (isKnown(message)) tally.known += 1;
        if (message.author === null) tally.withoutAuthor += 1;
        if (message.parentNativeId !== null) tally.replies += 1;
        if (message.createdAtMs === null || message.precision === 'relative') tally.withoutTime += 1;
        if (message.createdAtMs === null) continue;
        tally.firstAtMs = Math.min(tally.firstAtMs ?? message.createdAtMs, message.createdAtMs);
        tally.lastAtMs = Math.max(tally.lastAtMs ?? message.createdAtMs, message.createdAtMs);
      }
    },
    result: () => ({ ...tally, networks: [...networks].sort(), reasons: [...reasons].map(([code, { count, firstRow }]) => ({ code, count, firstRow })).sort((one, other) => other.count - one.count), copiesCounted: !memory.isFull() }),
  };
}

/**
 * Reads files from end to end as an import would, and stores nothing: what would come in, what is there already, what
 * would be refused and why. Needs no project; with one open, its messages are compared. Failures: `not-found`,
 * `unreadable-file`, `unknown-format`, `invalid-input`, `cancelled`.
 */
export async function checkFiles(context: AppContext, input: OperationRequest<'import.check'>, call: CallContext): Promise<Outcome<OperationValue<'import.check'>>> {
  const { project } = context;
  const sources: OpenedSource[] = [];
  try {
    const isKnown = project === null ? () => false : knownMessages(project);
    const opened = await openedFiles(context.file, input, { signal: call.signal, opened: (source) => sources.push(source) });
    const { factsOf } = createFactBook(project, { mayMake: false });
    const files: Checked[] = [];
    const memory = createMemory();
    const timeZone = (project === null ? null : settingOf(project, 'time_zone')) ?? context.timeZone;
    for (const file of opened.files) files.push(await checkedFile(file, { call, factsOf, isKnown, memory, timeZone, isLenient: input.skipUnreadable === true }));
    return success({ skipped: [...opened.skipped], files });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return failure;
  } finally {
    for (const source of sources) source.close();
  }
}

async function checkedFile({ request, file, source }: OpenedFile, { call, factsOf, isKnown, memory, timeZone, isLenient }: { isLenient: boolean; memory: Memory; call: CallContext; factsOf: FactBook['factsOf']; isKnown: (message: RecordBatch['messages'][number]) => boolean; timeZone: string }): Promise<Checked> {
  const counter = createCounter(isKnown, memory);
  const relieve = createMemoryRelief();
  const total = source.parts.reduce((sum, { head }) => sum + head.survey.bytes, 0);
  const unread = source.unread.map(({ name, reason }) => ({ name, reason }));
  let before = 0;
  for (const part of source.parts) {
    const facts = factsOf(source, part);
    try {
      for await (const batch of part.format.read(part, { timeZone: request.timeZone ?? timeZone, collectedAtMs: request.collectedAtMs ?? null, facts, mapping: request.mapping, signal: call.signal })) {
        call.signal.throwIfAborted();
        counter.add(batch);
        call.onProgress({ phase: 'rows', done: Math.min(total, before + batch.bytes), total, unit: 'bytes' });
        relieve(before + batch.bytes);
      }
    } catch (error) {
      if (!(error instanceof IngestFailure) || (source.parts.length === 1 && !isLenient)) throw error;
      unread.push({ name: part.head.name, reason: error.message });
    }
    before += part.head.survey.bytes;
  }
  return { file: file.name, formats: [...new Set(source.parts.map(({ format }) => format.id))], parts: source.parts.length, unread, ...counter.result() };
}
