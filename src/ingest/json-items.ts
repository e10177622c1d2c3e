import { none } from 'stream-chain/core';
import { jsonParser, type Token } from 'stream-json/parser.js';
import type { RejectedRow } from '../domain/model/record.ts';
import { IngestFailure } from './ingest-failure.ts';
import { scriptStart } from './json-head.ts';
import type { JsonItem } from './json-item.ts';
import { createItemAssembler } from './json-item-assembler.ts';
import { lineItems } from './json-lines.ts';
import { createPages, DEEPEST, depthOf, itemsIn, type Pages } from './json-paths.ts';
import { losslessJson } from './lossless-json.ts';
import type { Part } from './record-format.ts';
import { createTextDecoding } from './text-decoder.ts';

/** Items met in one stretch, with lines that are no JSON. */
export interface JsonBatch {
  readonly items: readonly JsonItem[];
  readonly rejected: readonly RejectedRow[];
  readonly bytes: number;
}

/** A piece of a part's text, with the bytes of the part read so far. */
export interface JsonText {
  readonly text: string;
  readonly bytes: number;
}

/** Up to this size a document is parsed whole, by the strict parser of the language; above it, as a stream of tokens. */
const WHOLE_BYTES = 16 << 20;
const PIECE = 1 << 16;
/** Characters without a single token: one text longer than this is no message. */
const LONGEST_TEXT = 16 << 20;
/** Characters in which the assignment of a script has its place. */
const LONGEST_ASSIGNMENT = 400;

/** Where JSON.parse stopped, without the text it quotes. */
function brokenJson(error: unknown): IngestFailure {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const ended = /Unexpected end|Unterminated/.test(message);
  return new IngestFailure('unreadable-file', `the file is not valid JSON: ${ended ? 'it ends in the middle' : position === undefined ? 'a sign stands where none may' : `the sign at position ${position} may not stand there`}; export it again`);
}

/** What stands behind the assignment that a script begins with; the text itself when it is no script. */
function assignedText(text: string): string {
  return text.slice(scriptStart(text)?.from ?? 0);
}

async function* texts(part: Part, signal: AbortSignal | undefined): AsyncGenerator<JsonText> {
  const decoding = createTextDecoding(part.head.survey.encoding);
  let bytes = 0;
  for await (const block of part.source.open(signal)) {
    bytes += block.length;
    yield { text: decoding.write(block), bytes };
  }
  yield { text: decoding.end(), bytes };
}

async function* wholeItems(part: Part, pages: Pages, signal: AbortSignal | undefined): AsyncGenerator<JsonBatch> {
  const pieces: string[] = [];
  for await (const { text } of texts(part, signal)) pieces.push(text);
  let value: unknown;
  try {
    value = losslessJson(assignedText(pieces.join('')).replace(/;\s*$/, ''));
  } catch (error) {
    throw brokenJson(error);
  }
  let line = 0;
  let items: JsonItem[] = [];
  const rejected: RejectedRow[] = [];
  for (const item of itemsIn(value, pages)) {
    line += 1;
    if (depthOf(item.value) > DEEPEST) rejected.push({ line, code: 'too-deep', detail: `nested more than ${String(DEEPEST)} levels` });
    else items.push({ ...item, line });
    if (items.length >= 2000) {
      yield { items, rejected: rejected.splice(0), bytes: Math.round((part.head.survey.bytes * line) / (line + 2000)) };
      items = [];
    }
  }
  yield { items, rejected, bytes: part.head.survey.bytes };
}

async function* streamedItems(part: Part, pages: Pages, signal: AbortSignal | undefined): AsyncGenerator<JsonBatch> {
  const parse = jsonParser({ packValues: true, streamValues: false }) as unknown as (text: string | symbol) => unknown;
  const assemble = createItemAssembler(pages.outer);
  let line = 0;
  let quiet = 0;
  const feed = (text: string | symbol, items: JsonItem[]): void => {
    let result: unknown;
    try {
      result = parse(text);
    } catch (error) {
      throw error instanceof IngestFailure ? error : new IngestFailure('unreadable-file', `the file is not valid JSON after its item ${String(line)}; export it again`);
    }
    const tokens = typeof result === 'object' && result !== null && 'values' in result ? (result.values as Token[]) : typeof result === 'object' && result !== null && 'name' in result ? [result as Token] : [];
    quiet = tokens.length > 0 || typeof text !== 'string' ? 0 : quiet + text.length;
    if (quiet > LONGEST_TEXT) throw new IngestFailure('unreadable-file', `the file holds one text of more than ${String(LONGEST_TEXT)} characters`);
    for (const token of tokens) {
      const found = assemble(token);
      if (found === null) continue;
      for (const item of pages.items(found)) {
        line += 1;
        items.push({ ...item, line });
      }
    }
  };
  let started = false;
  // the beginning until it is long enough to show an assignment; then what may be the end of a script, whose semicolon is no JSON
  let held = '';
  const next = (text: string): string => {
    held += text;
    if (!started && held.length < LONGEST_ASSIGNMENT) return '';
    const rest = started ? held : assignedText(held);
    started = true;
    held = /[;\s]*$/.exec(rest.slice(-16))?.[0] ?? '';
    return rest.slice(0, rest.length - held.length);
  };
  for await (const { text, bytes } of texts(part, signal)) {
    const items: JsonItem[] = [];
    const rest = next(text);
    for (let at = 0; at < rest.length; at += PIECE) feed(rest.slice(at, at + PIECE), items);
    yield { items, rejected: [], bytes };
  }
  const items: JsonItem[] = [];
  feed((started ? held : assignedText(held)).replace(/;\s*$/, ''), items);
  feed(none, items);
  yield { items, rejected: [], bytes: part.head.survey.bytes };
}

/**
 * Reads the elements that stand under some paths of a JSON part, in flat memory, whatever its form: lines, a document, or a
 * script that assigns one. A path is written `messages[]`, `chats.list[].messages[]`, `[]`, with `*` for any key; `''` is the
 * document itself, which is then held in memory whole. Of two paths one of which lies below the other (`[]` and `[].data[]`)
 * the upper one gives pages: see {@link Pages}. Each line is a document of its own, an item of path `''` where it holds
 * nothing that a path names. Whole numbers beyond 2^53 come as texts. Of two members with one key the streamed reader sees
 * both, the whole reader the last; small documents are read whole, path by path, others in the order of the file. A line that
 * is no JSON is a rejection; a document that is none throws IngestFailure `unreadable-file` with the position.
 */
export function jsonItems(part: Part, patterns: readonly string[], signal?: AbortSignal): AsyncGenerator<JsonBatch> {
  const { json, survey } = part.head;
  if (json?.form === 'lines') return lineItems(texts(part, signal), patterns, survey.bytes);
  return (survey.bytes <= WHOLE_BYTES ? wholeItems : streamedItems)(part, createPages(patterns), signal);
}
