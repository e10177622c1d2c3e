import { chanceStructure, exceedsChance } from '../src/domain/network/chance-structure.ts';
import { consensusCommunities } from '../src/domain/network/consensus-communities.ts';
import { leidenCommunities } from '../src/domain/network/leiden.ts';
import { modularity } from '../src/domain/network/modularity.ts';
import { sampledBetweenness } from '../src/domain/network/sampled-betweenness.ts';
import { tieCount } from '../src/domain/network/tie-graph.ts';
import { madeUpTies } from './bench/made-up-ties.ts';

// `npm run bench:network -- [people] [ties]`: finds communities in a made-up graph (200,000 people and a million ties unless
// told otherwise) and prints what each step costs.
const people = Number(process.argv[2] ?? '200000');
const ties = Number(process.argv[3] ?? '1000000');

/** Runs a step and prints its time, that of the processor alone (less when others use the machine) and the greatest memory so far. */
async function timed<Result>(name: string, step: () => Result | Promise<Result>, sentence: (result: Result) => string): Promise<Result> {
  const startedAtMs = performance.now();
  const before = process.cpuUsage();
  const result = await step();
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${name}: ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s (processor ${((user + system) / 1e6).toFixed(1)} s), peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB; ${sentence(result)}\n`);
  return result;
}

const graph = await timed('graph', () => madeUpTies(people, ties, 1), (made) => `${made.size} people, ${tieCount(made)} ties`);
await timed('one run', () => leidenCommunities(graph, { seed: 1 }), ({ partition, communities }) => `${communities} communities, modularity ${(modularity(graph, partition) ?? 0).toFixed(4)}`);
const found = await timed('consensus of 20 runs', () => consensusCommunities(graph, { seed: 1 }), (result) => `${result.communities} communities, modularity ${(result.modularity ?? 0).toFixed(4)}, mean adjusted Rand ${(result.meanAdjustedRand ?? 0).toFixed(3)}, ${result.rounds} rounds${result.agreed ? '' : ' without agreement'}`);
await timed('null', () => chanceStructure(graph, { seed: 1 }), (chance) => `${chance.shuffles} shuffles, limit ${(chance.limit ?? 0).toFixed(4)}: ${exceedsChance(found.modularity, chance) ? 'structure' : 'no structure beyond chance'}`);
await timed('betweenness, 200 pivots', () => sampledBetweenness(graph, { pivots: 200, seed: 1 }), (between) => `greatest ${Math.max(...between.subarray(0, 100)).toFixed(4)} of the first hundred`);
