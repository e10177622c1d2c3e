/** A stretch of text that carries a label. Offsets are UTF-16 units, end exclusive. */
export interface LabelledSpan {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of text with every label that covers it; plain pieces have none. */
export interface TextPiece {
  readonly text: string;
  readonly codes: readonly string[];
}

/**
 * Cuts a text where labelled stretches begin and end, so that overlapping ones show together. Stretches outside the text
 * are cut to it, empty ones ignored. Joining the pieces gives the text back.
 * @example textPieces('non va', [{ code: 'trouble', start: 0, end: 3 }]) // [{ text: 'non', codes: ['trouble'] }, { text: ' va', codes: [] }]
 */
export function textPieces(text: string, spans: readonly LabelledSpan[]): TextPiece[] {
  const inside = spans
    .map(({ code, start, end }) => ({ code, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, position) => {
    const to = cuts[position + 1] ?? text.length;
    return { text: text.slice(from, to), codes: [...new Set(inside.filter(({ start, end }) => start <= from && end >= to).map(({ code }) => code))] };
  });
}
