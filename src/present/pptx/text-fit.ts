const NARROW = new Set('ijl|\'’‘.,:;!·');
const SLIM = new Set('ftrI ()[]{}-/\\“”"`°\u00a0');
const MIDDLE = new Set('cksvxyzJ?');
const WIDE = new Set('mwMW%@—…');
const KNOWN_WIDTHS = new Set(['calibri', 'arial', 'helvetica', 'carlito', 'liberation sans', 'calibri light', 'segoe ui']);
const UNKNOWN_FONT = 1.15;

/** Height of a line of text against its size: what Calibri takes, the tallest of the usual fonts. */
export const LINE_HEIGHT = 1.22;

/** Least size of letters on a slide, in points. */
export const LEAST_POINTS = 10;

function signWidth(sign: string): number {
  if (NARROW.has(sign)) return 0.25;
  if (SLIM.has(sign)) return 0.33;
  if (MIDDLE.has(sign)) return 0.5;
  if (WIDE.has(sign)) return 0.9;
  return sign >= 'A' && sign <= 'Z' ? 0.69 : 0.556;
}

/**
 * How wide a text runs in inches, on the careful side: the widths of Arial, which is wider than Calibri; a seventh more for fonts
 * whose widths are not known, and a twelfth more in bold.
 */
export function textWidth(text: string, points: number, { font = 'Arial', bold = false }: { readonly font?: string; readonly bold?: boolean } = {}): number {
  let ems = 0;
  for (const sign of text) ems += signWidth(sign);
  return (ems * points * (bold ? 1.08 : 1) * (KNOWN_WIDTHS.has(font.toLowerCase()) ? 1 : UNKNOWN_FONT)) / 72;
}

/** A text as lines no wider than `width` inches, broken between words; a word that is wider alone is broken where it must be. Empty text is one line. */
export function wrappedLines(text: string, width: number, points: number, face: { readonly font?: string; readonly bold?: boolean } = {}): readonly string[] {
  return text.split('\n').flatMap((part) => {
    const lines: string[] = [];
    let line = '';
    for (const word of part.split(' ').flatMap((whole) => pieces(whole, width, points, face))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(longer, points, face) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

function pieces(word: string, width: number, points: number, face: { readonly font?: string; readonly bold?: boolean }): readonly string[] {
  if (textWidth(word, points, face) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && textWidth(piece + sign, points, face) > width) {
      found.push(piece);
      piece = sign;
    } else piece += sign;
  }
  return [...found, piece];
}

/** Height in inches that so many lines take. */
export function linesHeight(lines: number, points: number): number {
  return (lines * points * LINE_HEIGHT) / 72;
}

/** A text in at most so many lines of a width; what does not fit gives way to an ellipsis. `cut` says whether anything was left out. */
export function clippedLines(text: string, width: number, points: number, most: number, face: { readonly font?: string; readonly bold?: boolean } = {}): { readonly lines: readonly string[]; readonly cut: boolean } {
  const lines = wrappedLines(text, width, points, face);
  if (lines.length <= most) return { lines, cut: false };
  let last = lines[most - 1] ?? '';
  while (last !== '' && textWidth(`${last}…`, points, face) > width) last = last.slice(0, -1);
  return { lines: [...lines.slice(0, most - 1), `${last.trimEnd()}…`], cut: true };
}

/** The largest size of `from` down to `least` points at which a text takes no more than its box; at `least` it may be cut. */
export function fittedText(text: string, box: { readonly width: number; readonly height: number }, sizes: { readonly from: number; readonly least?: number; readonly font?: string; readonly bold?: boolean }): { readonly text: string; readonly points: number; readonly cut: boolean } {
  const least = sizes.least ?? LEAST_POINTS;
  for (let points = sizes.from; points >= least; points -= 0.5) {
    if (linesHeight(wrappedLines(text, box.width, points, sizes).length, points) <= box.height) return { text, points, cut: false };
  }
  const most = Math.max(1, Math.floor((box.height * 72) / (least * LINE_HEIGHT)));
  const { lines, cut } = clippedLines(text, box.width, least, most, sizes);
  return { text: lines.join(' '), points: least, cut };
}
