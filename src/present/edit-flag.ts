import type { EditFlag, LinkedFigure } from '../domain/model/report.ts';

function order(figures: readonly LinkedFigure[]): string {
  return figures.filter(({ value }) => value !== null).toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0)).map(({ key }) => key).join('\n');
}

/**
 * What has moved under a sentence since a person changed it: a figure is gone, its sign is another one, the figures stand in
 * another order, or a rounded value is written differently; the gravest of these, null when nothing moved. Figures are
 * matched by key; those that came later are not looked at.
 */
export function editFlag(then: readonly LinkedFigure[], now: readonly LinkedFigure[]): EditFlag | null {
  const today = new Map(now.map((figure) => [figure.key, figure]));
  const pairs = then.map((figure) => [figure, today.get(figure.key)] as const);
  if (pairs.some(([figure, found]) => found === undefined || (figure.value !== null && found.value === null))) return 'gone';
  if (pairs.some(([figure, found]) => Math.sign(figure.value ?? 0) !== Math.sign(found?.value ?? 0))) return 'sign';
  const keys = new Set(then.map(({ key }) => key));
  if (order(then) !== order(now.filter(({ key }) => keys.has(key)))) return 'order';
  return pairs.some(([figure, found]) => figure.written !== found?.written) ? 'value' : null;
}
