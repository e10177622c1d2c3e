const NARROW = /[ijlIt.,:;'’|!()[\]{}\s‘“”«»/-]/u;
const WIDE = /[mwMW@%—…]/u;
const CAPITAL_OR_DIGIT = /[\p{Lu}\d<>=+−~]/u;
const PICTURE = /[\u1100-\u11FF\u2E80-\uFFEF]|\p{Extended_Pictographic}|[\u{20000}-\u{3FFFF}]/u;

function share(sign: string): number {
  if (PICTURE.test(sign)) return 1.05;
  if (NARROW.test(sign)) return 0.4;
  if (WIDE.test(sign)) return 1;
  return CAPITAL_OR_DIGIT.test(sign) ? 0.7 : 0.62;
}

/** How much wider bold letters are. */
const BOLD = 1.13;

/**
 * How wide a text is at most, in pixels, without a font at hand: each letter counts as wide as in the widest of the system
 * fonts that may be met, so that what is said to fit fits.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const sign of text) width += share(sign);
  return width * size * (bold ? BOLD : 1);
}

/** A text cut at the end with an ellipsis so that it fits; whole where it fits already. */
export function shortened(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join('').trimEnd()}…`, size, bold) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** How a text is broken. */
export interface TextRoom {
  readonly width: number;
  readonly size: number;
  readonly lines: number;
  readonly bold?: boolean;
}

/**
 * A text broken between words into at most `lines` lines of a width; what does not fit ends in an ellipsis. At least one
 * line, also of an empty text.
 * @example wrappedText('uno due', { width: 40, size: 12, lines: 2 }) // ['uno', 'due']
 */
export function wrappedText(text: string, { width, size, lines, bold = false }: TextRoom): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const made: string[] = [];
  let line = '';
  while (words.length > 0) {
    const word = words[0] ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size, bold) <= width) {
      line = longer;
      words.shift();
      continue;
    }
    if (made.length === lines - 1) break;
    made.push(line);
    line = '';
  }
  return [...made, shortened(words.length === 0 ? line : `${line} ${words.join(' ')}`, width, size, bold)].map((one, place, all) => (place === all.length - 1 ? one : shortened(one, width, size, bold)));
}
