import { LONGEST_RAW, type RejectedRow } from '../domain/model/record.ts';
import type { JsonItem } from './json-item.ts';
import type { JsonBatch, JsonText } from './json-items.ts';
import { createPages, DEEPEST, depthOf } from './json-paths.ts';
import { losslessJson } from './lossless-json.ts';

const LONGEST_LINE = 64 << 20;

/**
 * The items of a text that has a JSON value on each line. A line is a document of its own: where it holds what a pattern
 * names it is a page of items, all with the line's number; else it is an item itself, of path `''`. A pattern that begins
 * with the elements of an array (`[].data[]`) takes the lines for these.
 */
export async function* lineItems(texts: AsyncIterable<JsonText>, patterns: readonly string[], allBytes: number): AsyncGenerator<JsonBatch> {
  const pages = createPages(['', ...patterns.map((pattern) => pattern.replace(/^\[\]\.?/, ''))]);
  let held = '';
  let line = 0;
  let skipping = false;
  let items: JsonItem[] = [];
  let rejected: RejectedRow[] = [];
  const take = (text: string): void => {
    line += 1;
    if (skipping) {
      skipping = false;
      return;
    }
    if (text.trim() === '') return;
    let value: unknown;
    try {
      value = losslessJson(text);
    } catch {
      rejected.push({ line, code: 'broken-json', detail: 'the line is not valid JSON', raw: text.slice(0, LONGEST_RAW) });
      return;
    }
    if (depthOf(value) > DEEPEST) rejected.push({ line, code: 'too-deep', detail: `nested more than ${String(DEEPEST)} levels`, raw: text.slice(0, LONGEST_RAW) });
    else for (const item of pages.items({ value, path: '', ancestors: [] })) items.push({ ...item, line });
  };
  const taken = (bytes: number): JsonBatch => {
    const batch = { items, rejected, bytes };
    items = [];
    rejected = [];
    return batch;
  };
  for await (const { text, bytes } of texts) {
    const pieces = text.split('\n');
    const last = pieces.pop() ?? '';
    pieces.forEach((piece, position) => {
      take(position === 0 ? held + piece : piece);
      if (position === 0) held = '';
    });
    held = pieces.length === 0 ? held + last : last;
    if (held.length > LONGEST_LINE) {
      if (!skipping) rejected.push({ line: line + 1, code: 'line-too-long', detail: `the line is longer than ${String(LONGEST_LINE)} characters` });
      skipping = true;
      held = '';
    }
    yield taken(bytes);
  }
  if (held.trim() !== '') take(held);
  yield taken(allBytes);
}
