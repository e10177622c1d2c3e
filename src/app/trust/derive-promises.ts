import { threadPromises, type FollowedPromise } from '../../domain/trust/thread-promises.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { conversations, deletePromises, laterOnPage, promisingRoots, storePromises, type PlacedThreadMessage } from '../../store/promise-threads.ts';
import { throwIfCancelled } from '../analyse/stage.ts';
import { observationEnds } from './observation-ends.ts';
import type { CallContext } from '../../contract/dispatch.ts';

/** Version of how promises are followed; part of the definition of the stage that runs it. */
export const PROMISE_DEFINITION_VERSION = 'promises 2';

const THREADS_AT_ONCE = 500;

/**
 * Follows every promise of the project and stores what became of it, in place of what was derived before. Verdicts by hand
 * are laid over when promises are read. Rests on the requests: they say until when a page was watched; a page without
 * requests was watched as long as the project. Memory: 500 conversations at a time.
 */
export function derivePromises(project: ProjectDatabase, { nowMs, call }: { readonly nowMs: number | null; readonly call: Pick<CallContext, 'signal' | 'onProgress'> }): number {
  deletePromises(project);
  const endOf = observationEnds(project, nowMs);
  const endMs = ({ containerId }: PlacedThreadMessage): number => endOf(containerId);
  const roots = promisingRoots(project);
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
