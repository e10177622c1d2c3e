/** A word of a text: lower case as written, with its place in the lower-case text. */
export interface ScannedWord {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** Only blanks, hyphens or apostrophes stand between it and the word before; a line end, a comma or a sign parts them. */
  readonly follows: boolean;
}

/** Longest beginning of a text that is scanned, in UTF-16 units. */
const MOST_UNITS = 8000;

const LETTER = 1;
const DIGIT = 2;
const JOINT = 3;
/** Classes of the characters of Latin text; everything else parts words. */
const CLASSES = ((): Uint8Array => {
  const classes = new Uint8Array(0x250);
  for (let code = 0; code < classes.length; code += 1) {
    const character = String.fromCharCode(code);
    if (/\p{L}/u.test(character)) classes[code] = LETTER;
    else if (code >= 48 && code <= 57) classes[code] = DIGIT;
  }
  for (const joint of " '-") classes[joint.charCodeAt(0)] = JOINT;
  return classes;
})();
const AT = 64;
const AMPERSAND = 38;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/u;
const ADDRESS = /https?:\/\/\S*|www\.\S*/gu;
const HANDLE_END = /[^\p{L}\p{N}_.]/u;

/** The text that words are scanned in: its beginning in lower case, accents composed, one kind of apostrophe, links blotted out. */
export function scannableText(text: string): string {
  let lower = (text.length > MOST_UNITS ? text.slice(0, MOST_UNITS) : text).toLowerCase();
  if (/[\u0300-\u036f]/u.test(lower)) lower = lower.normalize('NFC');
  if (lower.includes('’') || lower.includes('`')) lower = lower.replaceAll(/[’`]/gu, "'");
  if (lower.includes('http') || lower.includes('www.')) lower = lower.replaceAll(ADDRESS, (address) => '.'.repeat(address.length));
  return lower;
}

/**
 * Visits the words of a text made by {@link scannableText}, in order: runs of Latin letters and digits that begin with a
 * letter. Handles, links, entities and numbers are no words; a hashtag is the word after its sign. An apostrophe ends a
 * word, so that "dell'ordine" is "dell" and "ordine". Linear in the length; nothing is kept.
 */
export function scanWords(text: string, visit: (word: ScannedWord) => void): void {
  let at = 0;
  let follows = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = code < 0x250 ? CLASSES[code] : 0;
    if (kind === LETTER) {
      const start = at;
      at += 1;
      for (; at < text.length; at += 1) {
        const next = text.charCodeAt(at);
        const inside = next < 0x250 ? CLASSES[next] : 0;
        if (inside !== LETTER && inside !== DIGIT) break;
      }
      visit({ form: text.slice(start, at), start, end: at, follows });
      follows = true;
      continue;
    }
    if (code === AT) at = afterHandle(text, at + 1);
    else if (kind === DIGIT) at = afterNumber(text, at);
    else if (code === AMPERSAND) at += ENTITY.exec(text.slice(at, at + 10))?.[0].length ?? 1;
    else {
      at += 1;
      if (kind === JOINT) continue;
    }
    follows = false;
  }
}

function afterHandle(text: string, from: number): number {
  let at = from;
  while (at < text.length && !HANDLE_END.test(text.charAt(at))) at += 1;
  return at;
}

function afterNumber(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 0x250 ? CLASSES[code] : 0;
    if (kind !== DIGIT && kind !== LETTER) break;
  }
  return at;
}
