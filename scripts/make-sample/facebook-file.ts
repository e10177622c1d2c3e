import { isoInRome } from './calendar.ts';
import type { SampleMessage } from './sample-message.ts';
import type { Table } from './table.ts';
import { BRAND } from './world.ts';

/** Columns of an agency's exporter with Italian headers. */
const FACEBOOK_COLUMNS = ['ID', 'Tipo', 'Data', 'Autore', 'ID autore', 'Testo', 'ID genitore', 'ID post', 'Pagina', 'Mi piace', 'Mi piace della pagina', 'Risposte', 'Link'] as const;

const KINDS = { post: 'Post', comment: 'Commento', reply: 'Risposta' } as const;

/** The messages of one page as rows: newest post first, each followed by its comments in the order of time. */
export function facebookTable(messages: readonly SampleMessage[], page: { name: string; accountId: string; handle: string } = BRAND): Table {
  const replies = new Map<SampleMessage, number>();
  for (const message of messages) if (message.parent !== null) replies.set(message.parent, (replies.get(message.parent) ?? 0) + 1);
  const postOf = (message: SampleMessage): SampleMessage => message.post ?? message;
  const ordered = [...messages].sort((a, b) => postOf(b).atMs - postOf(a).atMs || postOf(a).id.localeCompare(postOf(b).id) || Number(a.post !== null) - Number(b.post !== null) || a.atMs - b.atMs || a.id.localeCompare(b.id));
  const linkOf = (message: SampleMessage): string => {
    const post = postOf(message).id.split('_')[1] ?? '';
    const base = `https://www.facebook.com/${page.handle}.esempio/posts/${post}`;
    return message.post === null ? base : `${base}?comment_id=${message.id.split('_')[1] ?? ''}`;
  };
  const rows = ordered.map((message) => [
    message.id, KINDS[message.kind], isoInRome(message.atMs), message.person?.name ?? page.name, message.person?.accountId ?? page.accountId, message.text,
    message.parent?.id ?? '', postOf(message).id, page.name, String(message.likes), message.likedByBrand ? 'sì' : '', String(replies.get(message) ?? 0), linkOf(message),
  ]);
  return { columns: FACEBOOK_COLUMNS, rows };
}
