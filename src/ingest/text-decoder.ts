import { StringDecoder } from 'node:string_decoder';
import iconv from 'iconv-lite';
import { IngestFailure } from './ingest-failure.ts';

/** Turns consecutive blocks of bytes into text; `end` returns what an unfinished last character leaves. */
export interface TextDecoding {
  write(bytes: Buffer): string;
  end(): string;
}

/**
 * A decoder that accepts blocks cut anywhere, drops a byte order mark and turns CR LF and lone CR line ends into LF (a CR
 * before an LF never splits across blocks), so that rows are cut the same way whatever system wrote the file.
 * Throws IngestFailure `invalid-input` `unknown encoding: x`.
 */
export function createTextDecoding(encoding: string): TextDecoding {
  const name = encoding.slice(0, 40);
  if (!iconv.encodingExists(encoding)) throw new IngestFailure('invalid-input', `unknown encoding: ${name}`);
  const inner: { write(bytes: Buffer): string; end(): string | undefined } = /^utf-?8$/i.test(encoding) ? new StringDecoder('utf8') : iconv.getDecoder(encoding, { stripBOM: false });
  let first = true;
  let heldReturn = false;
  const clean = (decoded: string, last: boolean): string => {
    let text: string = decoded;
    if (first && text !== '') {
      first = false;
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }
    if (heldReturn) text = `\r${text}`;
    heldReturn = !last && text.endsWith('\r');
    if (heldReturn) text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  };
  return {
    write: (bytes) => clean(inner.write(bytes), false),
    end: () => clean(inner.end() ?? '', true),
  };
}
