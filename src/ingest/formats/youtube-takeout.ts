import { listOf, timeAt, valueAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import { columnFormat } from './column-format.ts';
import { takeoutColumns } from './youtube-takeout-columns.ts';
import { videoAddress } from './video-address.ts';

/**
 * The text of a cell that holds JSON segments, several in a row (`{"text":"a"},{"text":"b"}`), or of one that holds plain
 * text. Newlines inside the JSON, which it does not allow, are read as such.
 * @example takeoutText('{"text":"Ciao "},{"text":"a tutti"}') // 'Ciao a tutti'
 */
export function takeoutText(cell: string): string {
  if (!/^\s*\{/.test(cell)) return cell;
  let segments: unknown;
  try {
    segments = JSON.parse(`[${cell.replaceAll('\n', '\\n')}]`);
  } catch {
    return cell;
  }
  const written = listOf(segments).flatMap((segment) => [segment, ...listOf(valueAt(segment, 'takeoutSegments'))]).map((segment) => valueAt(segment, 'text'));
  const texts = written.filter((text) => typeof text === 'string');
  return texts.length === 0 ? cell : texts.join('');
}

/** Comments and live chats of one's own in a Takeout export, in any language. */
export const YOUTUBE_TAKEOUT = columnFormat({
  id: 'youtube-takeout', name: 'YouTube, Google Takeout',
  description: 'comments and live chat messages that one account wrote under videos of others; what others answered is not in it',
  recognise(table) {
    const { channel, time, text, id, isNamed } = takeoutColumns(table);
    if (isNamed) return 0.95;
    return channel >= 0 && time >= 0 && text >= 0 && id >= 0 ? 0.9 : 0;
  },
  reader(table, { facts }) {
    const columns = takeoutColumns(table);
    const place = newContainer('unknown', 'YouTube', 'youtube');
    return ({ cells, line }) => {
      const cell = (position: number): string => (cells[position] ?? '').trim();
      const nativeId = cell(columns.id);
      if (nativeId === '') return { rejected: { code: 'missing-id', detail: 'the row has no id' } };
      const written = cell(columns.time);
      const time = timeAt({ written }, ['written']);
      if (time.ms === null) return { rejected: written === '' ? { code: 'missing-time', detail: 'the time is empty' } : { code: 'unreadable-time', detail: 'the time is not written like the others' } };
      const author = newAccount({ id: cell(columns.channel) });
      facts.owner ??= author;
      const top = cell(columns.top) || null;
      const parentNativeId = cell(columns.parent) || top;
      const video = cell(columns.video);
      const post = cell(columns.post);
      return { messages: [newMessage({
        network: 'youtube', nativeId, kind: columns.isChat ? 'message' : parentNativeId === null ? 'comment' : 'reply', author, container: place, time, text: takeoutText(cell(columns.text)),
        parentNativeId, rootNativeId: video !== '' ? videoAddress('youtube', video) : post !== '' ? `youtube.com/post/${post}` : top, line,
      })] };
    };
  },
});
