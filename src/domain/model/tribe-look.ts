/** The eight shapes of tribes, always in this order: a tribe is told apart without its colour. */
export const TRIBE_SHAPES = ['circle', 'diamond', 'square', 'triangle', 'hexagon', 'star', 'cross', 'ring'] as const;
export type TribeShape = (typeof TRIBE_SHAPES)[number];

/** How many colours tribes have; a colour is its place from 0, and each theme has its own set. */
export const TRIBE_COLORS = 8;

/** How a tribe is drawn everywhere. */
export interface TribeLook {
  readonly color: number;
  readonly shape: TribeShape;
}

/**
 * The look of the tribe at a place in its lens where nobody chose one; starts over after the eighth.
 * @example defaultLook(9).shape // 'diamond'
 */
export function defaultLook(position: number): TribeLook {
  const place = ((position % TRIBE_COLORS) + TRIBE_COLORS) % TRIBE_COLORS;
  return { color: place, shape: TRIBE_SHAPES[place] ?? 'circle' };
}
