import { TRIBE_SHAPES, type TribeShape } from '../../domain/model/tribe-look.ts';

export { TRIBE_SHAPES, type TribeShape };
export { tribeShapePath } from '../../domain/drawing/tribe-shape-path.ts';

/**
 * The shape of the tribe at a place in the list; starts over after the eighth.
 * @example tribeShapeAt(1) // 'diamond'
 */
export function tribeShapeAt(position: number): TribeShape {
  return TRIBE_SHAPES[((position % TRIBE_SHAPES.length) + TRIBE_SHAPES.length) % TRIBE_SHAPES.length] ?? 'circle';
}
