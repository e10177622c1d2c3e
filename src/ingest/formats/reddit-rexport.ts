import { joinedRecords, ownerless, type ItemOutcome } from '../item-outcome.ts';
import { jsonFormat } from '../json-format.ts';
import { idAt, listOf, objectOf, textAt, valueAt } from '../json-values.ts';
import { newReaction } from '../new-records.ts';
import { REDDIT, redditor, thingOutcome } from './reddit-things.ts';

const LISTS = ['comments', 'submissions', 'saved', 'upvoted', 'downvoted', 'upvotes'];

/**
 * One person's own export made with the rexport tool: comments and submissions of the owner, and what the owner saved and
 * voted up or down, each as a reaction to the thing, which is in the file too.
 */
export const REDDIT_REXPORT = jsonFormat({
  id: 'reddit-rexport', name: 'Reddit export of one account (rexport)', description: 'one account\'s own comments and posts, with what it saved and voted for',
  recognise({ json }) {
    const document = objectOf(json?.document);
    if (json?.form !== 'document' || document === null) return 0;
    const lists = LISTS.filter((key) => Array.isArray(valueAt(document, key)));
    const things = lists.flatMap((key) => listOf(valueAt(document, key)));
    return lists.length >= 3 && lists.includes('comments') && (lists.includes('saved') || lists.includes('upvoted')) && things.filter((thing) => /^t[13]_/.test(textAt(thing, 'name') ?? '') || idAt(thing, 'subreddit_id') !== null).length * 2 >= things.length ? 0.95 : 0;
  },
  paths: () => ['profile', ...LISTS.map((list) => `${list}[]`)],
  reader: (_, { facts }) => ({ value, line, path }): ItemOutcome => {
    if (path === 'profile') {
      facts.owner ??= redditor(textAt(value, 'name'));
      return null;
    }
    const thing = thingOutcome(value, line);
    if (thing === null || 'rejected' in thing) return thing;
    if (path === 'comments[]' || path === 'submissions[]') {
      facts.owner ??= thing.messages?.[0]?.author ?? null;
      return thing;
    }
    const target = thing.messages?.[0];
    if (target === undefined) return thing;
    if (facts.owner === null) return joinedRecords([thing, ownerless('a vote or something saved', 'the export holds neither a profile nor a comment of its owner')]);
    // a vote down is a reaction too, though none that praises
    const kind = path === 'saved[]' ? 'save' : path === 'downvoted[]' ? 'other' : 'like';
    return { ...thing, reactions: [newReaction({ network: REDDIT, kind, account: facts.owner, targetNativeId: target.nativeId, container: target.container, line })] };
  },
});
