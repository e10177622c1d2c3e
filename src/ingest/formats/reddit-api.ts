import { joinedRecords, type ItemOutcome } from '../item-outcome.ts';
import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import { countAt, listOf, objectAt, textAt, valueAt } from '../json-values.ts';
import { commentOutcome, submissionOutcome } from './reddit-things.ts';

function isListing(value: unknown): boolean {
  return textAt(value, 'kind') === 'Listing' && Array.isArray(valueAt(value, 'data', 'children'));
}

function holdsThings(value: unknown): boolean {
  if (!isListing(value)) return false;
  const children = listOf(valueAt(value, 'data', 'children'));
  return children.length === 0 || children.some((child) => /^(?:t1|t3|more)$/.test(textAt(child, 'kind') ?? ''));
}

/** How many answers stand under a comment: those in the listing and those that a stub says are missing; null where the listing never holds any. */
function declaredReplies(children: readonly unknown[], isThread: boolean): number | null {
  if (!isThread) return null;
  return children.reduce<number>((sum, child) => {
    // a stub that only says "continue this thread" counts 0 and stands for one answer at least
    if (textAt(child, 'kind') === 'more') return sum + Math.max(1, countAt(child, 'data', 'count') ?? 0);
    return sum + (textAt(child, 'kind') === 't1' ? 1 : 0);
  }, 0);
}

/** A comment with everything under it, without recursion: threads may be deep. */
function treeOutcomes(top: unknown, line: number, isThread: boolean): ItemOutcome[] {
  const outcomes: ItemOutcome[] = [];
  const open: unknown[] = [top];
  for (let thing = open.pop(); thing !== undefined; thing = open.pop()) {
    const data = objectAt(thing, 'data');
    if (textAt(thing, 'kind') !== 't1' || data === null) continue;
    const children = listOf(valueAt(data, 'replies', 'data', 'children'));
    outcomes.push(commentOutcome(data, line, declaredReplies(children, isThread)));
    for (const child of [...children].reverse()) open.push(child);
  }
  return outcomes;
}

function thingRecords(thing: unknown, line: number, isThread: boolean): ItemOutcome {
  const kind = textAt(thing, 'kind');
  const data = objectAt(thing, 'data');
  if (kind === 't3' && data !== null) return submissionOutcome(data, line);
  // the post above says how many comments there are; a stub on the first level adds nothing to it
  if (kind === 'more') return null;
  if (kind !== 't1' || data === null) return { rejected: { code: 'not-a-message', detail: `a thing of kind ${(kind ?? 'unknown').slice(0, 20)}` } };
  const outcomes = treeOutcomes(thing, line, isThread);
  const [first] = outcomes;
  return outcomes.length === 1 && first !== undefined ? first : joinedRecords(outcomes);
}

/**
 * What Reddit itself answers when ".json" is put behind the address of a thread, a subreddit or a user: listings of things,
 * nested replies included. Stubs of comments that were not loaded count as replies that are declared and missing.
 */
export const REDDIT_API = jsonFormat({
  id: 'reddit-api', name: 'Reddit pages as JSON', description: 'posts and comments of a thread, subreddit or user as Reddit answers them; comments behind "more" are only counted',
  recognise(head) {
    const values = headValues(head);
    return values.length > 0 && values.every(holdsThings) ? 1 : 0;
  },
  paths: (head) => pagePaths(head, ['data.children[]']),
  reader: ({ head }) => {
    // a page of comments under a post comes as two listings; only there does an empty "replies" mean that there are none
    const isThread = Array.isArray(head.json?.document);
    return ({ value, line, path }) => (path.endsWith('children[]') ? thingRecords(value, line, isThread) : { rejected: { code: 'not-a-message', detail: 'no listing' } });
  },
});
