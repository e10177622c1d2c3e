import { ownerless } from '../item-outcome.ts';
import { jsonFormat, shareOfHead } from '../json-format.ts';
import { listOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { newContainer, newReaction } from '../new-records.ts';

const WATCHED = /^https?:\/\/(?:www\.|music\.)?youtube\.com\/watch\?v=([\w-]{6,20})/i;

/** True for an entry of a history: things watched, searched for or looked at. */
function isEntry(value: unknown): boolean {
  return /^YouTube(?: Music)?$/.test(textAt(value, 'header') ?? '') && textAt(value, 'title') !== null && textAt(value, 'time') !== null && Array.isArray(valueAt(value, 'products'));
}

/**
 * The watch history of a Takeout export: each video that was watched becomes a view of the owner, whom the table of
 * comments beside it tells; without it each is refused, since a view of nobody says nothing. Advertisements, searches and
 * videos that are gone are passed over; the words in front of titles depend on the language and are not looked at.
 */
export const YOUTUBE_HISTORY = jsonFormat({
  id: 'youtube-history', name: 'YouTube watch history, Google Takeout',
  description: 'videos that one account watched; whose account it is, only the comments of the same export say',
  recognise: (head) => (shareOfHead(head, isEntry) > 0.5 ? 0.95 : 0),
  order: () => 2,
  paths: () => ['[]'],
  reader: (_, { facts }) => ({ value, line }) => {
    const id = WATCHED.exec(textAt(value, 'titleUrl') ?? '')?.[1];
    if (id === undefined || listOf(valueAt(value, 'details')).length > 0) return null;
    if (facts.owner === null) return ownerless('a view', 'import the whole export, or its table of comments with it');
    const channel = /\/channel\/(UC[\w-]{22})/.exec(textAt(value, 'subtitles', 0, 'url') ?? '')?.[1];
    const name = textAt(value, 'subtitles', 0, 'name');
    return { reactions: [newReaction({
      network: 'youtube', kind: 'view', account: facts.owner, targetNativeId: id, container: channel === undefined ? null : newContainer('channel', name ?? channel, channel), time: timeAt(value, ['time']), line,
    })] };
  },
});
