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

/**
 * The shape of a stretch that wink-nlp 2.4 splits by its characters (src/tokenizer.js): a word or a number, with a mark
 * before it and one or two after it ("(hello)", "late...", "great!!", "10.30,"). Null for all other stretches, which only
 * wink-nlp's own rules can tell. ASCII alone; O(length).
 * @example stretchShape('(late!)') // { before: '(', word: 'late', isNumber: false, inner: '!', last: ')', simple: false }
 */
export function stretchShape(stretch: string): StretchShape | null {
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
