import { isUtf8 } from 'node:buffer';

/** Characters that windows-1252 has at 0x80 to 0x9F, by their code there; the five gaps stand for themselves. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CODE_OF = new Map([...WINDOWS].map((character, position) => [character, 0x80 + position] as const));
const RUN = /[\u0080-\u{10ffff}]+(?: (?=[^\u0000-\u007f]|$|\s|[a-z]))?/gu;

/** The bytes that characters had in windows-1252; null when one of them has none. */
function windowsBytes(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = CODE_OF.get(character) ?? character.charCodeAt(0);
    if (code > 0xff) return null;
    bytes.push(code);
  }
  return Uint8Array.from(bytes);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decoded(run: string): string | null {
  const bytes = windowsBytes(run);
  // asked first, because a failed decoding costs a hundred times as much as a sound one
  if (bytes === null || !isUtf8(bytes)) return null;
  const text = decoder.decode(bytes);
  return text === run ? null : text;
}

/**
 * A text whose UTF-8 bytes were once read as windows-1252, as it was before; parts that were not come back untouched.
 * The no-break space that `à` leaves behind is often a plain space by then, and counts as one.
 * @example singleEncoded('caffÃ¨') // 'caffè'
 */
export function singleEncoded(text: string): string {
  return text.replace(RUN, (run) => {
    const plain = run.replace(/ $/, '');
    const rest = run.slice(plain.length);
    const whole = decoded(plain);
    if (whole !== null) return whole + rest;
    return plain.endsWith('Ã') && rest === ' ' ? (decoded(`${plain}\u00a0`) ?? run) : run;
  });
}

/** What a column's texts show: how many are double-encoded, and how many hold accents that are not. */
export interface DoubleEncoding {
  readonly damaged: number;
  readonly sound: number;
}

/** Counts the double-encoded texts among others. */
export function doubleEncoding(texts: Iterable<string>): DoubleEncoding {
  let damaged = 0;
  let sound = 0;
  for (const text of texts) {
    if (singleEncoded(text) !== text) damaged += 1;
    else if (/[\u00c0-\u024f]/.test(text)) sound += 1;
  }
  return { damaged, sound };
}

/** True when so nearly all texts with accents are double-encoded that repairing them all does no harm. */
export function isRepairable({ damaged, sound }: DoubleEncoding): boolean {
  return damaged > 0 && sound <= damaged / 20;
}
