import { threadPromises, type FollowedPromise } from '../../domain/trust/thread-promises.ts';
import { beginPart, changedMessages, endPart, followedUp, wholeUpTo } from '../../store/derive-marks.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import {
  conversations, conversationsAround, deletePromises, keepPromiseWatch, keptPromiseWatch, laterOnPage, promisingRoots, promisingRootsOf, storePromises, unsettledRoots, type PlacedThreadMessage,
} from '../../store/promise-threads.ts';
import { voicesFingerprint } from '../../store/reading-queries.ts';
import { throwIfCancelled } from '../analyse/stage.ts';
import { endReader, pageEnds } from './observation-ends.ts';
import type { CallContext } from '../../contract/dispatch.ts';

/** Version of how promises are followed; part of the definition of the stage that runs it. */
export const PROMISE_DEFINITION_VERSION = 'promises 2';

const THREADS_AT_ONCE = 500;
/** Where so many conversations are touched, following all costs less. */
const MOST_TOUCHED = 100_000;

interface PromiseStageOptions {
  readonly nowMs: number | null;
  readonly call: Pick<CallContext, 'signal' | 'onProgress'>;
}

/** What it took to bring promises up to date: in how many conversations they were followed, and how many they are. */
export interface PromiseWork {
  readonly whole: boolean;
  readonly conversations: number;
  readonly promises: number;
}

function follow(project: ProjectDatabase, roots: readonly number[], ends: ReadonlyMap<number, number>, call: PromiseStageOptions['call']): number {
  const endOf = endReader(ends);
  const endMs = ({ containerId }: PlacedThreadMessage): number => endOf(containerId);
  let stored = 0;
  for (let from = 0; from < roots.length; from += THREADS_AT_ONCE) {
    throwIfCancelled(call);
    const followed: FollowedPromise[] = [];
    for (const messages of conversations(project, roots.slice(from, from + THREADS_AT_ONCE)).values()) {
      followed.push(...threadPromises(messages, {
        endMs,
        page: ({ containerId, rootId, brandId, atMs }) => (brandId === null ? null : laterOnPage(project, { containerId, rootId, brandId, atMs })),
      }));
    }
    storePromises(project, followed);
    stored += followed.length;
    call.onProgress({ phase: 'derive', done: Math.min(from + THREADS_AT_ONCE, roots.length), total: roots.length, unit: 'steps' });
  }
  return stored;
}

/** Follows again what something touched; null where that is too much. To be called inside a transaction. */
function followedAgain(project: ProjectDatabase, ends: ReadonlyMap<number, number>, call: PromiseStageOptions['call']): PromiseWork | null {
  const before = keptPromiseWatch(project);
  const earlier = new Map<number, number>();
  const elsewhere = before.get(0) ?? 0;
  for (const containerId of new Set([...before.keys(), ...ends.keys()])) {
    const [was, is] = [before.get(containerId) ?? elsewhere, ends.get(containerId) ?? ends.get(0) ?? 0];
    if (was !== is) earlier.set(containerId, Math.min(was, is));
  }
  const apart = new Set([...before.keys(), ...ends.keys()].filter((id) => id !== 0));
  const touched = new Set([...conversationsAround(project, changedMessages(project, 'promises').map(({ id }) => id)), ...unsettledRoots(project, earlier, apart)]);
  if (touched.size > MOST_TOUCHED) return null;
  deletePromises(project, [...touched]);
  const roots = promisingRootsOf(project, [...touched]);
  const promises = follow(project, roots, ends, call);
  keepPromiseWatch(project, ends);
  followedUp(project, 'promises');
  return { whole: false, conversations: roots.length, promises };
}

/**
 * Follows the promises of the project and stores what became of them. Where nothing but records has changed since, only
 * those in touched conversations are followed again, and those that may end otherwise because their page was watched longer;
 * the result is that of following all. Verdicts by hand are laid over when promises are read. Rests on the requests: they
 * say until when a page was watched; a page without requests was watched as long as the project. Memory: 500 conversations
 * at a time. Throws {@link Cancelled}.
 */
export function derivePromises(project: ProjectDatabase, { nowMs, call }: PromiseStageOptions): PromiseWork {
  const basis = JSON.stringify([PROMISE_DEFINITION_VERSION, nowMs, voicesFingerprint(project)]);
  const ends = pageEnds(project, nowMs);
  const work = wholeUpTo(project, 'promises', basis) === null ? null : project.connection.transaction(() => followedAgain(project, ends, call)).immediate();
  if (work !== null) return work;
  beginPart(project, 'promises', basis);
  deletePromises(project, null);
  const roots = promisingRoots(project);
  const promises = follow(project, roots, ends, call);
  keepPromiseWatch(project, ends);
  endPart(project, 'promises');
  return { whole: true, conversations: roots.length, promises };
}
