import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FIRST_ID, writeMadeUpTwcs } from '../../../scripts/bench/made-up-twcs.ts';
import { measuredYardsticks } from '../../../scripts/bench/yardsticks.ts';
import type { Engine } from '../../engine/engine.ts';
import { productVersion } from '../../engine/engine-settings.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import { UsageError, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { questionsText, reportText, type Addition, type BenchReport, type Phase, type QueryPhase } from '../bench-report.ts';
import { measuredQuestions, type QuestionMeasure } from '../measured-questions.ts';
import { failureText, type ExitCode, type Terminal } from '../terminal.ts';
import { called, openProject, PRODUCT_ROOT, terminalEngine } from '../terminal-engine.ts';
import { writtenDeliverables } from '../written-deliverables.ts';

/** Combinations of filters under which every room is asked. */
const COMBINATIONS = 50;
const FILTER_SEED = 1;
/** Further messages that are brought in afterwards, where they are at most a tenth of those that are there. */
const ADDED = [2000, 10_000] as const;
const MOST_ADDED_SHARE = 0.1;

/** Measures the product on a made-up export: import, every stage of the analysis, the rooms' questions, and what further messages cost. */
export const benchCommand: Command = {
  name: 'bench',
  usage: '[--messages N] [--to DIR] [--combinations N] | --questions PROJECT [--combinations N] [--only NAME]',
  does: 'the measured benchmark on made-up messages, beside other programs on the same file; DIR keeps the files. --questions: the waits for every room of an analysed project',
  options: { messages: 'value', to: 'value', questions: 'value', combinations: 'value', only: 'value' },
  async run({ positionals, values }, terminal) {
    if (positionals[0] !== undefined) throw new UsageError(`unexpected word: ${positionals[0]}`);
    const messages = wholeNumber('messages', values.get('messages'), 100) ?? 100_000;
    const to = values.get('to');
    const folder = to === undefined ? await mkdtemp(join(tmpdir(), 'tribuna-bench-')) : resolve(to);
    await mkdir(folder, { recursive: true });
    const engine = terminalEngine(terminal, folder, { asToWindow: true });
    const project = values.get('questions');
    const combinations = wholeNumber('combinations', values.get('combinations'), 1) ?? COMBINATIONS;
    try {
      if (project !== undefined) return printed(terminal, await reopenedQuestions(engine, resolve(project), { combinations, seed: FILTER_SEED, only: values.get('only') }), questionsText);
      return printed(terminal, await measured(engine, folder, { messages, combinations }), reportText);
    } finally {
      await engine.close();
      if (to === undefined) await rm(folder, { recursive: true, force: true });
    }
  },
};

function printed<Report>(terminal: Terminal, report: Outcome<Report>, textOf: (report: Report) => string): ExitCode {
  if (report.ok) {
    terminal.out(`${terminal.json ? JSON.stringify(report.value) : textOf(report.value)}\n`);
    return 0;
  }
  terminal.err(`${failureText(report.failure)}\n`);
  if (terminal.json) terminal.out(`${JSON.stringify(report)}\n`);
  return 1;
}

/** Closes what is open, opens the project cold and asks it everything. */
async function reopenedQuestions(engine: Engine, path: string, measure: QuestionMeasure): Promise<Outcome<QueryPhase>> {
  await engine.call('project.close', {});
  const startedAt = performance.now();
  const opened = await openProject(engine, path);
  if (!opened.ok) return opened;
  const openingMs = performance.now() - startedAt;
  const questions = await measuredQuestions(engine, measure);
  return questions.ok ? success({ name: 'queries', openingMs, ...questions.value }) : questions;
}

async function measured(engine: Engine, folder: string, { messages, combinations }: { readonly messages: number; readonly combinations: number }): Promise<Outcome<BenchReport>> {
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
  const yardsticks = await measuredYardsticks(csv, folder, importSeconds);
  // 3. the stages of the analysis
  const analysis = await called(engine, 'analyse.run', { seed: 1 });
  if (!analysis.ok) return analysis;
  const stages = analysis.value.stages.map(({ name, seconds }): Phase => ({ name, seconds, perSecond: seconds > 0 ? rows / seconds : 0 }));
  // 4. questions, of a project that was closed and opened
  const questions = await reopenedQuestions(engine, path, { combinations, seed: FILTER_SEED });
  if (!questions.ok) return questions;
  // 5. what a client is given, without the formats that ask for a browser
  const deliverables = join(folder, 'deliverables');
  await mkdir(deliverables, { recursive: true });
  const presentStartedAt = performance.now();
  const written = await writtenDeliverables(engine, deliverables, { formats: ['pptx', 'html', 'xlsx', 'csv'], language: 'it', audience: 'client' });
  if (!written.ok) return written;
  const presentSeconds = (performance.now() - presentStartedAt) / 1000;
  // 6. further messages
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
  // 7. closed, so that the file is whole when it is weighed
  await engine.call('project.close', {});
  return success({
    messages: rows,
    phases: [
      { name: 'import', seconds: importSeconds, perSecond: rows / importSeconds },
      ...stages,
      { name: 'present', seconds: presentSeconds },
      questions.value,
    ],
    additions,
    yardsticks,
    totalSeconds,
    peakRssMiB: process.resourceUsage().maxRSS / 1024,
    csvBytes: (await stat(csv)).size,
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
