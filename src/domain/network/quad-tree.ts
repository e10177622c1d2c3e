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
  const stack = new Int32Array(4 * DEEPEST + 8);
  const extents = new Float64Array(4 * DEEPEST + 8);
  const lefts = new Float64Array(4 * DEEPEST + 8);
  const tops = new Float64Array(4 * DEEPEST + 8);
  const result = { x: 0, y: 0 };
  return (node, strength) => {
    const [ownX, ownY] = [x[node] ?? 0, y[node] ?? 0];
    result.x = 0;
    result.y = 0;
    let height = 1;
    stack[0] = 0;
    extents[0] = width;
    lefts[0] = left;
    tops[0] = top;
    while (height > 0) {
      height -= 1;
      const square = stack[height] ?? 0;
      const extent = extents[height] ?? 0;
      const [squareX, squareY] = [lefts[height] ?? 0, tops[height] ?? 0];
      const total = sums[square * 3] ?? 0;
      if (total === 0 || holds[square] === node) continue;
      const dx = ownX - (sums[square * 3 + 1] ?? 0) / total;
      const dy = ownY - (sums[square * 3 + 2] ?? 0) / total;
      const squared = dx * dx + dy * dy;
      const first = children[square] ?? -1;
      const holdsOwn = ownX >= squareX && ownX <= squareX + extent && ownY >= squareY && ownY <= squareY + extent;
      if (first < 0 || (!holdsOwn && extent * extent < OPENING * OPENING * squared)) {
        if (squared > 0) {
          result.x += (strength * total * dx) / squared;
          result.y += (strength * total * dy) / squared;
        }
        continue;
      }
      for (let child = 0; child < 4; child += 1) {
        const half = extent / 2;
        stack[height] = first + child;
        extents[height] = half;
        lefts[height] = squareX + ((child & 1) === 1 ? half : 0);
        tops[height] = squareY + ((child & 2) === 2 ? half : 0);
        height += 1;
      }
    }
    return result;
  };
}
