import type { RecordedContainer, RecordedMessage, RejectedRow } from '../../domain/model/record.ts';
import { jsonItems } from '../json-items.ts';
import { idAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { foldedHeaders, namedRows } from '../named-rows.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import { timeOfId } from '../snowflake-time.ts';
import { DISCORD } from './discord-exporter.ts';

type Piece = 'owner' | 'index' | 'channel' | 'messages' | 'table';

function pieceOf(head: PartHead): Piece | null {
  const { json } = head;
  const headers = json === null ? foldedHeaders({ head }) : [];
  if (headers.length === 4 && ['id', 'timestamp', 'contents', 'attachments'].every((name) => headers.includes(name))) return 'table';
  if (json?.form !== 'document') return null;
  if (Array.isArray(json.document)) {
    const isMessage = (value: unknown): boolean => ['ID', 'Timestamp', 'Contents', 'Attachments'].every((key) => valueAt(value, key) !== undefined);
    return json.values.length > 0 && json.values.filter(isMessage).length * 2 > json.values.length ? 'messages' : null;
  }
  const document = objectOf(json.document);
  if (document === null) return null;
  if (['id', 'username', 'discriminator', 'avatar_hash'].every((key) => valueAt(document, key) !== undefined)) return 'owner';
  const snowflake = /^\d{15,20}$/;
  if (snowflake.test(idAt(document, 'id') ?? '') && valueAt(document, 'type') !== undefined && Object.keys(document).every((key) => /^(?:id|type|name|guild|recipients|thread_metadata|parent_id)$/.test(key))) return 'channel';
  const entries = Object.entries(document);
  return entries.length > 0 && entries.every(([key, value]) => snowflake.test(key) && (value === null || typeof value === 'string')) ? 'index' : null;
}

/** The channel's id, which only the folder says: `messages/c123/messages.json`. */
function channelId(name: string): string | null {
  return /(?:^|[/\\])c?(\d{15,20})[/\\][^/\\]*$/.exec(name)?.[1] ?? null;
}

function containerOf({ facts }: ReadSetting, id: string | null): RecordedContainer | null {
  if (id === null) return null;
  const name = facts.notes.get(`discord ${id}`);
  return newContainer('channel', typeof name === 'string' ? name : `Discord ${id}`, id);
}

function noteFacts(piece: Piece, document: unknown, { facts }: ReadSetting): void {
  if (piece === 'owner') facts.owner ??= newAccount({ id: idAt(document, 'id'), handle: textAt(document, 'username'), name: textAt(document, 'global_name') ?? textAt(document, 'username') });
  // a channel's own file says more than the index
  if (piece === 'index') for (const [id, name] of Object.entries(objectOf(document) ?? {})) if (typeof name === 'string' && !facts.notes.has(`discord ${id}`)) facts.notes.set(`discord ${id}`, name.slice(0, 200));
  if (piece !== 'channel') return;
  const id = idAt(document, 'id');
  const name = textAt(document, 'name');
  const guild = textAt(document, 'guild', 'name');
  if (id !== null && name !== null) facts.notes.set(`discord ${id}`, guild === null ? name : `${guild} · ${name}`);
}

function messageOf(cells: { id: string | null; timestamp: string | null; contents: string | null }, line: number, container: RecordedContainer | null, { facts }: ReadSetting): RecordedMessage | RejectedRow {
  if (cells.id === null) return { line, code: 'missing-id', detail: 'a message without ID' };
  // written without a zone, and UTC
  const written = timeAt({ at: cells.timestamp }, ['at']);
  const time = written.ms === null ? timeOfId('discord', cells.id) : written;
  if (time.ms === null) return cells.timestamp === null ? { line, code: 'missing-time', detail: 'no Timestamp' } : { line, code: 'unreadable-time', detail: 'Timestamp is no time' };
  return newMessage({ network: DISCORD, nativeId: cells.id, kind: 'message', line, time, container, text: cells.contents, author: facts.owner });
}

/**
 * The copy of one's data that Discord sends: the owner's own messages by channel, without anybody's answers. Which channel
 * a file is of stands in its folder's name; names come from the index and from each folder's channel.json.
 */
export const DISCORD_PACKAGE: RecordFormat = {
  id: 'discord-package', name: 'Discord data request', description: 'one account\'s own messages by channel, as JSON or CSV; nobody else\'s, no replies',
  recognise: (head) => ({ owner: 0.95, index: 0.8, channel: 0.8, messages: 1, table: 0.96, none: 0 })[pieceOf(head) ?? 'none'],
  order: (head) => (/^(?:messages|table)$/.test(pieceOf(head) ?? '') ? 1 : 0),
  async *read(part, setting): AsyncGenerator<RecordBatch> {
    const piece = pieceOf(part.head);
    const container = containerOf(setting, channelId(part.head.name));
    const done = (outcomes: readonly (RecordedMessage | RejectedRow)[], broken: readonly RejectedRow[], bytes: number): RecordBatch => {
      const messages = outcomes.filter((outcome) => 'nativeId' in outcome);
      const rejected = [...broken, ...outcomes.filter((outcome) => 'code' in outcome)];
      return { messages, reactions: [], rejected, rows: messages.length + rejected.length, bytes };
    };
    if (piece === 'table') {
      for await (const { rows, rejected, bytes } of namedRows(part, setting.signal)) {
        const cell = (written: string): string | null => (written === '' ? null : written);
        yield done(rows.map((row) => messageOf({ id: cell(row.cell('id')), timestamp: cell(row.cell('timestamp')), contents: cell(row.cell('contents')) }, row.line, container, setting)), rejected, bytes);
      }
      return;
    }
    for await (const { items, rejected, bytes } of jsonItems(part, piece === 'messages' ? ['[]'] : [''], setting.signal)) {
      if (piece !== 'messages') {
        for (const { value } of items) noteFacts(piece ?? 'messages', value, setting);
        yield done([], rejected, bytes);
        continue;
      }
      yield done(items.map(({ value, line }) => messageOf({ id: idAt(value, 'ID'), timestamp: textAt(value, 'Timestamp'), contents: textAt(value, 'Contents') }, line, container, setting)), rejected, bytes);
    }
  },
};
