import type { RandomStream } from '../stats/seeded-random.ts';
import type { TieGraph } from './tie-graph.ts';

/** Gains below this share of the total weight are rounding, not gains: acting on them could move nodes in a circle. */
const LEAST_GAIN = 1e-13;

/** A random order of 0 to n - 1 (Fisher & Yates). */
export function randomOrder(count: number, random: RandomStream): Int32Array {
  const order = new Int32Array(count);
  for (let place = 0; place < count; place += 1) order[place] = place;
  for (let place = count - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    const kept = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/**
 * Moves nodes between communities while modularity rises, in place: every node starts in a queue in random order; a node
 * that moves puts back those neighbours that are not in its new community. A node may also leave for a community of its own.
 * Labels must lie below the number of nodes. Returns true when anything moved.
 * Source: Traag, Waltman & van Eck 2019, Scientific Reports 9, 5233, algorithm A.2, MoveNodesFast.
 */
export function moveNodesFast(graph: TieGraph, labels: Int32Array, { resolution, random }: { readonly resolution: number; readonly random: RandomStream }): boolean {
  const { size, offsets, neighbours, weights, strengths, totalWeight } = graph;
  const scale = resolution / (2 * totalWeight);
  const least = LEAST_GAIN * totalWeight;
  const strengthOf = new Float64Array(size);
  const sizeOf = new Int32Array(size);
  for (let node = 0; node < size; node += 1) {
    const label = labels[node] ?? 0;
    strengthOf[label] = (strengthOf[label] ?? 0) + (strengths[node] ?? 0);
    sizeOf[label] = (sizeOf[label] ?? 0) + 1;
  }
  const empty = new Int32Array(size);
  let empties = 0;
  for (let label = size - 1; label >= 0; label -= 1) {
    if (sizeOf[label] !== 0) continue;
    empty[empties] = label;
    empties += 1;
  }
  const queue = randomOrder(size, random);
  const waiting = new Uint8Array(size).fill(1);
  const weightTo = new Float64Array(size);
  const met = new Int32Array(size);
  let head = 0;
  let queued = size;
  let moved = false;
  while (queued > 0) {
    const node = queue[head] ?? 0;
    head = head + 1 === size ? 0 : head + 1;
    queued -= 1;
    waiting[node] = 0;
    const own = labels[node] ?? 0;
    const strength = strengths[node] ?? 0;
    const begin = offsets[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    let meetings = 0;
    for (let entry = begin; entry < end; entry += 1) {
      const label = labels[neighbours[entry] ?? 0] ?? 0;
      const known = weightTo[label] ?? 0;
      if (known === 0) {
        met[meetings] = label;
        meetings += 1;
      }
      weightTo[label] = known + (weights[entry] ?? 0);
    }
    const ownRest = (strengthOf[own] ?? 0) - strength;
    const stay = (weightTo[own] ?? 0) - strength * ownRest * scale;
    let best = own;
    let bestGain = stay + least;
    for (let meeting = 0; meeting < meetings; meeting += 1) {
      const label = met[meeting] ?? 0;
      if (label !== own) {
        const gain = (weightTo[label] ?? 0) - strength * (strengthOf[label] ?? 0) * scale;
        if (gain > bestGain) {
          best = label;
          bestGain = gain;
        }
      }
      weightTo[label] = 0;
    }
    if (bestGain < 0 && (sizeOf[own] ?? 0) > 1 && empties > 0) best = empty[empties - 1] ?? own;
    if (best === own) continue;
    moved = true;
    strengthOf[own] = ownRest;
    sizeOf[own] = (sizeOf[own] ?? 0) - 1;
    if (sizeOf[best] === 0) empties -= 1;
    if (sizeOf[own] === 0) {
      strengthOf[own] = 0;
      empty[empties] = own;
      empties += 1;
    }
    strengthOf[best] = (strengthOf[best] ?? 0) + strength;
    sizeOf[best] = (sizeOf[best] ?? 0) + 1;
    labels[node] = best;
    for (let entry = begin; entry < end; entry += 1) {
      const other = neighbours[entry] ?? 0;
      if (waiting[other] === 1 || labels[other] === best) continue;
      waiting[other] = 1;
      const tail = head + queued;
      queue[tail >= size ? tail - size : tail] = other;
      queued += 1;
    }
  }
  return moved;
}
