import type { MeasuredQuestions } from './measured-questions.ts';
import { table } from './terminal.ts';

/** One timed part of the work: wall seconds, and messages a second where it works through messages. */
export interface Phase {
  readonly name: string;
  readonly seconds?: number;
  readonly perSecond?: number;
}

/** The questions of the rooms after a cold opening, the slowest first. */
export interface QueryPhase extends MeasuredQuestions {
  readonly name: 'queries';
  readonly openingMs: number;
}

/** What it costs to bring more messages into a project that is analysed, beside the analysis of the whole. */
export interface Addition {
  readonly messages: number;
  readonly importSeconds: number;
  readonly analysisSeconds: number;
  readonly stages: readonly Phase[];
  /** Part of the time that the first analysis took. */
  readonly shareOfFull: number;
}

/** What another program takes for the same file, and how many times as long the product's import took; both null where the program is not installed. */
export interface Yardstick {
  readonly name: string;
  /** What it does with the file, which is less than an import does. */
  readonly does: string;
  readonly seconds: number | null;
  readonly importTakesTimes: number | null;
}

/** Everything one run of the benchmark measured. */
export interface BenchReport {
  readonly messages: number;
  readonly phases: readonly (Phase | QueryPhase)[];
  readonly additions: readonly Addition[];
  readonly yardsticks: readonly Yardstick[];
  readonly totalSeconds: number;
  readonly peakRssMiB: number;
  readonly csvBytes: number;
  readonly projectBytes: number;
  readonly cpuCount: number;
  readonly versions: Readonly<Record<string, string>>;
}

const SHOWN_QUESTIONS = 15;
const milliseconds = (value: number | null): string => `${(value ?? 0).toFixed(0)} ms`;

function additionText({ messages, importSeconds, analysisSeconds, stages, shareOfFull }: Addition): string {
  return `adding ${messages} messages: import ${importSeconds.toFixed(2)} s, analysis ${analysisSeconds.toFixed(2)} s (${stages.map(({ name, seconds = 0 }) => `${name} ${seconds.toFixed(2)}`).join(', ')}), ${Math.round(100 * shareOfFull)} in 100 of the first analysis`;
}

function yardstickRow({ name, does, seconds, importTakesTimes }: Yardstick): string[] {
  return seconds === null || importTakesTimes === null ? [name, 'not installed here', '', does] : [name, `${seconds.toFixed(2)} s`, `import takes ${importTakesTimes.toFixed(1)} times as long`, does];
}

/** The waits for every room, as a table for the terminal. */
export function questionsText({ openingMs, restedMs, p50Ms, p95Ms, combinations, operations }: QueryPhase): string {
  return [
    `opened in ${milliseconds(openingMs)}, at rest ${milliseconds(restedMs)} later; all questions under ${combinations} combinations of filters: p50 ${milliseconds(p50Ms)}, p95 ${milliseconds(p95Ms)}`,
    table(operations.map((one) => [`${one.operation} ${JSON.stringify(one.input)}`, `p50 ${milliseconds(one.p50Ms)}`, `p95 ${milliseconds(one.p95Ms)}`, `most ${milliseconds(one.maxMs)}`, `processor ${milliseconds(one.processorMs)}`])),
  ].join('\n');
}

/** The whole report for the terminal. */
export function reportText({ messages, phases, additions, yardsticks, totalSeconds, peakRssMiB, csvBytes, projectBytes, cpuCount, versions }: BenchReport): string {
  const stages = phases.flatMap((phase) => ('operations' in phase ? [] : [[phase.name, `${(phase.seconds ?? 0).toFixed(2)} s`, phase.perSecond === undefined ? '' : `${Math.round(phase.perSecond)} messages/s`, phase.seconds === undefined ? '' : `${((1e6 * phase.seconds) / messages).toFixed(0)} µs a message`]]));
  return [
    `${messages} messages on ${cpuCount} processors, Node ${versions['node'] ?? '?'}`,
    table(stages),
    'the same file in other hands:',
    table(yardsticks.map(yardstickRow)),
    ...phases.flatMap((phase) => ('operations' in phase ? [questionsText({ ...phase, operations: phase.operations.slice(0, SHOWN_QUESTIONS) })] : [])),
    ...additions.map(additionText),
    `total ${totalSeconds.toFixed(1)} s, peak memory ${Math.round(peakRssMiB)} MiB, project ${(projectBytes / 1024 ** 2).toFixed(1)} MiB, ${(projectBytes / csvBytes).toFixed(1)} times the file`,
  ].join('\n');
}
