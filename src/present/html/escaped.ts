import { printableText } from '../printable-text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * A text as it may stand between tags and inside a quoted attribute of HTML or SVG: the one door by which any text of a
 * report enters markup. Characters that no document may hold are gone as well.
 * @example escaped('<b> & "c"') // '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escaped(text: string): string {
  return printableText(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
