import type { TribeShape } from '../../domain/model/tribe-look.ts';
import { tribeColorAt } from './intent-style.ts';
import { tribeShapePath } from './tribe-shape.ts';

/** The sign of a tribe: its shape in its colour, beside a name that says which. */
export function TribeMark({ color, shape, size = 26 }: { readonly color: number; readonly shape: TribeShape; readonly size?: number }) {
  return (
    <svg className="tribe-mark" width={size} height={size} viewBox="-13 -13 26 26" aria-hidden="true">
      <path d={tribeShapePath(shape, 8)} fill={tribeColorAt(color)} fillRule="evenodd" />
    </svg>
  );
}
