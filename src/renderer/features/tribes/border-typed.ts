/** The least and the most that the border of parity may be, in doublings. */
export const BORDER_RANGE = { least: 0.25, most: 3, step: 0.05 } as const;

/** A typed border, a comma read as the decimal sign; null when it is no number between a quarter of a doubling and three. */
export function typedBorder(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && value >= BORDER_RANGE.least && value <= BORDER_RANGE.most ? Math.round(value * 100) / 100 : null;
}
