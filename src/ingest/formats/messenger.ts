import { objectAt, epochAt, listOf, textAt, valueAt, flagAt } from '../json-values.ts';
import type { JsonItem, JsonObject } from '../json-item.ts';
import type { RecordedAccount } from '../../domain/model/record.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { Part } from '../record-format.ts';
import { isTelephoneNumber } from '../telephone-number.ts';
import { downloadFormat, refusedRow, type DownloadRow } from './meta-download.ts';
import { repairedText } from './meta-mojibake.ts';
import { reactionKind } from './meta-reactions.ts';

const ATTACHMENTS = ['photos', 'videos', 'gifs', 'audio_files', 'files', 'sticker', 'share', 'media'];
/** Lines about the conversation itself. */
const SERVICE = new Set(['subscribe', 'unsubscribe', 'call']);

function isNumber(name: string): boolean {
  return isTelephoneNumber(name, { digitsAlone: true });
}

function isMessage(value: unknown): boolean {
  return (textAt(value, 'sender_name') !== null && typeof valueAt(value, 'timestamp_ms') === 'number') || (textAt(value, 'senderName') !== null && typeof valueAt(value, 'timestamp') === 'number');
}

function participantNames(document: unknown): readonly string[] {
  return listOf(valueAt(document, 'participants')).flatMap((one) => (typeof one === 'string' ? one : (textAt(one, 'name') ?? [])));
}

/** Accounts by display name, the only name there is; a telephone number stands for its place among those who take part. */
function createPeople(names: readonly string[], thread: string): (name: string | null) => RecordedAccount | null {
  const places = new Map(names.map((name, position) => [name, position + 1]));
  return (name) => {
    if (name === null || !isNumber(name)) return newAccount({ name });
    const place = places.get(name) ?? places.size + 1;
    places.set(name, place);
    return newAccount({ id: `participant ${String(place)} of ${thread}`, name: `Participant ${String(place)}` });
  };
}

function threadOf(part: Part, members: JsonObject, names: readonly string[]): { readonly id: string; readonly name: string } {
  const title = textAt(members, 'title') ?? textAt(members, 'threadName');
  const shown = title === null || isNumber(title) ? names.filter((name) => !isNumber(name)).join(', ') : title;
  const name = shown.trim() === '' ? 'conversation' : shown.trim();
  // the members after the messages are unknown while a very long file is read; its folder then says which conversation it is
  const folder = /((?:inbox|archived_threads|message_requests|filtered_threads|e2ee_cutover)\/[^/]+)\/[^/]+$/.exec(part.head.name)?.[1];
  return { id: textAt(members, 'thread_path') ?? folder ?? name, name };
}

/** Direct messages of Instagram have the shape of Messenger's; the folder of the download, of the file or of its pictures tells them apart. */
function networkOf({ head }: Part): string {
  if (/your_facebook_activity/.test(head.name)) return 'messenger';
  return /instagram/i.test(head.name) || head.text.includes('your_instagram_activity/') ? 'instagram' : 'messenger';
}

function readMessages(part: Part): (item: JsonItem) => readonly DownloadRow[] {
  const network = networkOf(part);
  const contentId = createContentIds();
  const names = participantNames(part.head.json?.document).map(repairedText);
  let known: { readonly container: ReturnType<typeof newContainer>; readonly personOf: (name: string | null) => RecordedAccount | null } | null = null;
  return ({ value, ancestors, line }) => {
    if (known === null) {
      const thread = threadOf(part, ancestors[0] ?? {}, names);
      known = { container: newContainer('channel', thread.name, thread.id), personOf: createPeople(names, thread.id) };
    }
    const { container, personOf } = known;
    const sender = textAt(value, 'sender_name') ?? textAt(value, 'senderName');
    if (sender === null) return [refusedRow('not-a-message', 'a message without sender')];
    if (flagAt(value, 'is_unsent') === true || flagAt(value, 'isUnsent') === true) return [refusedRow('deleted', 'the message was unsent')];
    const kind = (textAt(value, 'type') ?? '').toLowerCase();
    if (SERVICE.has(kind)) return [];
    const stamped = epochAt(value, 'timestamp_ms');
    const time = stamped.ms === null ? epochAt(value, 'timestamp') : stamped;
    const text = textAt(value, 'content') ?? textAt(value, 'text') ?? textAt(value, 'share', 'link');
    const attached = ATTACHMENTS.filter((key) => listOf(valueAt(value, key)).length > 0 || objectAt(value, key) !== null);
    if (text === null && attached.length === 0) return [refusedRow('not-a-message', 'a message without text or attachment')];
    const author = personOf(sender);
    const files = text === null ? JSON.stringify(attached.map((key) => valueAt(value, key))) : null;
    const nativeId = contentId([network, 'message', container.nativeId, time.ms, author?.nativeId ?? sender.trim(), text, files]);
    const reactions = listOf(valueAt(value, 'reactions')).flatMap((given) => {
      const account = personOf(textAt(given, 'actor'));
      return account === null ? [] : [newReaction({ network, kind: reactionKind(textAt(given, 'reaction') ?? '') ?? 'other', account, targetNativeId: nativeId, time: epochAt(given, 'timestamp'), line })];
    });
    return [{ messages: [newMessage({ network, nativeId, kind: 'message', author, container, time, text, line })], reactions }];
  };
}

/** Conversations of Messenger and of Instagram's direct messages, `message_1.json` and its like. */
export const MESSENGER = downloadFormat({
  id: 'messenger', name: 'Messenger download',
  description: 'conversations of Messenger or Instagram direct messages in JSON, with the reactions to each message; people are known by their display names only',
  shapes: [{
    isPrivate: true, paths: ['messages[]'],
    sure: ({ json }) => {
      const document = json?.document;
      const messages = listOf(valueAt(document, 'messages'));
      return Array.isArray(valueAt(document, 'participants')) && messages.length > 0 && messages.slice(0, 20).every(isMessage) ? 0.97 : 0;
    },
    reader: readMessages,
  }],
});
