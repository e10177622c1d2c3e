/** A rectangle of a drawing, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A name that is looking for a place beside its mark. */
export interface BoxWanted {
  /** Middle of the mark, and how far it reaches. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

/** The area two boxes share, square pixels; 0 where they only touch. */
export function overlap(first: Box, second: Box): number {
  return Math.max(0, Math.min(first.right, second.right) - Math.max(first.left, second.left)) * Math.max(0, Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top));
}

const GAP = 6;

/** Places around a mark in the order they are liked: beside it, above, below, then beside it further up or down. */
function candidates({ x, y, radius, width, height }: BoxWanted): Box[] {
  const beside = (side: 1 | -1, shift: number): Box => {
    const left = side === 1 ? x + radius + GAP : x - radius - GAP - width;
    return { left, right: left + width, top: y + shift - height / 2, bottom: y + shift + height / 2 };
  };
  const over = (top: number): Box => ({ left: x - width / 2, right: x + width / 2, top, bottom: top + height });
  const near = [beside(1, 0), beside(-1, 0), over(y - radius - GAP - height), over(y + radius + GAP)];
  const far = [0.5, 1, 1.5, 2, 3, 4].flatMap((times) => ([-1, 1] as const).flatMap((way) => ([1, -1] as const).map((side) => beside(side, way * times * height))));
  return [...near, ...far];
}

/**
 * A box for every name, near its mark, inside the frame and over no other box, mark or taken place: the first place in the
 * order that is free, else the one that covers least. Names are placed in the order given. About thirty places a name.
 */
export function freeBoxes(wanted: readonly BoxWanted[], { frame, taken }: { readonly frame: Box; readonly taken: readonly Box[] }): readonly Box[] {
  const placed: Box[] = [];
  for (const one of wanted) {
    let [best, least]: [Box | null, number] = [null, Number.POSITIVE_INFINITY];
    for (const box of candidates(one)) {
      const outside = (box.right - box.left) * (box.bottom - box.top) - overlap(box, frame);
      const covered = [...taken, ...placed].reduce((sum, other) => sum + overlap(box, other), 0) + outside * 3;
      if (covered >= least) continue;
      [best, least] = [box, covered];
      if (covered < 0.5) break;
    }
    placed.push(best ?? frame);
  }
  return placed;
}
