import type { RecordedMessage, RecordedReaction } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import { countAt, listOf, objectAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME } from '../stored-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { ReadSetting } from '../record-format.ts';
import type { Refusal } from '../rejected-row.ts';
import { addressParts, BLUESKY_COLLECTIONS, blueskyAccount, blueskyMessage, blueskyReaction } from './bluesky-record.ts';

/** Levels of a thread that are read, up and down from the post that was asked for. */
const LEVELS = 40;
const THREAD_PATHS = [
  ...Array.from({ length: LEVELS }, (_, up) => `thread${'.parent'.repeat(LEVELS - up)}.post`),
  ...Array.from({ length: LEVELS }, (_, down) => `thread${'.replies[]'.repeat(down)}.post`),
  'thread[]',
];
const LISTS = ['feed', 'posts', 'records', 'likes', 'repostedBy', 'followers', 'follows'] as const;

type Shape = 'post-view' | 'feed-view' | 'thread-view' | 'thread-item' | 'entry' | 'record' | 'like-view' | 'profile' | 'absent' | 'response';

/** What a value is, by its members; null for what this network does not make. Looks three levels down, whatever the file nests. */
function shapeOf(value: unknown, levels = 3): Shape | null {
  if (levels === 0 || objectOf(value) === null) return null;
  const uri = textAt(value, 'uri');
  const isAddress = uri?.startsWith('at://') === true;
  if (isAddress && objectAt(value, 'record') !== null && textAt(value, 'author', 'did') !== null) return 'post-view';
  if (isAddress && textAt(value, 'value', 'post', 'uri') !== null) return 'thread-item';
  if ((isAddress && (valueAt(value, 'notFound') === true || valueAt(value, 'blocked') === true)) || /#(?:notFoundPost|blockedPost)$/.test(textAt(value, '$type') ?? '')) return 'absent';
  const type = textAt(value, 'value', '$type') ?? textAt(value, 'record', '$type') ?? textAt(value, 'collection') ?? '';
  if (type.startsWith('app.bsky.') && (isAddress || textAt(value, 'rkey') !== null) && (objectAt(value, 'value') ?? objectAt(value, 'record')) !== null) return 'entry';
  if (textAt(value, '$type')?.startsWith('app.bsky.feed.') === true || textAt(value, '$type') === 'app.bsky.graph.follow') if (textAt(value, 'createdAt') !== null) return 'record';
  if (shapeOf(valueAt(value, 'post'), levels - 1) === 'post-view') return 'replies' in (objectOf(value) ?? {}) || 'parent' in (objectOf(value) ?? {}) || textAt(value, '$type') === 'app.bsky.feed.defs#threadViewPost' ? 'thread-view' : 'feed-view';
  if (textAt(value, 'actor', 'did') !== null && textAt(value, 'createdAt') !== null) return 'like-view';
  const thread = valueAt(value, 'thread');
  if ([objectOf(thread) === null ? listOf(thread)[0] : thread, ...LISTS.map((list) => (list === 'likes' || list === 'feed' || list === 'posts' || list === 'records' || isAddress || objectAt(value, 'subject') !== null ? listOf(valueAt(value, list))[0] : undefined))].some((inner) => inner !== undefined && !['response', null].includes(shapeOf(inner, levels - 1)))) return 'response';
  return textAt(value, 'did')?.startsWith('did:') === true && textAt(value, 'handle') !== null ? 'profile' : null;
}

interface Found {
  readonly messages: RecordedMessage[];
  readonly reactions: RecordedReaction[];
  readonly refused: Refusal[];
}

function createReader({ facts, collectedAtMs: said }: ReadSetting): (value: unknown, response: unknown, line: number) => ItemOutcome {
  const contentId = createContentIds();
  const collectedAtMs = said ?? facts.collectedAtMs;

  function postView(view: unknown, line: number, found: Found): void {
    const record = valueAt(view, 'record') ?? valueAt(view, 'value');
    const uri = textAt(view, 'uri');
    if (uri === null || objectOf(record) === null) return;
    found.messages.push(blueskyMessage(record, { uri, account: blueskyAccount(valueAt(view, 'author')), seen: timeAt(view, ['indexedAt']), collectedAtMs, line }, {
      contentId: () => uri, likes: countAt(view, 'likeCount'), replies: countAt(view, 'replyCount'), shares: countAt(view, 'repostCount'), saves: countAt(view, 'bookmarkCount'),
    }));
    // the quoted post stands in the view, with all that is known of it
    const embeds = [valueAt(view, 'embed'), ...listOf(valueAt(view, 'embeds'))];
    for (const embed of embeds) {
      const quoted = objectAt(embed, 'record', 'record') ?? objectAt(embed, 'record');
      if (textAt(quoted, 'value', '$type') === 'app.bsky.feed.post' && textAt(quoted, 'author', 'did') !== null) postView(quoted, line, found);
    }
  }

  function feedView(view: unknown, line: number, found: Found): void {
    const reply = valueAt(view, 'reply');
    for (const above of [valueAt(reply, 'root'), valueAt(reply, 'parent')]) if (shapeOf(above) === 'post-view') postView(above, line, found);
    postView(valueAt(view, 'post'), line, found);
    const by = blueskyAccount(valueAt(view, 'reason', 'by'));
    if (by !== null) found.reactions.push(newReaction({ network: 'bluesky', kind: 'share', account: by, targetNativeId: textAt(view, 'post', 'uri'), time: timeAt(view, ['reason', 'indexedAt']), line }));
  }

  function threadView(view: unknown, line: number, found: Found): void {
    if (shapeOf(valueAt(view, 'parent')) === 'thread-view' || shapeOf(valueAt(view, 'parent')) === 'feed-view') threadView(valueAt(view, 'parent'), line, found);
    if (objectAt(view, 'post') !== null) postView(valueAt(view, 'post'), line, found);
    for (const reply of listOf(valueAt(view, 'replies'))) threadView(reply, line, found);
  }

  function record(value: unknown, { uri, collection, did }: { uri: string | null; collection: string; did: string | null }, { line, found }: { line: number; found: Found }): ItemOutcome {
    if (!BLUESKY_COLLECTIONS.some((known) => known === collection)) return null;
    const account = did === null ? facts.owner : newAccount({ id: did });
    const setting = { uri, account, seen: NO_TIME, collectedAtMs, line };
    if (collection === 'app.bsky.feed.post') {
      found.messages.push(blueskyMessage(value, setting, { contentId: () => contentId([did, textAt(value, 'createdAt'), textAt(value, 'text')]) }));
      return null;
    }
    const reaction = account === null ? null : blueskyReaction(value, collection, setting);
    if (reaction === null) return { rejected: { code: 'missing-id', detail: 'the record names nobody, or nothing it is about' } };
    found.reactions.push(reaction);
    return null;
  }

  function entry(value: unknown, at: { line: number; found: Found }): ItemOutcome {
    const inner = valueAt(value, 'value') ?? valueAt(value, 'record');
    const written = textAt(value, 'uri');
    const parts = written === null ? null : addressParts(written);
    const did = parts?.did ?? textAt(value, 'did') ?? textAt(value, 'repo');
    const collection = parts?.collection ?? textAt(value, 'collection') ?? textAt(inner, '$type') ?? '';
    const rkey = parts?.rkey ?? textAt(value, 'rkey');
    return record(inner, { uri: written ?? (did === null || rkey === null ? null : `at://${did}/${collection}/${rkey}`), collection, did }, at);
  }

  function read(value: unknown, response: unknown, { line, found }: { line: number; found: Found }): ItemOutcome {
    switch (shapeOf(value)) {
      case 'post-view':
        postView(value, line, found);
        return null;
      case 'feed-view':
        feedView(value, line, found);
        return null;
      case 'thread-view':
        threadView(value, line, found);
        return null;
      case 'thread-item':
        postView(valueAt(value, 'value', 'post'), line, found);
        return null;
      case 'entry':
        return entry(value, { line, found });
      case 'record':
        return record(value, { uri: null, collection: textAt(value, '$type') ?? '', did: null }, { line, found });
      case 'like-view': {
        const target = textAt(response, 'uri');
        if (target === null) return { rejected: { code: 'missing-id', detail: 'the like names no post' } };
        found.reactions.push(newReaction({ network: 'bluesky', kind: 'like', account: blueskyAccount(valueAt(value, 'actor')), targetNativeId: target, time: timeAt(value, ['createdAt']), line }));
        return null;
      }
      case 'profile':
        return profile(value, response, { line, found });
      case 'absent':
        return { rejected: valueAt(value, 'blocked') === true ? { code: 'withheld', detail: 'the post is blocked for the account that asked' } : { code: 'deleted', detail: 'the post is not found' } };
      case 'response': {
        for (const inner of [...LISTS.flatMap((list) => listOf(valueAt(value, list))), ...(objectAt(value, 'thread') === null ? listOf(valueAt(value, 'thread')) : [valueAt(value, 'thread')])]) {
          const outcome = read(inner, value, { line, found });
          if (outcome !== null && 'rejected' in outcome) found.refused.push(outcome.rejected);
        }
        return null;
      }
      case null:
        return { rejected: { code: 'not-a-message', detail: 'the entry is no post and no record of the network' } };
    }
  }

  function profile(value: unknown, response: unknown, { line, found }: { line: number; found: Found }): ItemOutcome {
    const account = blueskyAccount(value);
    const subject = blueskyAccount(valueAt(response, 'subject'));
    const target = textAt(response, 'uri');
    if (target !== null && valueAt(response, 'repostedBy') !== undefined) found.reactions.push(newReaction({ network: 'bluesky', kind: 'share', account, targetNativeId: target, line }));
    else if (subject !== null && account !== null) {
      const [who, whom] = valueAt(response, 'follows') === undefined ? [account, subject] : [subject, account];
      found.reactions.push(newReaction({ network: 'bluesky', kind: 'follow', account: who, container: newContainer('profile', whom.handle ?? whom.nativeId, whom.nativeId), line }));
    }
    return null;
  }

  return (value, response, line) => {
    const found: Found = { messages: [], reactions: [], refused: [] };
    const refused = read(value, response, { line, found });
    return found.messages.length + found.reactions.length + found.refused.length > 0 ? found : refused;
  };
}

/** Paths by what a document holds: answers whose lists are told apart by what stands beside them are read whole. */
function pathsOf(head: PartHead): readonly string[] {
  return valueAt(head.json?.document, 'thread') === undefined ? pagePaths(head, ['feed[]', 'posts[]', 'records[]']) : THREAD_PATHS;
}

/**
 * Posts of Bluesky as its application answers them (feeds, searches, threads, likes and reposts of a post, followers),
 * and records as repositories hold them. Accounts are known by their lasting ids. Threads are read to forty levels
 * above and below the post that was asked for.
 */
export const BLUESKY = jsonFormat({
  id: 'bluesky', name: 'Bluesky posts and records',
  description: 'posts, threads, likes, reposts and follows as the network\'s interface or a repository gives them',
  recognise(head) {
    const values = headValues(head).slice(0, 20);
    const known = values.filter((value) => ![null, 'profile', 'like-view'].includes(shapeOf(value)));
    return known.length > 0 && known.length * 2 > values.length ? 0.96 : 0;
  },
  paths: pathsOf,
  reader(_, setting) {
    const read = createReader(setting);
    return ({ value, line }) => read(value, null, line);
  },
});
