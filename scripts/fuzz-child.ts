import { contractRound } from './fuzz/contract-round.ts';
import { importerRound } from './fuzz/importer-round.ts';
import type { RoundReport, RoundRequest } from './fuzz/run-rounds.ts';

// One process of `npm run fuzz`: runs the rounds it is sent, one at a time, and says what it is at, so that whoever waits knows
// what was under way when it falls silent or ends.
const say = (report: RoundReport): void => void process.send?.(report);

process.on('message', (request: RoundRequest) => {
  const round = request.kind === 'importers' ? importerRound : contractRound;
  void round(request.seed, (at) => say({ at })).then(say);
});
