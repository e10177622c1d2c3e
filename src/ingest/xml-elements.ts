import { Parser } from 'htmlparser2';
import type { ByteSource } from './byte-source.ts';
import { createTextDecoding } from './text-decoder.ts';

/** What is told of an XML part while it is read; names come without their prefix. Entities that a document defines itself are never resolved. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Reads an XML part in flat memory and hands its elements to `handler`, pausing after each block. Nothing is fetched and no
 * entity but the five of XML and numbered ones is replaced, so a document cannot grow while it is read.
 */
export async function* xmlElements(source: ByteSource, handler: XmlHandler, signal?: AbortSignal): AsyncGenerator<undefined> {
  const parser = new Parser({
    onopentag: (name, attributes) => handler.open(local(name), attributes),
    ontext: (text) => handler.text?.(text),
    onclosetag: (name) => handler.close?.(local(name)),
  }, { xmlMode: true, decodeEntities: true });
  const decoding = createTextDecoding('utf-8');
  for await (const block of source.open(signal)) {
    signal?.throwIfAborted();
    parser.write(decoding.write(block));
    yield undefined;
  }
  parser.write(decoding.end());
  parser.end();
  yield undefined;
}

/** Reads an XML part to its end. */
export async function readXml(source: ByteSource, handler: XmlHandler, signal?: AbortSignal): Promise<void> {
  const blocks = xmlElements(source, handler, signal);
  while ((await blocks.next()).done !== true);
}
