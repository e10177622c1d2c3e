import Papa from 'papaparse';
import { smallExport } from './small-export.ts';

/** What would be an element or a call wherever text is not text: every piece names itself, so that what it made can be found. */
export const HOSTILE_PIECES: readonly string[] = [
  '<xcanary data-canary="1">via</xcanary>', '<img src="/canary.png" onerror="window.canary=1">', '<script>window.canary=2</script>', '<svg onload="window.canary=3"><xcanary></xcanary></svg>', '<iframe src="/canary.html"></iframe>',
  '"><xcanary data-canary=2>', `'-window.canary-'`, '<a href="javascript:window.canary=4" data-canary>qui</a>', '<style data-canary>*{color:red}</style>', '&lt;xcanary data-canary&gt;', '{{constructor.constructor("window.canary=5")()}}', '$t(common:close) {{name}} ${window.canary=6}',
  'a\u202Egnp.exe\u2066<xcanary>', '\u0007\u001b[31m\u0000\u200B<xcanary>', '=HYPERLINK("/canary")', ']]><!--<xcanary>-->', '<0>uno</0><strong data-canary>due</strong>', '__proto__', '<meta http-equiv="refresh" content="0;url=/canary">', '<form action="/canary"><button data-canary>invia</button></form>',
];

/** A piece by turns. */
export function hostilePiece(position: number): string {
  return HOSTILE_PIECES[position % HOSTILE_PIECES.length] ?? '';
}

/** A table of two brands in which every text, name and page is hostile. */
export function hostileTable(): string {
  const rows = Papa.parse<string[]>(smallExport(80).trimEnd()).data.slice(1);
  const named = (author: string): string => (/^\d/.test(author) ? `${hostilePiece(Number(author))} ${author}` : `${author} ${hostilePiece(0)}`);
  const lines = rows.map(([id = '', author = '', , at = '', text = '', , parent = ''], position) => [id, named(author), new Date(at).toISOString(), `${text} ${hostilePiece(position)}`, parent, `Pagina ${hostilePiece(position % 3)}`]);
  return `${Papa.unparse([['id', 'author', 'date', 'text', 'parent', 'page'], ...lines])}\n`;
}
