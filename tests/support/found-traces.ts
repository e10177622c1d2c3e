import { unzipSync } from 'fflate';

/** Ways in which a word may be written in a file, as latin letters of its bytes. Lower case but for base64. */
function writings(word: string): { readonly folded: readonly string[]; readonly exact: readonly string[] } {
  const latin = (bytes: Buffer): string => bytes.toString('latin1');
  const wide = Buffer.from(word, 'utf16le');
  // behind none, one or two other bytes; the letters at either end depend on the neighbours
  const base64 = [0, 1, 2].map((before) => Buffer.concat([Buffer.alloc(before), Buffer.from(word)]).toString('base64').slice(before === 0 ? 0 : before + 1).replace(/=+$/u, '').slice(0, -1));
  const encoded = [...word].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  return { folded: [word, latin(wide), latin(Buffer.from(wide).swap16()), encoded, Buffer.from(word).toString('hex')], exact: base64 };
}

/**
 * Places in which a word stands in a file, as text in UTF-8 or UTF-16, percent-encoded, in hexadecimal or base64, in any case
 * of letters: in the file's own bytes, in its name, and in the parts of archives however deep. Empty when it is nowhere.
 */
export function foundTraces(name: string, bytes: Uint8Array, word: string): string[] {
  const { folded, exact } = writings(word.toLowerCase());
  const text = Buffer.from(bytes).toString('latin1');
  const low = text.toLowerCase();
  const own = name.toLowerCase().includes(word) || folded.some((writing) => low.includes(writing)) || exact.some((writing) => text.includes(writing)) ? [name] : [];
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  return [...own, ...(isZip ? Object.entries(unzipSync(bytes)).flatMap(([part, inner]) => foundTraces(`${name}/${part}`, inner, word)) : [])];
}
