/** The dated beginning of a line of a chat: numbers as written, in the order written, and what follows. */
export interface ChatLine {
  readonly date: readonly [first: string, second: string, third: string];
  readonly hour: number;
  readonly minute: number;
  /** Null where the phone writes no seconds. */
  readonly second: number | null;
  /** What stands behind the time: "Name: text", or a line of the program itself. */
  readonly rest: string;
}

/** Marks of writing direction, which phones put between anything. */
const MARK = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*';
// every repetition is bounded and none overlaps its neighbour: a line of any length costs one look at its beginning
const HEADER = new RegExp(
  `^${MARK}(\\[?)${MARK}(\\d{1,4})${MARK}([./-])${MARK}\\s?(\\d{1,2})${MARK}\\3${MARK}\\s?(\\d{1,4})${MARK}\\.?,?\\s{1,2}(?:(?:alle ore|alle|ore|at|um|à|às|a las|a la|kl\\.)\\s)?`
  + `${MARK}(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:\\s{0,2}([ap])\\.?\\s?m\\.?)?${MARK}(?:(\\])\\s?|\\s[-–]\\s?|:\\s)`, 'i',
);
const LONGEST_HEADER = 120;

/**
 * Reads the beginning of a line of a chat export of any phone: brackets or a dash, dots, slashes or dashes in the date,
 * twelve hours or twenty-four, with or without seconds. Null for a line that continues the message above it.
 * @example chatLine('31/12/24, 11:34 p. m. - Anna: Auguri')?.hour // 23
 */
export function chatLine(line: string): ChatLine | null {
  const start = line.charCodeAt(0);
  // most lines that continue a message begin with a letter
  if (!(start >= 48 && start <= 57) && start !== 91 && start < 0x2000) return null;
  const match = HEADER.exec(line.slice(0, LONGEST_HEADER));
  if (match === null) return null;
  const [whole, open, first = '', , second = '', third = '', hours = '', minutes = '', seconds, half, close] = match;
  if ((open === '[') !== (close === ']')) return null;
  if (first.length === 3 || third.length === 3 || (first.length === 4 && third.length === 4)) return null;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minute = Number(minutes);
  const second60 = seconds === undefined ? null : Number(seconds);
  if (hour > 23 || minute > 59 || (second60 ?? 0) > 59) return null;
  return { date: [first, second, third], hour, minute, second: second60, rest: line.slice(whole.length) };
}
