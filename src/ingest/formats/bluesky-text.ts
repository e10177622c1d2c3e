import { listOf, textAt, valueAt } from '../json-values.ts';

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '');
}

/**
 * The text of a record with links that the app shows cut short (`example.com/long-…`) in full, as the record's facets give
 * them. Facets count UTF-8 bytes, not characters; one that does not fit the text is passed over.
 */
export function blueskyText(record: unknown): string {
  const text = textAt(record, 'text') ?? '';
  const links = listOf(valueAt(record, 'facets')).flatMap((facet) => {
    const start = valueAt(facet, 'index', 'byteStart');
    const end = valueAt(facet, 'index', 'byteEnd');
    const uri = listOf(valueAt(facet, 'features')).map((feature) => (textAt(feature, '$type') === 'app.bsky.richtext.facet#link' ? textAt(feature, 'uri') : null)).find((address) => address !== null);
    return typeof start === 'number' && typeof end === 'number' && Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start && uri != null && /^https?:\/\//i.test(uri) ? [{ start, end, uri }] : [];
  });
  if (links.length === 0) return text;
  const bytes = Buffer.from(text, 'utf8');
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { start, end, uri } of links.sort((one, other) => one.start - other.start)) {
    if (start < at || end > bytes.length) continue;
    const shown = bytes.subarray(start, end).toString('utf8');
    const stem = /^(.+?)(?:\.\.\.|…)$/s.exec(shown)?.[1];
    if (stem === undefined || !withoutScheme(uri).startsWith(withoutScheme(stem))) continue;
    pieces.push(bytes.subarray(at, start), Buffer.from(uri, 'utf8'));
    at = end;
  }
  return Buffer.concat([...pieces, bytes.subarray(at)]).toString('utf8');
}
