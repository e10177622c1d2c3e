import { setImmediate as turn } from 'node:timers/promises';
import { success, type Outcome } from '../contract/outcome.ts';
import { quantile } from '../domain/stats/quantile.ts';
import type { Engine } from '../engine/engine.ts';
import { drawnFilters } from './drawn-filters.ts';
import { restingProcess } from './resting-process.ts';
import { ROOM_QUESTIONS, type RoomQuestion } from './room-questions.ts';
import { called } from './terminal-engine.ts';

/** How long one question was waited for over all combinations of filters, in milliseconds. */
export interface QuestionWaits {
  readonly operation: string;
  readonly input: object;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly maxMs: number | null;
  /** What the processor did for it, in the middle of all combinations: on a machine that others use, it tells more than waits. */
  readonly processorMs: number | null;
  /** Combinations that had no answer by what they are, such as a tribe that has nobody; their waits count. */
  readonly refused: number;
}

/** Waits for all questions together and for each, the longest first. */
export interface MeasuredQuestions {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly combinations: number;
  /** How long the project went on by itself after it was open, until it was all in memory. */
  readonly restedMs: number;
  readonly operations: readonly QuestionWaits[];
}

/** What to measure: how many combinations of filters, drawn from a seed; `only` keeps the operations whose name begins so. */
export interface QuestionMeasure {
  readonly combinations: number;
  readonly seed: number;
  readonly only?: string | undefined;
}

const nameOf = ({ operation, input }: RoomQuestion): string => `${operation} ${JSON.stringify(input)}`;

/**
 * Asks the open project every question of {@link ROOM_QUESTIONS} under each drawn combination of filters, in the order in
 * which rooms stand, and tells the waits. It begins when the project is in memory, as a person meets it some seconds after
 * opening. Each combination is new to the project, so no answer is at hand but those that
 * one room takes from another. A failure other than that of a filter ends the measure.
 */
export async function measuredQuestions(engine: Engine, { combinations, seed, only }: QuestionMeasure): Promise<Outcome<MeasuredQuestions>> {
  const options = await called(engine, 'filters.options', {});
  if (!options.ok) return options;
  const questions = ROOM_QUESTIONS.filter(({ operation }) => only === undefined || operation.startsWith(only));
  const waits = new Map(questions.map((question) => [nameOf(question), { question, times: [] as number[], processor: [] as number[], refused: 0 }]));
  const restedMs = await restingProcess();
  for (const scope of drawnFilters(options.value, { count: combinations, seed })) {
    for (const question of questions) {
      const asked = waits.get(nameOf(question));
      // as between two messages to an engine: what it does when nobody asks has a turn
      await turn();
      const before = process.cpuUsage();
      const startedAt = performance.now();
      const outcome = await engine.call(question.operation, question.filtered ? { ...question.input, ...scope } : question.input);
      asked?.times.push(performance.now() - startedAt);
      const { user, system } = process.cpuUsage(before);
      asked?.processor.push((user + system) / 1000);
      if (outcome.ok || asked === undefined) continue;
      if (outcome.failure.code === 'internal' || outcome.failure.code === 'invalid-input') return outcome;
      asked.refused += 1;
    }
  }
  const operations = [...waits.values()].map(({ question, times, processor, refused }): QuestionWaits => {
    const sorted = times.toSorted((a, b) => a - b);
    return { operation: question.operation, input: question.input, p50Ms: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95), maxMs: sorted.at(-1) ?? null, processorMs: quantile(processor.sort((a, b) => a - b), 0.5), refused };
  });
  const all = [...waits.values()].flatMap(({ times }) => times).sort((a, b) => a - b);
  return success({ p50Ms: quantile(all, 0.5), p95Ms: quantile(all, 0.95), combinations, restedMs, operations: operations.sort((one, other) => (other.p95Ms ?? 0) - (one.p95Ms ?? 0)) });
}
