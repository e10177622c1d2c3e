import { jsonParser, type Token } from 'stream-json/parser.js';
import { none } from 'stream-chain/core';
import { IngestFailure } from './ingest-failure.ts';
import type { JsonItem, JsonObject } from './json-item.ts';
import { createItemAssembler, DEEPEST, MEMBER_TEXT, pathSteps } from './json-item-assembler.ts';
import type { Part } from './record-format.ts';
import type { RejectedRow } from '../domain/model/record.ts';
import { LONGEST_RAW } from '../domain/model/record.ts';
import { createTextDecoding } from './text-decoder.ts';

/** Items met in one stretch, with lines that are no JSON. */
export interface JsonBatch {
  readonly items: readonly JsonItem[];
  readonly rejected: readonly RejectedRow[];
  readonly bytes: number;
}

/** Up to this size a document is parsed whole, by the strict parser of the language; above it, as a stream of tokens. */
const WHOLE_BYTES = 16 << 20;
const LONGEST_LINE = 64 << 20;
const PIECE = 1 << 16;
/** Characters without a single token: one text longer than this is no message. */
const LONGEST_TEXT = 16 << 20;

/** Depth of a value; more than the deepest allowed is reported as one more than that. */
function depthOf(value: unknown, limit = DEEPEST + 1): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (limit === 0) return 1;
  let deepest = 0;
  for (const inner of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) deepest = Math.max(deepest, depthOf(inner, limit - 1));
  return deepest + 1;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members of an object that fit beside an item: no arrays, no long texts, no large objects. */
function smallMembers(value: JsonObject): JsonObject {
  const kept: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    if (Array.isArray(member)) continue;
    if (typeof member === 'string' ? member.length <= MEMBER_TEXT : !isObject(member) || depthOf(member) <= 3) kept[key] = member;
  }
  return kept;
}

function* itemsIn(value: unknown, patterns: readonly string[]): Generator<Omit<JsonItem, 'line'>> {
  function* walk(at: unknown, steps: readonly string[], path: string, ancestors: readonly JsonObject[]): Generator<Omit<JsonItem, 'line'>> {
    const [step, ...rest] = steps;
    if (step === undefined) {
      yield { value: at, path, ancestors };
      return;
    }
    if (step === '[]') {
      if (Array.isArray(at)) for (const element of at as unknown[]) yield* walk(element, rest, path, ancestors);
      return;
    }
    if (!isObject(at)) return;
    const known = [...ancestors, smallMembers(at)];
    for (const key of step === '*' ? Object.keys(at) : Object.hasOwn(at, step) ? [step] : []) yield* walk(at[key], rest, path, known);
  }
  for (const pattern of patterns) yield* walk(value, pathSteps(pattern), pattern, []);
}

/** Where JSON.parse stopped, without the text it quotes. */
function brokenJson(error: unknown): IngestFailure {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const ended = /Unexpected end|Unterminated/.test(message);
  return new IngestFailure('unreadable-file', `the file is not valid JSON: ${ended ? 'it ends in the middle' : position === undefined ? 'a sign stands where none may' : `the sign at position ${position} may not stand there`}; export it again`);
}

/** What a text stands for once the assignment of a script is taken off. */
function withoutAssignment(text: string): string {
  return text.replace(/^\s*(?:window\.)?[\w$.[\]"']{1,120}\s*=\s*(?=[[{])/, '').replace(/;\s*$/, '');
}

async function* texts(part: Part, encoding: string, signal: AbortSignal | undefined): AsyncGenerator<{ text: string; bytes: number }> {
  const decoding = createTextDecoding(encoding);
  let bytes = 0;
  for await (const block of part.source.open(signal)) {
    bytes += block.length;
    yield { text: decoding.write(block), bytes };
  }
  yield { text: decoding.end(), bytes };
}

async function* lineItems(part: Part, encoding: string, signal: AbortSignal | undefined): AsyncGenerator<JsonBatch> {
  let held = '';
  let line = 0;
  let skipping = false;
  const take = (text: string, items: JsonItem[], rejected: RejectedRow[]): void => {
    line += 1;
    if (text.trim() === '') return;
    if (skipping) {
      skipping = false;
      return;
    }
    try {
      const value = JSON.parse(text) as unknown;
      if (depthOf(value) > DEEPEST) rejected.push({ line, code: 'too-deep', detail: `nested more than ${String(DEEPEST)} levels`, raw: text.slice(0, LONGEST_RAW) });
      else items.push({ value, path: '', line, ancestors: [] });
    } catch {
      rejected.push({ line, code: 'broken-json', detail: 'the line is not valid JSON', raw: text.slice(0, LONGEST_RAW) });
    }
  };
  for await (const { text, bytes } of texts(part, encoding, signal)) {
    const items: JsonItem[] = [];
    const rejected: RejectedRow[] = [];
    const pieces = text.split('\n');
    const last = pieces.pop() ?? '';
    pieces.forEach((piece, position) => {
      take(position === 0 ? held + piece : piece, items, rejected);
      if (position === 0) held = '';
    });
    held = pieces.length === 0 ? held + last : last;
    if (held.length > LONGEST_LINE) {
      if (!skipping) rejected.push({ line: line + 1, code: 'line-too-long', detail: `the line is longer than ${String(LONGEST_LINE)} characters` });
      skipping = true;
      held = '';
    }
    yield { items, rejected, bytes };
  }
  const items: JsonItem[] = [];
  const rejected: RejectedRow[] = [];
  if (held.trim() !== '') take(held, items, rejected);
  yield { items, rejected, bytes: part.head.survey.bytes };
}

async function* wholeItems(part: Part, patterns: readonly string[], { encoding, signal }: { encoding: string; signal: AbortSignal | undefined }): AsyncGenerator<JsonBatch> {
  const pieces: string[] = [];
  for await (const { text } of texts(part, encoding, signal)) pieces.push(text);
  let value: unknown;
  try {
    value = JSON.parse(withoutAssignment(pieces.join(''))) as unknown;
  } catch (error) {
    throw brokenJson(error);
  }
  let line = 0;
  let items: JsonItem[] = [];
  const rejected: RejectedRow[] = [];
  for (const item of itemsIn(value, patterns)) {
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

async function* streamedItems(part: Part, patterns: readonly string[], { encoding, signal }: { encoding: string; signal: AbortSignal | undefined }): AsyncGenerator<JsonBatch> {
  const parse = jsonParser({ packValues: true, streamValues: false }) as unknown as (text: string | symbol) => unknown;
  const assemble = createItemAssembler(patterns);
  let line = 0;
  let quiet = 0;
  let started = false;
  let ending = '';
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
      const item = assemble(token);
      if (item === null) continue;
      line += 1;
      items.push({ ...item, line });
    }
  };
  for await (const { text, bytes } of texts(part, encoding, signal)) {
    const items: JsonItem[] = [];
    let rest = text;
    if (!started && rest.trim() !== '') {
      started = true;
      rest = withoutAssignment(rest);
    }
    // a script may end with a semicolon, which is no JSON
    rest = ending + rest;
    ending = /[;\s]*$/.exec(rest.slice(-16))?.[0] ?? '';
    rest = rest.slice(0, rest.length - ending.length);
    for (let at = 0; at < rest.length; at += PIECE) feed(rest.slice(at, at + PIECE), items);
    yield { items, rejected: [], bytes };
  }
  const items: JsonItem[] = [];
  feed(ending.replace(';', ''), items);
  feed(none, items);
  yield { items, rejected: [], bytes: part.head.survey.bytes };
}

/**
 * Reads the elements that stand under some paths of a JSON part, in flat memory, whatever its form: lines (each line is an
 * item of path `''`), a document, or a script that assigns one. A path is written `messages[]`, `chats.list[].messages[]`,
 * `[]`, with `*` for any key; `''` is the document itself, for small ones only. Of two members with one key the streamed
 * reader sees both, the whole reader the last; small documents are read whole. A line that is no JSON is a rejection; a
 * document that is none throws IngestFailure `unreadable-file` with the position.
 */
export function jsonItems(part: Part, patterns: readonly string[], signal?: AbortSignal): AsyncGenerator<JsonBatch> {
  const { json, survey } = part.head;
  const encoding = survey.encoding;
  if (json?.form === 'lines') return lineItems(part, encoding, signal);
  return survey.bytes <= WHOLE_BYTES ? wholeItems(part, patterns, { encoding, signal }) : streamedItems(part, patterns, { encoding, signal });
}
