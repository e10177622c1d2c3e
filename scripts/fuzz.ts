import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FUZZ_KINDS, runRounds, type FuzzKind } from './fuzz/run-rounds.ts';
import { ROOT } from './run-program.ts';

// `npm run fuzz -- [--minutes 10] [--seed N] [--only importers|contract] [--round R]`: files of every importer and requests of
// every operation, changed by seeded chance, until the time is over or, with --round, that one round again. What must not be is
// printed with what repeats it and written below .cache/fuzz. Ends with 1 when anything was found.
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' }, only: { type: 'string' }, round: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(Date.now() / 1000) % 1_000_000);
const kinds = FUZZ_KINDS.filter((kind) => values.only === undefined || values.only === kind);
const round = values.round === undefined ? null : Number(values.round);
if (![seed, Number(values.minutes), round ?? 0].every((number) => Number.isFinite(number)) || kinds.length === 0 || (round !== null && kinds.length !== 1)) {
  process.stderr.write('usage: npm run fuzz -- [--minutes 10] [--seed N] [--only importers|contract] [--round R, with --only]\n');
  process.exit(2);
}

const folder = join(ROOT, '.cache', 'fuzz');
mkdirSync(folder, { recursive: true });
const startedMs = performance.now();
const endsMs = startedMs + Number(values.minutes) * 60_000;
let number = 0;
const report = await runRounds({
  seed, kinds, ...(round === null ? {} : { firstRound: round }),
  goesOn: (done) => (round === null ? performance.now() < endsMs : done === 0),
  onFinding: (finding) => {
    number += 1;
    writeFileSync(join(folder, `${String(seed)}-${String(number)}.json`), `${JSON.stringify(finding, null, 2)}\n`);
    process.stdout.write(`${finding.during}: ${finding.what}\n  again: npm run fuzz -- --seed ${String(finding.seed)} --only ${finding.kind} --round ${String(finding.round)}\n`);
  },
});
const told = (kind: FuzzKind): string => `${kind}: ${String(report.rounds[kind])} rounds, ${String(Object.values(report.endings[kind]).reduce((sum, count) => sum + count, 0))} calls (${Object.entries(report.endings[kind]).sort((one, other) => other[1] - one[1]).map(([ending, count]) => `${ending} ${String(count)}`).join(', ')})`;
process.stdout.write(`seed ${String(seed)}, ${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes\n${kinds.map(told).join('\n')}\n${String(report.findings.length)} findings\n`);
process.exitCode = report.findings.length === 0 ? 0 : 1;
