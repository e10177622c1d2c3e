import type { RecordedAccount, RecordedContainer, RecordedReaction } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { jsonFormat } from '../json-format.ts';
import { createZoneReader } from '../local-time.ts';
import { countAt, epochAt, idAt, listOf, objectAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import type { StoredTime } from '../stored-time.ts';
import type { JsonItem, JsonObject } from '../json-item.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import { nameId, privateName } from '../private-name.ts';
import type { ReadSetting } from '../record-format.ts';
import { reactionOfEmoji } from './emoji-reaction.ts';

const TELEGRAM = 'telegram';
const CHAT_TYPE = /^(?:personal_chat|bot_chat|private_group|private_supergroup|public_supergroup|private_channel|public_channel|saved_messages|replies|verification_codes)$/;

function isChat(value: unknown): boolean {
  return CHAT_TYPE.test(textAt(value, 'type') ?? '') && idAt(value, 'id') !== null;
}

/** Text as written: a string, or pieces of plain text and marked entities. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const pieces = listOf(value).map((piece) => (typeof piece === 'string' ? piece : typeof valueAt(piece, 'text') === 'string' ? (valueAt(piece, 'text') as string) : ''));
  return pieces.length === 0 ? null : pieces.join('');
}

function wordsOf(message: JsonObject): string | null {
  const text = textOf(valueAt(message, 'text')) ?? textOf(valueAt(message, 'text_entities'));
  if (text !== null && text.trim() !== '') return text;
  const poll = objectAt(message, 'poll');
  if (poll !== null) return [textOf(valueAt(poll, 'question')), ...listOf(valueAt(poll, 'answers')).map((answer) => textOf(valueAt(answer, 'text')))].filter((part) => part !== null && part !== '').join('\n');
  return textAt(message, 'sticker_emoji');
}

/** `user123` and `channel123` as they are; old exports give the number alone, which is a person's. */
function peerId(value: unknown, key: string): string | null {
  const id = idAt(value, key);
  return id === null ? null : /^\d+$/.test(id) ? `user${id}` : id;
}

interface Chat {
  readonly id: string;
  readonly name: string | null;
  readonly type: string;
  readonly container: RecordedContainer;
}

function chatOf({ ancestors }: JsonItem): Chat {
  const chat = ancestors.at(-1);
  const name = textAt(chat, 'name');
  const id = idAt(chat, 'id') ?? (name === null ? 'chat' : nameId(name));
  return { id, name, type: textAt(chat, 'type') ?? '', container: newContainer('channel', name === null ? 'Telegram' : privateName(name), id) };
}

function authorOf(message: JsonObject, { id, name, type }: Chat): RecordedAccount | null {
  const from = peerId(message, 'from_id');
  // posts of a channel are the channel's own; the signature beneath names no account
  if (from === null && type.endsWith('_channel')) return newAccount({ id: `channel${id}`, name });
  return newAccount({ id: from, name: textAt(message, 'from'), ...(type === 'bot_chat' && from === `user${id}` ? { isBot: true } : {}) });
}

function createReader({ timeZone, facts }: ReadSetting): (item: JsonItem) => ItemOutcome {
  const utcOf = createZoneReader(timeZone);
  const timeOf = (value: unknown): StoredTime => {
    const exact = epochAt(value, 'date_unixtime');
    return exact.ms === null ? timeAt(value, ['date'], utcOf) : exact;
  };

  function reactionsOf(message: JsonObject, { nativeId, chat, line }: { nativeId: string; chat: Chat; line: number }): RecordedReaction[] {
    return listOf(valueAt(message, 'reactions')).flatMap((reaction) => listOf(valueAt(reaction, 'recent')).flatMap((recent) => {
      const account = newAccount({ id: peerId(recent, 'from_id'), name: textAt(recent, 'from') });
      return account === null ? [] : [newReaction({ network: TELEGRAM, kind: reactionOfEmoji(textAt(reaction, 'emoji')), account, targetNativeId: nativeId, container: chat.container, line, time: timeOf(recent) })];
    }));
  }

  return (item) => {
    const message = objectOf(item.value);
    if (item.path === 'personal_information') {
      const id = peerId(message, 'user_id');
      if (id !== null) facts.owner ??= newAccount({ id, handle: textAt(message, 'username'), name: [textAt(message, 'first_name'), textAt(message, 'last_name')].filter((part) => part !== null).join(' ') });
      return null;
    }
    if (message === null) return { rejected: { code: 'not-a-message', detail: 'no object' } };
    const type = textAt(message, 'type');
    // joins, calls, pinned messages and the like carry no words
    if (type === 'service' || type === 'unsupported') return null;
    if (type !== 'message') return { rejected: { code: 'not-a-message', detail: 'an entry of no known type' } };
    const id = idAt(message, 'id');
    if (id === null) return { rejected: { code: 'missing-id', detail: 'a message without id' } };
    const time = timeOf(message);
    if (time.ms === null) return { rejected: valueAt(message, 'date') === undefined && valueAt(message, 'date_unixtime') === undefined ? { code: 'missing-time', detail: 'neither date nor date_unixtime' } : { code: 'unreadable-time', detail: 'date is no time' } };
    const { line } = item;
    const chat = chatOf(item);
    const nativeId = `${chat.id}:${id}`;
    const replyTo = idAt(message, 'reply_to_message_id');
    const otherChat = idAt(message, 'reply_to_peer_id')?.replace(/^[a-z]+/, '') ?? chat.id;
    const parentNativeId = replyTo === null ? null : `${otherChat}:${replyTo}`;
    const sender = authorOf(message, chat);
    const forwarded = textAt(message, 'forwarded_from');
    const isForward = valueAt(message, 'forwarded_from') !== undefined && forwarded !== sender?.name;
    // words that were passed on are their first author's; passing them on is a share
    const author = isForward ? newAccount({ id: peerId(message, 'forwarded_from_id'), name: forwarded }) : sender;
    const reactions = reactionsOf(message, { nativeId, chat, line });
    if (isForward && sender !== null) reactions.push(newReaction({ network: TELEGRAM, kind: 'share', account: sender, targetNativeId: nativeId, container: chat.container, line, time }));
    const counts = listOf(valueAt(message, 'reactions')).map((reaction) => countAt(reaction, 'count') ?? 0);
    return {
      reactions,
      messages: [newMessage({
        network: TELEGRAM, nativeId, kind: parentNativeId !== null ? 'reply' : chat.type.endsWith('_channel') ? 'post' : 'message', line, time, author, container: chat.container, text: wordsOf(message), parentNativeId,
        likes: valueAt(message, 'reactions') === undefined ? null : counts.reduce((total, count) => total + count, 0),
      })],
    };
  };
}

/**
 * Chats, groups and channels as Telegram Desktop exports them in JSON, one chat or a whole account. Service lines are passed
 * over. The local time of old exports is read in the project's zone; newer ones carry an exact one, which wins.
 */
export const TELEGRAM_EXPORT = jsonFormat({
  id: 'telegram', name: 'Telegram export (result.json)', description: 'messages of one chat, group or channel, or of a whole account, with replies and reactions; no views',
  isPrivate({ json }) {
    const document = objectOf(json?.document);
    // a whole account holds private chats among others
    return document === null || valueAt(document, 'chats') !== undefined || !/^public_/.test(textAt(document, 'type') ?? '');
  },
  recognise({ json }) {
    const document = objectOf(json?.document);
    if (json?.form !== 'document' || document === null) return 0;
    if (isChat(document) && Array.isArray(valueAt(document, 'messages'))) {
      const first = listOf(valueAt(document, 'messages')).slice(0, 20);
      return first.length === 0 || first.filter((message) => /^(?:message|service|unsupported)$/.test(textAt(message, 'type') ?? '')).length * 2 > first.length ? 1 : 0;
    }
    const chats = listOf(valueAt(document, 'chats', 'list'));
    if (chats.length > 0) return chats.filter(isChat).length * 2 > chats.length ? 1 : 0;
    // a long list of contacts may stand before the first chat
    return objectAt(document, 'personal_information') !== null && idAt(document, 'personal_information', 'user_id') !== null && textAt(document, 'about') !== null ? 0.9 : 0;
  },
  paths: ({ json }) => (Array.isArray(valueAt(json?.document, 'messages')) ? ['messages[]'] : ['personal_information', 'chats.list[].messages[]', 'left_chats.list[].messages[]']),
  reader: (_, setting) => createReader(setting),
});
