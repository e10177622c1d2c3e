/** One point of a step: which row's place across it has, and whose value. */
export interface StepPoint {
  /** Row that gives the place across. */
  readonly at: number;
  /** Row that gives the value: the row itself, or the one before it, whose value holds until here. */
  readonly of: number;
}

/**
 * The points through which straight lines draw steps over `rows` rows: at each row first the value that held until there, then
 * its own. A share of people still waiting is known at the rows and falls at once; a line from row to row would show shares
 * that nobody counted. Twice the rows less one; none for no row.
 * @example stepPoints(2) // [{ at: 0, of: 0 }, { at: 1, of: 0 }, { at: 1, of: 1 }]
 */
export function stepPoints(rows: number): StepPoint[] {
  return Array.from({ length: rows }, (_, row) => (row === 0 ? [{ at: 0, of: 0 }] : [{ at: row, of: row - 1 }, { at: row, of: row }])).flat();
}

/**
 * Cells of a column at {@link stepPoints}. A row without a value holds none and is held by none: the line ends at the row
 * before it and begins again at the next, so that a withheld value stays a gap as wide as in every other deliverable.
 * @example stepCells([1, null, 0.5]) // [1, null, null, null, 0.5]
 */
export function stepCells(cells: readonly (number | null)[]): (number | null)[] {
  return stepPoints(cells.length).map(({ at, of }) => ((cells[at] ?? null) === null ? null : (cells[of] ?? null)));
}
