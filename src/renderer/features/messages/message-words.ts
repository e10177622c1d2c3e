import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { MessageRow } from './MessageText.tsx';

/** When a message was written, no more exactly than it is known: to the day, or roughly. */
export function messageTime({ atMs, precision }: Pick<MessageRow, 'atMs' | 'precision'>, voice: ChartVoice): string {
  if (atMs === null || precision === 'none') return voice.text('messages.row.noTime');
  if (precision === 'relative') return `${voice.date(atMs)} (${voice.text('messages.row.relative')})`;
  return precision === 'day' ? voice.date(atMs) : voice.dateTime(atMs);
}

/** Where a message stands: network, page or channel, kind; a page whose name begins with the network's says it once. */
export function messagePlace({ network, container, kind }: Pick<MessageRow, 'network' | 'container' | 'kind'>, voice: ChartVoice): string {
  const name = voice.network(network);
  const place = container === null ? name : container.startsWith(name) ? container : `${name} · ${container}`;
  return `${place} · ${voice.text(`codes.kind.${kind}`)}`;
}

/** What became of a request: its outcome, with the wait. */
export function outcomeText({ outcome, waitedSeconds }: Pick<MessageRow, 'outcome' | 'waitedSeconds'>, voice: ChartVoice): string {
  if (outcome === null) return '';
  const name = voice.text(`codes.outcome.${outcome}`);
  if (waitedSeconds === null) return name;
  const time = voice.duration(waitedSeconds);
  return `${name}, ${outcome === 'public' || outcome === 'private' ? voice.text('messages.row.waited', { time }) : voice.text('messages.row.waiting', { time })}`;
}
