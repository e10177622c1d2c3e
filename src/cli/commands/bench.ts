import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FIRST_ID, writeMadeUpTwcs } from '../../../scripts/bench/made-up-twcs.ts';
import type { Engine } from '../../engine/engine.ts';
import { productVersion } from '../../engine/engine-settings.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import { quantile } from '../../domain/stats/quantile.ts';
import { UsageError, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { failureText, table } from '../terminal.ts';
import { called, openProject, PRODUCT_ROOT, terminalEngine } from '../terminal-engine.ts';

interface Phase {
  readonly name: string;
  readonly seconds?: number;
  readonly perSecond?: number;
  readonly p50Ms?: number | null;
  readonly p95Ms?: number | null;
}

/** What it costs to bring more messages into a project that is analysed, beside the analysis of the whole. */
interface Addition {
  readonly messages: number;
  readonly importSeconds: number;
  readonly analysisSeconds: number;
  readonly stages: readonly Phase[];
  /** Part of the time that the first analysis took. */
  readonly shareOfFull: number;
}

interface BenchReport {
  readonly messages: number;
  readonly phases: readonly Phase[];
  readonly additions: readonly Addition[];
  readonly totalSeconds: number;
  readonly peakRssMiB: number;
  readonly projectBytes: number;
  readonly cpuCount: number;
  readonly versions: Readonly<Record<string, string>>;
}

/** The questions that rooms ask when they open, or when a filter changes. */
const QUERIES: readonly (readonly [operation: string, input: object])[] = [
  ['overview', {}],
  ['response.survival', { by: 'intent' }],
  ['response.gaps', {}],
  ['value.map', {}],
  ['tribes.list', {}],
  ['messages.list', { size: 100 }],
  ['messages.list', { size: 100, filters: { text: 'delivery' } }],
  ['value.accounts', { size: 100 }],
];
const ROUNDS = 3;
/** Further messages that are brought in afterwards, where they are at most a tenth of those that are there. */
const ADDED = [2000, 10_000] as const;
const MOST_ADDED_SHARE = 0.1;

/** Measures the product on a made-up export: import, every stage of the analysis, the rooms' questions, and what further messages cost. */
export const benchCommand: Command = {
  name: 'bench',
  usage: '[--messages N] [--to DIR]',
  does: 'the measured benchmark on made-up messages; DIR keeps the files',
  options: { messages: 'value', to: 'value' },
  async run({ positionals, values }, terminal) {
    if (positionals[0] !== undefined) throw new UsageError(`unexpected word: ${positionals[0]}`);
    const messages = wholeNumber('messages', values.get('messages'), 100) ?? 100_000;
    const to = values.get('to');
    const folder = to === undefined ? await mkdtemp(join(tmpdir(), 'tribuna-bench-')) : resolve(to);
    await mkdir(folder, { recursive: true });
    const engine = terminalEngine(terminal, folder);
    try {
      const report = await measured(engine, folder, messages);
      if (!report.ok) {
        terminal.err(`${failureText(report.failure)}\n`);
        if (terminal.json) terminal.out(`${JSON.stringify(report)}\n`);
        return 1;
      }
      terminal.out(`${terminal.json ? JSON.stringify(report.value) : reportText(report.value)}\n`);
      return 0;
    } finally {
      await engine.close();
      if (to === undefined) await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measured(engine: Engine, folder: string, messages: number): Promise<Outcome<BenchReport>> {
  // 1. an export that the same seed makes again, byte for byte
  const csv = join(folder, 'made-up.csv');
  await writeMadeUpTwcs(csv, messages, 1);
  const path = join(folder, `bench-${process.pid}.tribuna`);
  const startedAt = performance.now();
  // 2. import
  const opened = await openProject(engine, path, { create: true });
  if (!opened.ok) return opened;
  const importStartedAt = performance.now();
  const imported = await called(engine, 'import.run', { files: [{ file: await engine.registerFile(csv, 'made-up.csv') }] });
  if (!imported.ok) return imported;
  const importSeconds = (performance.now() - importStartedAt) / 1000;
  const rows = imported.value.imports.reduce((sum, { messages: count }) => sum + count, 0);
  // 3. the stages of the analysis
  const analysis = await called(engine, 'analyse.run', { seed: 1 });
  if (!analysis.ok) return analysis;
  const stages = analysis.value.stages.map(({ name, seconds }): Phase => ({ name, seconds, perSecond: seconds > 0 ? rows / seconds : 0 }));
  // 4. questions
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [operation, input] of QUERIES) {
      const askedAt = performance.now();
      const outcome = await engine.call(operation, input);
      if (!outcome.ok) return outcome;
      waits.push(performance.now() - askedAt);
    }
  }
  // 5. further messages
  const fullSeconds = stages.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  const additions: Addition[] = [];
  let held = messages;
  for (const [position, added] of ADDED.entries()) {
    if (added > messages * MOST_ADDED_SHARE) continue;
    const addition = await measuredAddition(engine, { csv: join(folder, `added-${added}.csv`), added, seed: 2 + position, firstId: FIRST_ID + held, fullSeconds });
    if (!addition.ok) return addition;
    additions.push(addition.value);
    held += added;
  }
  const totalSeconds = (performance.now() - startedAt) / 1000;
  const sorted = waits.toSorted((a, b) => a - b);
  // 6. closed, so that the file is whole when it is weighed
  await engine.call('project.close', {});
  return success({
    messages: rows,
    phases: [
      { name: 'import', seconds: importSeconds, perSecond: rows / importSeconds },
      ...stages,
      { name: 'queries', p50Ms: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) },
    ],
    additions,
    totalSeconds,
    peakRssMiB: process.resourceUsage().maxRSS / 1024,
    projectBytes: (await stat(path)).size,
    cpuCount: availableParallelism(),
    versions: { tribuna: productVersion(PRODUCT_ROOT), node: process.versions.node },
  });
}

interface AdditionToMeasure {
  readonly csv: string;
  readonly added: number;
  readonly seed: number;
  readonly firstId: number;
  readonly fullSeconds: number;
}

/** Brings further conversations into the open project and analyses it again. */
async function measuredAddition(engine: Engine, { csv, added, seed, firstId, fullSeconds }: AdditionToMeasure): Promise<Outcome<Addition>> {
  await writeMadeUpTwcs(csv, added, seed, firstId);
  const startedAt = performance.now();
  const imported = await called(engine, 'import.run', { files: [{ file: await engine.registerFile(csv, `added-${added}.csv`) }] });
  if (!imported.ok) return imported;
  const importSeconds = (performance.now() - startedAt) / 1000;
  const analysis = await called(engine, 'analyse.run', { seed: 1 });
  if (!analysis.ok) return analysis;
  const stages = analysis.value.stages.map(({ name, seconds }): Phase => ({ name, seconds }));
  const analysisSeconds = stages.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  return success({ messages: imported.value.imports.reduce((sum, { messages }) => sum + messages, 0), importSeconds, analysisSeconds, stages, shareOfFull: analysisSeconds / fullSeconds });
}

function additionText({ messages, importSeconds, analysisSeconds, stages, shareOfFull }: Addition): string {
  return `adding ${messages} messages: import ${importSeconds.toFixed(2)} s, analysis ${analysisSeconds.toFixed(2)} s (${stages.map(({ name, seconds = 0 }) => `${name} ${seconds.toFixed(2)}`).join(', ')}), ${Math.round(100 * shareOfFull)} in 100 of the first analysis`;
}

function reportText({ messages, phases, additions, totalSeconds, peakRssMiB, projectBytes, cpuCount, versions }: BenchReport): string {
  const rows = phases.map(({ name, seconds, perSecond, p50Ms, p95Ms }) =>
    seconds === undefined ? [name, `p50 ${(p50Ms ?? 0).toFixed(0)} ms`, `p95 ${(p95Ms ?? 0).toFixed(0)} ms`] : [name, `${seconds.toFixed(2)} s`, `${Math.round(perSecond ?? 0)} messages/s`]);
  return [
    `${messages} messages on ${cpuCount} processors, Node ${versions['node'] ?? '?'}`,
    table(rows),
    ...additions.map(additionText),
    `total ${totalSeconds.toFixed(1)} s, peak memory ${Math.round(peakRssMiB)} MiB, project ${(projectBytes / 1024 ** 2).toFixed(1)} MiB`,
  ].join('\n');
}
