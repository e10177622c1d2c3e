import type { PointsBox } from '../../charts/map-plane.ts';

/** The four limits as typed. */
export interface BoxTexts {
  readonly createdFrom: string;
  readonly createdTo: string;
  readonly consumedFrom: string;
  readonly consumedTo: string;
}

/** The four sides of a rectangle on the map. */
export const BOX_SIDES = ['createdFrom', 'createdTo', 'consumedFrom', 'consumedTo'] as const;

/** A rectangle as it stands in the fields; open sides are empty. */
export function boxTexts(box: PointsBox | null): BoxTexts {
  const text = (side: (typeof BOX_SIDES)[number]): string => (box?.[side] === undefined ? '' : String(box[side]));
  return { createdFrom: text('createdFrom'), createdTo: text('createdTo'), consumedFrom: text('consumedFrom'), consumedTo: text('consumedTo') };
}

/**
 * The rectangle that the fields describe; a comma is read as the decimal sign, an empty field leaves the side open. Null
 * when all are empty; `invalid` when one is not a number from 0 up, or an end lies before its start.
 */
export function typedBox(texts: BoxTexts): PointsBox | null | 'invalid' {
  const box: { -readonly [Side in keyof PointsBox]: PointsBox[Side] } = {};
  for (const side of BOX_SIDES) {
    const text = texts[side].trim().replace(',', '.');
    if (text === '') continue;
    const points = Number(text);
    if (!(points >= 0 && points < Infinity)) return 'invalid';
    box[side] = points;
  }
  if ((box.createdFrom ?? 0) > (box.createdTo ?? Infinity) || (box.consumedFrom ?? 0) > (box.consumedTo ?? Infinity)) return 'invalid';
  return Object.keys(box).length === 0 ? null : box;
}
