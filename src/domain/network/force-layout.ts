import { seededRandom } from '../stats/seeded-random.ts';
import { quadTree } from './quad-tree.ts';
import type { TieGraph } from './tie-graph.ts';

/** How a graph is laid out. */
export interface LayoutOptions {
  readonly seed: number;
  /** Group of each node, which begins near the others of it; -1 for none. Only where nodes start, not where they end. */
  readonly groups?: Int32Array | undefined;
  /** Places to go on from, in the units of forces; NaN for nodes that had none, which begin among their neighbours that had. */
  readonly start?: Places | undefined;
  /** 300 when left out, 60 with a start. */
  readonly steps?: number | undefined;
  readonly check?: (() => void) | undefined;
}

/** Where each node lies. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What leads from places within one back to the units of forces: value x half + middle. */
export interface Frame {
  readonly half: number;
  readonly middleX: number;
  readonly middleY: number;
}

/** Where each node lies, from -1 to 1 both ways. */
export interface Layout extends Places {
  readonly frame: Frame;
}

const DEFAULT_STEPS = 300;
/** Forces are nearly at rest where nodes begin where they lay. */
const STEPS_FROM_START = 60;
const GRAVITY = 0.05;
/** Share of the place dealt to a newcomer by which it lies off the middle of its neighbours. */
const BESIDE = 0.01;
const SCALING = 2;
const TOLERANCE = 1;

/**
 * Places of nodes by forces, in [-1, 1] both ways: all push each other away, ties pull together, and gravity keeps the parts
 * of the graph in view; ties pull by the square root of their weight over the mean, so that a few strong ones do not collapse the
 * rest. Far nodes push together (Barnes-Hut). Each node's speed falls as it swings. Where nodes come to lie means nearness by
 * ties, axes mean nothing. Same seed, same places; where nodes go on from earlier ones, those who were
 * there stay about where they lay. steps x (nodes log nodes + ties).
 * Source: Jacomy, Venturini, Heymann & Bastian 2014, ForceAtlas2, PLoS ONE 9(6), e98679; Barnes & Hut 1986, Nature 324.
 */
export function forceLayout(graph: TieGraph, { seed, groups, start, steps = start === undefined ? DEFAULT_STEPS : STEPS_FROM_START, check = () => undefined }: LayoutOptions): Layout {
  const { size, offsets, neighbours, weights, totalWeight } = graph;
  const random = seededRandom(seed);
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const spread = Math.sqrt(size) * 4;
  for (let node = 0; node < size; node += 1) {
    // Groups begin on a spiral of the golden angle, evenly spread whatever their number.
    const group = groups?.[node] ?? -1;
    const radius = group < 0 ? 0 : spread * Math.sqrt((group + 1) / (group + 10));
    x[node] = radius * Math.cos(group * 2.399963229728653) + (random() - 0.5) * spread * 0.5;
    y[node] = radius * Math.sin(group * 2.399963229728653) + (random() - 0.5) * spread * 0.5;
  }
  if (start !== undefined) goOn(graph, start, { x, y });
  const mass = new Float64Array(size);
  for (let node = 0; node < size; node += 1) mass[node] = 1 + (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
  const meanTie = neighbours.length === 0 ? 1 : (2 * totalWeight) / neighbours.length;
  const pull = weights.map((weight) => Math.sqrt(weight / meanTie));
  const force = { x: new Float64Array(size), y: new Float64Array(size) };
  const before = { x: new Float64Array(size), y: new Float64Array(size) };
  let speed = 1;
  for (let step = 0; step < steps; step += 1) {
    check();
    const push = quadTree(x, y, mass);
    let swinging = 0;
    let travelling = 0;
    for (let node = 0; node < size; node += 1) {
      const here = { x: x[node] ?? 0, y: y[node] ?? 0 };
      const own = mass[node] ?? 1;
      const distance = Math.hypot(here.x, here.y);
      const pushed = push(node, SCALING * own);
      let fx = pushed.x - (distance === 0 ? 0 : (GRAVITY * own * here.x) / distance) * Math.sqrt(distance);
      let fy = pushed.y - (distance === 0 ? 0 : (GRAVITY * own * here.y) / distance) * Math.sqrt(distance);
      const end = offsets[node + 1] ?? 0;
      for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
        const other = neighbours[entry] ?? 0;
        fx += (pull[entry] ?? 0) * ((x[other] ?? 0) - here.x);
        fy += (pull[entry] ?? 0) * ((y[other] ?? 0) - here.y);
      }
      const swing = Math.hypot(fx - (before.x[node] ?? 0), fy - (before.y[node] ?? 0));
      swinging += own * swing;
      travelling += (own * Math.hypot(fx + (before.x[node] ?? 0), fy + (before.y[node] ?? 0))) / 2;
      force.x[node] = fx;
      force.y[node] = fy;
    }
    const wanted = swinging === 0 ? speed : (TOLERANCE * travelling) / swinging;
    speed = Math.max(0.01, Math.min(wanted, speed * 1.5));
    for (let node = 0; node < size; node += 1) {
      const fx = force.x[node] ?? 0;
      const fy = force.y[node] ?? 0;
      const swing = Math.hypot(fx - (before.x[node] ?? 0), fy - (before.y[node] ?? 0));
      const length = Math.hypot(fx, fy);
      const factor = Math.min((0.1 * speed) / (1 + speed * Math.sqrt(swing)), length === 0 ? 0 : 10 / length);
      x[node] = (x[node] ?? 0) + fx * factor;
      y[node] = (y[node] ?? 0) + fy * factor;
      before.x[node] = fx;
      before.y[node] = fy;
    }
  }
  return withinOne(x, y);
}

/** Puts nodes where they lay; those that lay nowhere, beside the middle of their neighbours that did, a little apart from each other. */
function goOn({ size, offsets, neighbours }: TieGraph, start: Places, { x, y }: Places): void {
  for (let node = 0; node < size; node += 1) {
    const [ownX, ownY] = [start.x[node] ?? Number.NaN, start.y[node] ?? Number.NaN];
    if (!Number.isNaN(ownX) && !Number.isNaN(ownY)) {
      x[node] = ownX;
      y[node] = ownY;
      continue;
    }
    const sum = { x: 0, y: 0, of: 0 };
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry += 1) {
      const [otherX, otherY] = [start.x[neighbours[entry] ?? 0] ?? Number.NaN, start.y[neighbours[entry] ?? 0] ?? Number.NaN];
      if (Number.isNaN(otherX) || Number.isNaN(otherY)) continue;
      sum.x += otherX;
      sum.y += otherY;
      sum.of += 1;
    }
    // where it was dealt to begin with keeps two newcomers of one person from lying in one place
    if (sum.of > 0) {
      x[node] = sum.x / sum.of + (x[node] ?? 0) * BESIDE;
      y[node] = sum.y / sum.of + (y[node] ?? 0) * BESIDE;
    }
  }
}

/** Places moved and shrunk into [-1, 1], the same in both directions; all in the middle where there is no extent. */
function withinOne(x: Float64Array, y: Float64Array): Layout {
  const bounds = (values: Float64Array): { middle: number; half: number } => {
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return values.length === 0 ? { middle: 0, half: 0 } : { middle: (low + high) / 2, half: (high - low) / 2 };
  };
  const [across, down] = [bounds(x), bounds(y)];
  const half = Math.max(across.half, down.half);
  return {
    x: x.map((value) => (half === 0 ? 0 : (value - across.middle) / half)), y: y.map((value) => (half === 0 ? 0 : (value - down.middle) / half)),
    frame: { half, middleX: across.middle, middleY: down.middle },
  };
}
