import type { CallContext } from '../../contract/dispatch.ts';
import type { ReadableText } from '../../domain/model/reading.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { changedMessages, forgetDerived, REWORDED } from '../../store/derive-marks.ts';
import { restoreDroppedReadings } from '../../store/dropped-readings.ts';
import { withOrderedCommits } from '../../store/ordered-commits.ts';
import { applyLabelDecisions, deleteMisdirectedReadings, deleteReadings, messagesToRead, storeReadings, unreadIds, type UnreadMessage } from '../../store/reading-queries.ts';
import { settingOf, stageState, startStage } from '../../store/stage-queries.ts';
import { readerSetting, readingDefinition } from './project-reader.ts';
import { inlineReadPool, type OpenReadPool, type ReadPool } from './read-pool.ts';
import { Cancelled, throwIfCancelled, type Stage } from './stage.ts';
import { markTemplates, templatesUpTo } from './template-marks.ts';

/** From so many messages on other threads read: they take about a second to begin. */
const WORTH_THREADS = 5000;

function readable({ id, text, atMs, languageTag, direction }: UnreadMessage, timeZone: string): ReadableText {
  return { id: String(id), text: text ?? '', direction, timeZone, ...(atMs === null ? {} : { atMs }), ...(languageTag === null ? {} : { sourceLanguage: languageTag }) };
}

/** Rejects with {@link Cancelled} as soon as the call is: other threads may take seconds to begin, and nobody waits for a batch of theirs. */
function cancelled({ signal }: CallContext): Promise<never> {
  const stop = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      if (signal.aborted) reject(new Cancelled('cancelled'));
    }, { once: true });
  });
  // a call that is never cancelled leaves it pending; one that is may find nobody waiting
  stop.catch(() => undefined);
  return stop;
}

interface Batch {
  readonly size: number;
  readonly values: ReturnType<ReadPool['read']>;
}

/** Batches under way are as many as the pool is wide; they are stored in order, by this thread alone. Returns how many messages were read. */
async function readUnread(project: ProjectDatabase, call: CallContext, openPool: OpenReadPool | null): Promise<number> {
  const timeZone = settingOf(project, 'time_zone') ?? 'Europe/Rome';
  const unread = unreadIds(project);
  const total = unread.length;
  const pool = openPool === null || total < WORTH_THREADS ? inlineReadPool(readerSetting(project)) : openPool(readerSetting(project), total);
  const stopped = cancelled(call);
  const underWay: Batch[] = [];
  let done = 0;
  let taken = 0;
  try {
    for (;;) {
      throwIfCancelled(call);
      while (taken < total && underWay.length < pool.width) {
        const messages = messagesToRead(project, unread.slice(taken, taken + pool.batch));
        taken += pool.batch;
        const values = pool.read(messages.map((message) => readable(message, timeZone)));
        // a batch that fails is told of when its turn comes
        values.catch(() => undefined);
        underWay.push({ size: messages.length, values });
      }
      const next = underWay.shift();
      if (next === undefined) return done;
      const values = await Promise.race([next.values, stopped]);
      throwIfCancelled(call);
      storeReadings(project, values);
      done += next.size;
      call.onProgress({ phase: 'read', done, total, unit: 'messages' });
    }
  } finally {
    await pool.close();
  }
}

/**
 * Reads every message that has no reading yet, in batches of one or two thousand, one transaction each: stopping between
 * batches loses nothing. Where the host has threads to read on, five thousand messages and more are read by them, with
 * the same readings. A new reader version reads everything again; a changed role reads that account's messages again.
 */
export const readStage: Stage = {
  name: 'read',
  definition: readingDefinition,
  async run(project, { readPool: openPool }, call) {
    // 1. what no longer holds goes
    const definitionVersion = readingDefinition(project);
    if (stageState(project, 'read')?.definitionVersion === definitionVersion) {
      // who speaks for whom is as it was: only messages that changed can be read the wrong way
      const steady = templatesUpTo(project) !== null;
      deleteMisdirectedReadings(project, steady ? changedMessages(project, 'templates').flatMap(({ id, bits }) => ((bits & REWORDED) !== 0 ? [id] : [])) : null);
    } else {
      project.connection.transaction(() => {
        forgetDerived(project);
        deleteReadings(project);
        // what is read from here on is this reader's: a stopped stage goes on where it ended instead of starting anew
        startStage(project, { name: 'read', definitionVersion });
      }).immediate();
    }
    // 2. read what is left, in id order
    const done = await withOrderedCommits(project, () => readUnread(project, call, openPool ?? null));
    project.connection.transaction(() => restoreDroppedReadings(project)).immediate();
    // 3. near-duplicates among a brand's own replies, which no single text can show
    markTemplates(project);
    // 4. what a person decided wins
    applyLabelDecisions(project);
    return done;
  },
};
