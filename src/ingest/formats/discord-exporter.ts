import type { RecordedAccount, RecordedContainer, RecordedReaction } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { jsonFormat } from '../json-format.ts';
import { countAt, flagAt, idAt, listOf, objectAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import { timeOfId } from '../snowflake-time.ts';
import { reactionOfEmoji } from './emoji-reaction.ts';

/** The network code of everything here. */
export const DISCORD = 'discord';
/** The id that all deleted accounts share. */
const DELETED = '456226577798135808';
/** What people say; other types are joins, calls, pins and boosts. Numbers are answers of applications that the exporter has no name for. */
const SAID = /^(?:Default|Reply|ChatInputCommand|ContextMenuCommand|0|19|20|23)$/;

function accountOf(value: unknown): RecordedAccount | null {
  const id = idAt(value, 'id');
  if (id === DELETED) return null;
  const handle = textAt(value, 'name');
  return newAccount({ id, handle, name: textAt(value, 'nickname') ?? handle, ...(flagAt(value, 'isBot') === true ? { isBot: true } : {}) });
}

interface Channel {
  readonly container: RecordedContainer | null;
  /** The thread's own id, which is also that of the message it began with; null outside threads. */
  readonly threadId: string | null;
  readonly isNews: boolean;
}

/** The place of a file: the channel, or for a thread the channel it hangs in. */
function channelOf(head: PartHead): Channel {
  const channel = objectAt(head.json?.document, 'channel');
  const id = idAt(channel, 'id');
  const type = textAt(channel, 'type') ?? '';
  const isThread = /Thread/i.test(type);
  const guild = idAt(head.json?.document, 'guild', 'id') === null ? null : textAt(head.json?.document, 'guild', 'name');
  const parent = isThread ? idAt(channel, 'categoryId') : null;
  const name = (parent === null ? textAt(channel, 'name') : textAt(channel, 'category')) ?? 'Discord';
  const placeId = parent ?? id;
  return { container: placeId === null ? null : newContainer('channel', guild === null ? name : `${guild} · ${name}`, placeId), threadId: isThread ? id : null, isNews: /News$|Announcement/i.test(type) };
}

function wordsOf(value: unknown): string | null {
  const content = textAt(value, 'content');
  if (content !== null) return content;
  // applications and announcements speak in embeds
  const embedded = listOf(valueAt(value, 'embeds')).flatMap((embed) => [textAt(embed, 'title'), textAt(embed, 'description')]).filter((part) => part !== null);
  return embedded.length === 0 ? null : embedded.join('\n');
}

function reactionsOf(value: unknown, { nativeId, container, line }: { nativeId: string; container: RecordedContainer | null; line: number }): RecordedReaction[] {
  return listOf(valueAt(value, 'reactions')).flatMap((reaction) => listOf(valueAt(reaction, 'users')).flatMap((user) => {
    const account = accountOf(user);
    return account === null ? [] : [newReaction({ network: DISCORD, kind: reactionOfEmoji(textAt(reaction, 'emoji', 'name')), account, targetNativeId: nativeId, container, line })];
  }));
}

function messageOutcome(value: unknown, line: number, { container, threadId, isNews }: Channel): ItemOutcome {
  if (objectOf(value) === null) return { rejected: { code: 'not-a-message', detail: 'no object' } };
  const type = textAt(value, 'type') ?? idAt(value, 'type') ?? 'Default';
  if (!SAID.test(type)) return null;
  const nativeId = idAt(value, 'id');
  if (nativeId === null) return { rejected: { code: 'missing-id', detail: 'a message without id' } };
  const written = timeAt(value, ['timestamp']);
  const time = written.ms === null ? timeOfId('discord', nativeId) : written;
  if (time.ms === null) return { rejected: textAt(value, 'timestamp') === null ? { code: 'missing-time', detail: 'no timestamp' } : { code: 'unreadable-time', detail: 'timestamp is no time' } };
  const author = accountOf(valueAt(value, 'author'));
  const reference = idAt(value, 'reference', 'messageId');
  const forwarded = objectAt(value, 'forwardedMessage');
  const text = wordsOf(value);
  const reactions = reactionsOf(value, { nativeId, container, line });
  if (forwarded !== null && reference !== null && text === null) {
    // passed on without a word: a share of the original, which is in the file too
    const place = idAt(value, 'reference', 'channelId');
    const original = newMessage({ network: DISCORD, nativeId: reference, kind: 'message', line, time: timeAt(forwarded, ['timestamp']).ms === null ? timeOfId('discord', reference) : timeAt(forwarded, ['timestamp']), text: wordsOf(forwarded), container: place === null || place === container?.nativeId ? container : null });
    return { messages: [original], reactions: author === null ? [] : [newReaction({ network: DISCORD, kind: 'share', account: author, targetNativeId: reference, container, line, time })] };
  }
  const parentNativeId = type === 'Reply' || type === '19' ? reference : null;
  const counts = listOf(valueAt(value, 'reactions')).map((reaction) => countAt(reaction, 'count') ?? 0);
  return {
    reactions,
    messages: [newMessage({
      network: DISCORD, nativeId, kind: parentNativeId !== null ? 'reply' : isNews || nativeId === threadId ? 'post' : 'message', line, time, author, container, text, parentNativeId, rootNativeId: threadId,
      quotedNativeId: forwarded === null ? null : reference, likes: counts.reduce((total, count) => total + count, 0),
    })],
  };
}

/**
 * One channel, thread or conversation of Discord as DiscordChatExporter writes it in JSON; of a partitioned export each file
 * is complete. A thread's messages stand in the channel it hangs in.
 */
export const DISCORD_EXPORTER = jsonFormat({
  id: 'discord-chat-exporter', name: 'Discord channel (DiscordChatExporter JSON)', description: 'messages of one channel or thread with replies and counts of reactions',
  isPrivate: ({ json }) => /^Direct/.test(textAt(json?.document, 'channel', 'type') ?? ''),
  recognise({ json }) {
    const document = objectOf(json?.document);
    if (json?.form !== 'document' || document === null || !Array.isArray(valueAt(document, 'messages'))) return 0;
    return textAt(document, 'guild', 'id') !== null && textAt(document, 'channel', 'id') !== null && textAt(document, 'channel', 'type') !== null && objectAt(document, 'dateRange') !== null ? 1 : 0;
  },
  paths: () => ['messages[]'],
  reader: ({ head }, { facts }) => {
    const channel = channelOf(head);
    facts.collectedAtMs ??= timeAt(head.json?.document, ['exportedAt']).ms;
    return ({ value, line }) => messageOutcome(value, line, channel);
  },
});
