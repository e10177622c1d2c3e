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

interface Attempt {
  readonly boxes: readonly Box[];
  /** Square pixels covered, and a little for every place that was liked less. */
  readonly cost: number;
}

function attempt(wanted: readonly BoxWanted[], order: readonly number[], { frame, taken }: { readonly frame: Box; readonly taken: readonly Box[] }): Attempt {
  const boxes: Box[] = wanted.map(() => frame);
  const placed: Box[] = [];
  let cost = 0;
  for (const number of order) {
    const one = wanted[number];
    if (one === undefined) continue;
    let [best, least]: [Box, number] = [frame, Number.POSITIVE_INFINITY];
    for (const [rank, box] of candidates(one).entries()) {
      const outside = (box.right - box.left) * (box.bottom - box.top) - overlap(box, frame);
      const covered = [...taken, ...placed].reduce((sum, other) => sum + overlap(box, other), 0) + outside * 3 + rank * 0.5;
      if (covered < least) [best, least] = [box, covered];
    }
    boxes[number] = best;
    placed.push(best);
    cost += least;
  }
  return { boxes, cost };
}

/**
 * A box for every name, near its mark, inside the frame and over no other box, mark or taken place: the place that covers
 * least, of equal ones the one that is liked more. Four orders of placing are tried (as given and from each side), because
 * who comes first leaves less to the others; the best is kept. About thirty places a name and order.
 */
export function freeBoxes(wanted: readonly BoxWanted[], room: { readonly frame: Box; readonly taken: readonly Box[] }): readonly Box[] {
  const given = wanted.map((_, number) => number);
  const by = (key: (one: BoxWanted) => number): number[] => given.toSorted((first, second) => key(wanted[first] ?? NOWHERE) - key(wanted[second] ?? NOWHERE));
  const attempts = [given, by(({ y }) => y), by(({ y }) => -y), by(({ x }) => -x)].map((order) => attempt(wanted, order, room));
  return attempts.reduce((best, other) => (other.cost < best.cost ? other : best)).boxes;
}

const NOWHERE: BoxWanted = { x: 0, y: 0, radius: 0, width: 0, height: 0 };
