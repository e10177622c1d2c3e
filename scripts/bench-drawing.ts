import { graphModel, showAround } from '../src/renderer/features/network/graph-model.ts';
import { madeUpTies } from './bench/made-up-ties.ts';

// `npm run bench:drawing -- [people] [ties]`: what the window itself does to draw a made-up graph (5,000 people and 25,000
// ties unless told otherwise), frames being the renderer's own: laying it out for the renderer once, and showing one person
// with their neighbours, or everybody again, on a click.
const people = Number(process.argv[2] ?? '5000');
const ties = Number(process.argv[3] ?? '25000');

/** Prints the middle, the slow end and the worst of some durations. */
function printed(name: string, durationsMs: readonly number[]): void {
  const sorted = [...durationsMs].sort((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
  process.stdout.write(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms, of ${String(sorted.length)}\n`);
}

function timed(step: () => void): number {
  const startedAtMs = performance.now();
  step();
  return performance.now() - startedAtMs;
}

const { size, offsets, neighbours, weights } = madeUpTies(people, ties, 1);
const nodes = Array.from({ length: size }, (_, place) => ({
  accountId: place, name: `P${String(place)}`, network: 'x', ties: (offsets[place + 1] ?? 0) - (offsets[place] ?? 0), strength: 4, community: `community:${String(place % 8)}`, certainty: 1, betweenness: 0, broker: place % 50 === 0, x: Math.cos(place), y: Math.sin(place),
}));
const edges = nodes.flatMap((_, a) => Array.from(neighbours.subarray(offsets[a], offsets[a + 1])).flatMap((b, at) => (b > a ? [{ a, b, weight: weights[(offsets[a] ?? 0) + at] ?? 1 }] : [])));
const options = { lookOf: () => ({ shape: 'star' as const, color: '#336699' }), nameOf: (place: number): string => `P${String(place)}`, tie: '#999999' };
process.stdout.write(`${String(nodes.length)} people, ${String(edges.length)} ties\n`);
printed('model', Array.from({ length: 20 }, () => timed(() => void graphModel({ nodes, edges }, options))));
const drawn = graphModel({ nodes, edges }, options);
printed('one person', Array.from({ length: 200 }, (_, turn) => timed(() => showAround(drawn, (turn * 37) % people))));
printed('everybody', Array.from({ length: 200 }, () => timed(() => showAround(drawn, null))));
