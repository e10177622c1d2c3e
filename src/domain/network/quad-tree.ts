/** A square whose width over its distance is under this pushes as one. */
const OPENING = 1.2;
const DEEPEST = 40;

/**
 * Masses on a plane in a tree of squares, each split in four until it holds one; gives, for a node, the push of all others:
 * strength x mass / distance, away from them, squares far off counted as one mass in their middle, never one in which the
 * node itself lies, for it would push itself. Nodes in one place push each other not at all. The result object is reused. O(n log n) to build, O(log n) a push.
 * Source: Barnes & Hut 1986, Nature 324, 446-449.
 */
export function quadTree(x: Float64Array, y: Float64Array, mass: Float64Array): (node: number, strength: number) => { x: number; y: number } {
  const size = x.length;
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let node = 0; node < size; node += 1) {
    left = Math.min(left, x[node] ?? 0);
    right = Math.max(right, x[node] ?? 0);
    top = Math.min(top, y[node] ?? 0);
    bottom = Math.max(bottom, y[node] ?? 0);
  }
  const width = Math.max(right - left, bottom - top, 1e-9);
  let capacity = 4 * size + 64;
  // Of each square: first of its four children (-1 none), the node it holds (-1 none or several), mass and centre of mass.
  let children = new Int32Array(capacity).fill(-1);
  let holds = new Int32Array(capacity).fill(-1);
  let sums = new Float64Array(capacity * 3);
  let squares = 1;
  const split = (square: number): number => {
    if (squares + 4 > capacity) {
      capacity *= 2;
      const grow = (values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
        const larger = new Int32Array(capacity).fill(-1);
        larger.set(values);
        return larger;
      };
      children = grow(children);
      holds = grow(holds);
      const larger = new Float64Array(capacity * 3);
      larger.set(sums);
      sums = larger;
    }
    children[square] = squares;
    squares += 4;
    return squares - 4;
  };
  const add = (square: number, node: number): void => {
    const own = mass[node] ?? 0;
    sums[square * 3] = (sums[square * 3] ?? 0) + own;
    sums[square * 3 + 1] = (sums[square * 3 + 1] ?? 0) + own * (x[node] ?? 0);
    sums[square * 3 + 2] = (sums[square * 3 + 2] ?? 0) + own * (y[node] ?? 0);
  };
  const quarter = (node: number, middleX: number, middleY: number): number => ((x[node] ?? 0) >= middleX ? 1 : 0) + ((y[node] ?? 0) >= middleY ? 2 : 0);
  for (let node = 0; node < size; node += 1) {
    let square = 0;
    let [squareX, squareY, extent] = [left, top, width];
    for (let depth = 0; ; depth += 1) {
      const held = holds[square] ?? -1;
      const isLeaf = (children[square] ?? -1) < 0;
      const isEmpty = sums[square * 3] === 0;
      add(square, node);
      if (isLeaf && isEmpty) {
        holds[square] = node;
        break;
      }
      if (isLeaf && depth >= DEEPEST) {
        holds[square] = -1;
        break;
      }
      const half = extent / 2;
      const [middleX, middleY] = [squareX + half, squareY + half];
      let first = children[square] ?? -1;
      if (first < 0) {
        first = split(square);
        holds[square] = -1;
        if (held >= 0) {
          const child = first + quarter(held, middleX, middleY);
          holds[child] = held;
          add(child, held);
        }
      }
      const place = quarter(node, middleX, middleY);
      square = first + place;
      if ((place & 1) === 1) squareX = middleX;
      if ((place & 2) === 2) squareY = middleY;
      extent = half;
    }
  }
  const { last, next, holder, facts } = walked({ children, holds, sums, squares, left, top, width });
  const result = { x: 0, y: 0 };
  return (node, strength) => {
    const [ownX, ownY] = [x[node] ?? 0, y[node] ?? 0];
    let pushX = 0;
    let pushY = 0;
    for (let square = 0; square < last; ) {
      if (holder[square] === node) {
        square = next[square] ?? last;
        continue;
      }
      const fact = square * FACTS;
      const dx = ownX - (facts[fact] ?? 0);
      const dy = ownY - (facts[fact + 1] ?? 0);
      const squared = dx * dx + dy * dy;
      const extent = facts[fact + 5] ?? 0;
      // a square that is not split has no extent here: it always counts as one
      if (extent !== 0) {
        const [squareX, squareY] = [facts[fact + 3] ?? 0, facts[fact + 4] ?? 0];
        if (!(extent * extent < OPENING * OPENING * squared) || (ownX >= squareX && ownX <= squareX + extent && ownY >= squareY && ownY <= squareY + extent)) {
          square += 1;
          continue;
        }
      }
      if (squared > 0) {
        const force = strength * (facts[fact + 2] ?? 0);
        pushX += (force * dx) / squared;
        pushY += (force * dy) / squared;
      }
      square = next[square] ?? last;
    }
    result.x = pushX;
    result.y = pushY;
    return result;
  };
}

interface SplitSquares {
  readonly children: Int32Array;
  readonly holds: Int32Array;
  readonly sums: Float64Array;
  readonly squares: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Numbers of a square as it is walked over: middle of its mass, mass, corner, extent (0 where it is not split). */
const FACTS = 6;

/**
 * The squares that hold anything in the order in which they are walked over, parts of a square right after it: what a walk asks of
 * them lies side by side, and `next` of a square is the one after all its parts. Every push walks over hundreds of them.
 */
function walked({ children, holds, sums, squares, left, top, width }: SplitSquares): { readonly last: number; readonly next: Int32Array; readonly holder: Int32Array; readonly facts: Float64Array } {
  const next = new Int32Array(squares);
  const holder = new Int32Array(squares);
  const facts = new Float64Array(squares * FACTS);
  // a square to come, or, as its complement, one whose parts have all been laid out
  const stack = new Int32Array(5 * DEEPEST + 16);
  const bounds = new Float64Array(3 * (5 * DEEPEST + 16));
  let height = 1;
  bounds.set([left, top, width]);
  let last = 0;
  while (height > 0) {
    height -= 1;
    const square = stack[height] ?? 0;
    if (square < 0) {
      next[~square] = last;
      continue;
    }
    const total = sums[square * 3] ?? 0;
    if (total === 0) continue;
    const [squareX, squareY, extent] = [bounds[height * 3] ?? 0, bounds[height * 3 + 1] ?? 0, bounds[height * 3 + 2] ?? 0];
    const first = children[square] ?? -1;
    const place = last;
    last += 1;
    const fact = place * FACTS;
    facts[fact] = (sums[square * 3 + 1] ?? 0) / total;
    facts[fact + 1] = (sums[square * 3 + 2] ?? 0) / total;
    facts[fact + 2] = total;
    facts[fact + 3] = squareX;
    facts[fact + 4] = squareY;
    facts[fact + 5] = first < 0 ? 0 : extent;
    holder[place] = holds[square] ?? -1;
    stack[height] = ~place;
    height += 1;
    const half = extent / 2;
    for (let child = 0; first >= 0 && child < 4; child += 1) {
      stack[height] = first + child;
      bounds[height * 3] = squareX + ((child & 1) === 1 ? half : 0);
      bounds[height * 3 + 1] = squareY + ((child & 2) === 2 ? half : 0);
      bounds[height * 3 + 2] = half;
      height += 1;
    }
  }
  return { last, next, holder, facts };
}
