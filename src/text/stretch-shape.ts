/** How a stretch without blanks falls into tokens, told by its characters alone. */
export interface StretchShape {
  /** A mark before the word, empty where there is none. */
  readonly before: string;
  /** Letters, or a number. */
  readonly word: string;
  readonly isNumber: boolean;
  /** The mark that closes the word, empty where there is none: with the word it may be one token ("Mr."). */
  readonly inner: string;
  /** What follows, one token; empty where nothing does. */
  readonly last: string;
  /** Nothing stands before the word and one mark after it, which is parted from the word whatever the word is. */
  readonly simple: boolean;
}

const SHAPE = /^(?<before>--|['"[({-])?(?:(?<letters>[a-z]+)|(?<number>\d+(?:[.,/:-]\d+)*))(?<tail>[^a-z\d\s]*|'s)$/iu;
/** Marks that a word is parted from where they close it. */
const CLOSING = '"])},.!;?/:';
/** What stands last: after a word, and after one that a mark stands before. */
const LAST = /^(?:\.+|--|['",.!;?:-]|'s)$/u;
const LAST_OF_ENCLOSED = /^(?:--|['"\])},!;?:-])$/u;

const FIRST_BEYOND_ASCII = 0x80;
const LETTERS = Uint8Array.from({ length: FIRST_BEYOND_ASCII }, (_, code) => (/[a-z]/iu.test(String.fromCharCode(code)) ? 1 : 0));

/** Letters alone, or with one mark after them: most stretches, told without the pattern. Null for all others. */
const plainShape = (stretch: string): StretchShape | null => {
  let end = 0;
  while (end < stretch.length) {
    const code = stretch.charCodeAt(end);
    if (code >= FIRST_BEYOND_ASCII || LETTERS[code] === 0) break;
    end += 1;
  }
  if (end > 0 && end === stretch.length) return { before: '', word: stretch, isNumber: false, inner: '', last: '', simple: false };
  if (end < 2 || end !== stretch.length - 1 || !CLOSING.includes(stretch.charAt(end))) return null;
  return { before: '', word: stretch.slice(0, end), isNumber: false, inner: stretch.charAt(end), last: '', simple: true };
};

/**
 * The shape of a stretch that wink-nlp 2.4 splits by its characters (src/tokenizer.js): a word or a number, with a mark
 * before it and one or two after it ("(hello)", "late...", "great!!", "10.30,"). Null for all other stretches, which only
 * wink-nlp's own rules can tell. ASCII alone; O(length).
 * @example stretchShape('(late!)') // { before: '(', word: 'late', isNumber: false, inner: '!', last: ')', simple: false }
 */
export function stretchShape(stretch: string): StretchShape | null {
  const plain = plainShape(stretch);
  if (plain !== null) return plain;
  const groups = SHAPE.exec(stretch)?.groups;
  if (groups === undefined) return null;
  const { before = '', letters = '', number = '', tail = '' } = groups;
  const isNumber = letters === '';
  const word = isNumber ? number : letters;
  const made = (inner: string, last: string, simple = false): StretchShape => ({ before, word, isNumber, inner, last, simple });
  if (before === '' && tail === '') return made('', '');
  // a single letter, a number after a mark and a digit before one are matters of their own
  if (word.length < 2 || (isNumber && before !== '')) return null;
  if (before === '' && !isNumber && tail.length === 1 && CLOSING.includes(tail)) return made(tail, '', true);
  const isLast = (end: string): boolean => (end === '' ? before !== '' : before === '' ? LAST.test(end) : before !== "'" && LAST_OF_ENCLOSED.test(end));
  if (isLast(tail)) return made('', tail);
  return !isNumber && tail.length > 1 && CLOSING.includes(tail.charAt(0)) && isLast(tail.slice(1)) ? made(tail.charAt(0), tail.slice(1)) : null;
}
