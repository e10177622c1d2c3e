import { jsonFormat, pagePaths, shareOfHead } from '../json-format.ts';
import { listOf, valueAt } from '../json-values.ts';
import type { PartHead } from '../part-head.ts';
import { isRedditComment, isRedditSubmission, thingOutcome } from './reddit-things.ts';

function isThing(value: unknown): boolean {
  return isRedditComment(value) || isRedditSubmission(value);
}

/** Elements of the answer of the archives' search pages: `{"data": [...]}`. */
function answered(head: PartHead): readonly unknown[] {
  return head.json?.form === 'document' ? listOf(valueAt(head.json.document, 'data')).slice(0, 100) : [];
}

/**
 * Comments and submissions of Reddit as the public archives keep them (Pushshift, Arctic Shift), one object a line, or in an
 * array. Scores of old dumps were taken when the comment was fresh. What its author deleted later keeps its place in the
 * thread without name and words.
 */
export const REDDIT_DUMP = jsonFormat({
  id: 'reddit-dump', name: 'Reddit archive (Pushshift, Arctic Shift)', description: 'comments and posts of subreddits with their reply links, scores as of collection; one JSON object a line, also as .zst',
  recognise(head) {
    const share = shareOfHead(head, isThing);
    if (share >= 0.5) return 0.95;
    const inAnswer = answered(head);
    return inAnswer.length > 0 && inAnswer.filter(isThing).length * 2 > inAnswer.length ? 0.95 : 0;
  },
  paths: (head) => pagePaths(head, ['data[]']),
  reader: () => ({ value, line }) => thingOutcome(value, line),
});
