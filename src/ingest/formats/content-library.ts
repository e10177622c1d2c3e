import type { RecordedContainer } from '../../domain/model/record.ts';
import { foldedHeader } from '../header-synonyms.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import { countAt, epochAt, idAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { RecordFormat } from '../record-format.ts';
import { isDamagedId } from '../written-number.ts';
import { metaTableFormat } from './meta-table.ts';

/** Names of the library's fields that become something; in tables they are headers. */
const FIELDS = [
  'id', 'creation_time', 'text', 'message', 'lang', 'content_type', 'mcl_url', 'link_url', 'shared_post_id', 'post_id', 'parent_comment_id', 'is_branded_content',
  'statistics.like_count', 'statistics.love_count', 'statistics.wow_count', 'statistics.haha_count', 'statistics.sad_count', 'statistics.angry_count', 'statistics.care_count', 'statistics.reaction_count',
  'statistics.comment_count', 'statistics.reply_count', 'statistics.share_count', 'statistics.views', 'statistics.view_count',
  'post_owner.type', 'post_owner.id', 'post_owner.name', 'post_owner.username', 'owner.type', 'owner.id', 'owner.name', 'owner.username', 'surface.type', 'surface.id', 'surface.name',
] as const;
type Field = (typeof FIELDS)[number];

/** An entry, whether it came as an object or as a row. */
interface Entry {
  readonly text: (field: Field) => string | null;
  readonly id: (field: Field) => string | null;
  readonly count: (field: Field) => number | null;
  readonly time: StoredTime;
  readonly line: number;
}

const REACTIONS = ['statistics.like_count', 'statistics.love_count', 'statistics.wow_count', 'statistics.haha_count', 'statistics.sad_count', 'statistics.angry_count', 'statistics.care_count'] as const;
const CONTAINER_KINDS: Readonly<Record<string, RecordedContainer['kind']>> = { page: 'page', profile: 'profile', group: 'channel', event: 'page' };

function networkOf({ text, count, id }: Entry, name: string): string {
  const address = `${text('mcl_url') ?? ''} ${name}`.toLowerCase();
  if (address.includes('instagram')) return 'instagram';
  if (address.includes('threads')) return 'threads';
  if (/^(?:business|creator|personal)$/i.test(text('owner.type') ?? text('post_owner.type') ?? '')) return 'instagram';
  const isFacebook = id('surface.id') !== null || text('surface.type') !== null || count('statistics.reaction_count') !== null || count('statistics.love_count') !== null || text('owner.type') !== null;
  return isFacebook || text('post_owner.username') === null ? 'facebook' : 'instagram';
}

function recordsOf(entry: Entry, name: string): ItemOutcome {
  const { text, id, count, time, line } = entry;
  const nativeId = id('id');
  if (nativeId === null) return { rejected: { code: 'missing-id', detail: 'no id, or one that a spreadsheet rounded' } };
  if (time.ms === null) return { rejected: text('creation_time') === null ? { code: 'missing-time', detail: 'no creation time' } : { code: 'unreadable-time', detail: 'the creation time is written in no known way' } };
  const network = networkOf(entry, name);
  const postId = id('post_id');
  const of = postId === null && id('post_owner.id') !== null ? 'post_owner' : id('owner.id') !== null || text('owner.name') !== null ? 'owner' : 'post_owner';
  const handle = text(`${of}.username`);
  const author = newAccount({ id: network === 'facebook' ? id(`${of}.id`) : handle ?? id(`${of}.id`), handle, name: text(`${of}.name`) });
  const surface = text('surface.name') ?? id('surface.id');
  const kindOf = (type: string | null): RecordedContainer['kind'] => (type !== null && Object.hasOwn(CONTAINER_KINDS, type.toLowerCase()) ? (CONTAINER_KINDS[type.toLowerCase()] ?? 'unknown') : network === 'facebook' ? 'page' : 'profile');
  const container = surface !== null ? newContainer(kindOf(text('surface.type')), surface, id('surface.id') ?? surface)
    : of === 'post_owner' && author !== null ? newContainer(kindOf(text('post_owner.type')), author.name ?? author.nativeId, author.nativeId) : null;
  const words = text('text') ?? text('message');
  const shared = id('shared_post_id');
  // a share without words of its own says nothing but that it was shared
  if (shared !== null && words === null) return { reactions: [newReaction({ network, kind: 'share', account: author, targetNativeId: shared, container, time, line })] };
  const counted = REACTIONS.map(count).filter((found) => found !== null);
  const parent = id('parent_comment_id');
  return { messages: [newMessage({
    network, nativeId, kind: postId === null ? 'post' : parent === null ? 'comment' : 'reply', author, container, time, text: words, languageTag: text('lang'), line,
    parentNativeId: parent, rootNativeId: postId, quotedNativeId: shared,
    likes: count('statistics.reaction_count') ?? (counted.length === 0 ? null : counted.reduce((sum, found) => sum + found, 0)),
    replies: count('statistics.comment_count') ?? count('statistics.reply_count'), shares: count('statistics.share_count'), views: count('statistics.views') ?? count('statistics.view_count'),
  })] };
}

/** A member by its dotted name, whether the names are nested or written out. */
function pathOf(value: unknown, field: Field): readonly string[] {
  return valueAt(value, field) === undefined ? field.split('.') : [field];
}

function entryOf(value: unknown, line: number): Entry {
  const written = timeAt(value, ['creation_time']);
  return {
    line, time: written.ms === null ? epochAt(value, 'creation_time') : written,
    text: (field) => textAt(value, ...pathOf(value, field))?.trim() ?? (typeof valueAt(value, ...pathOf(value, field)) === 'number' ? String(valueAt(value, ...pathOf(value, field))) : null),
    id: (field) => idAt(value, ...pathOf(value, field)), count: (field) => countAt(value, ...pathOf(value, field)),
  };
}

function isEntry(value: unknown): boolean {
  return objectOf(value) !== null && valueAt(value, 'id') !== undefined && valueAt(value, 'creation_time') !== undefined
    && ['post_owner', 'post_owner.id', 'owner', 'owner.id', 'surface', 'surface.id', 'statistics', 'statistics.like_count', 'post_id'].some((key) => valueAt(value, key) !== undefined);
}

const ID = 'meta-content-library';
const NAME = 'Meta Content Library';
const DESCRIPTION = 'public posts and comments of Facebook and Instagram with counts, as the library gives them to researchers; texts are in it only when they were asked for';

const TABLE = metaTableFormat<Field>({
  id: ID, name: NAME, description: DESCRIPTION,
  columns: Object.fromEntries(FIELDS.map((field) => [field, [foldedHeader(field)]])) as unknown as Readonly<Record<Field, readonly string[]>>,
  timeField: 'creation_time', timeZone: 'UTC', usualOrder: () => 'month-first',
  sure: (has) => (has('id') && has('creation_time') && (has('post_owner.id') || has('owner.id') || has('post_owner.name') || has('post_owner.username')) && (has('statistics.like_count') || has('statistics.reaction_count') || has('surface.id') || has('content_type') || has('post_id')) ? 0.98 : 0),
  reader: ({ head }) => ({
    row: ({ text, count, time, line }) => {
      const id = (field: Field): string | null => {
        const found = text(field);
        return found === null || found === '0' || isDamagedId(found) ? null : found.replace(/^'/, '');
      };
      return recordsOf({ text, count, id, time: time ?? NO_TIME, line }, head.name);
    },
  }),
});

const DOCUMENT = jsonFormat({
  id: ID, name: NAME, description: DESCRIPTION,
  recognise: (head) => {
    const document = head.json?.document;
    const values = objectOf(document) === null ? headValues(head) : (Array.isArray(valueAt(document, 'data')) ? (valueAt(document, 'data') as unknown[]).slice(0, 100) : [document]);
    return values.length > 0 && values.filter(isEntry).length * 2 > values.length ? 0.97 : 0;
  },
  paths: (head) => pagePaths(head, ['data[]']),
  reader: ({ head }) => ({ value, line }) => (objectOf(value) === null ? { rejected: { code: 'not-a-message', detail: 'no entry of the library' } } : recordsOf(entryOf(value, line), head.name)),
});

/** Downloads of the Meta Content Library, as table or as JSON. */
export const CONTENT_LIBRARY: RecordFormat = {
  id: ID, name: NAME, description: DESCRIPTION,
  recognise: (head: PartHead) => Math.max(TABLE.recognise(head), DOCUMENT.recognise(head)),
  read: (part, setting) => (part.head.json === null ? TABLE : DOCUMENT).read(part, setting),
};
