import type { z } from 'zod';
import { hypothesisBodySchema } from '../../contract/operations/hypotheses.ts';
import { isOperationName, operations } from '../../contract/operations.ts';
import type { HYPOTHESIS_STATES } from '../../domain/model/hypothesis.ts';
import type { FindingFigure } from '../../domain/strategy/finding-standing.ts';
import { planRecords, type PlanRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { recordCounts } from '../../store/record-counts.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { figureWithin } from './figure-again.ts';
import type { AskAgain } from './finding-handlers.ts';
import { measureNamed } from './measures.ts';

/** Kind of record under which hypotheses are written down. */
export const HYPOTHESIS_KIND = 'hypothesis';
/** A hypothesis as it is written down. */
export type HypothesisBody = z.infer<typeof hypothesisBodySchema>;
/** A hypothesis with its id. */
export type StoredHypothesis = HypothesisBody & { readonly id: string };

/** A stored hypothesis; null for a body that a newer program wrote in a way this one cannot read. */
export function hypothesisOf({ id, body }: PlanRecord): StoredHypothesis | null {
  const parsed = hypothesisBodySchema.safeParse(JSON.parse(body));
  return parsed.success ? { ...parsed.data, id } : null;
}

/** All hypotheses, the oldest first. */
export function storedHypotheses(project: ProjectDatabase): StoredHypothesis[] {
  return planRecords(project, HYPOTHESIS_KIND).flatMap((record) => hypothesisOf(record) ?? []);
}

/** What the project holds now: its data version, messages, and until when they were watched (null without any time). */
export function dataNow(project: ProjectDatabase): HypothesisBody['data'] {
  return { version: dataVersionOf(project), messages: recordCounts(project).messages, reachMs: observationEndMs(project) };
}

/** How far a hypothesis has come on data that are watched until `reachMs`. */
export function hypothesisState({ verdicts, withdrawnMs, readyMs }: HypothesisBody, reachMs: number | null): (typeof HYPOTHESIS_STATES)[number] {
  if (verdicts.length > 0) return 'judged';
  if (withdrawnMs !== null) return 'withdrawn';
  return reachMs !== null && reachMs >= readyMs ? 'due' : 'waiting';
}

/** Which figure, of which messages; a time is given beside it. */
export type Measured = Pick<HypothesisBody, 'measure' | 'subject' | 'source' | 'brand' | 'filters'>;

/** The figure of a hypothesis over a period, in the place of any period of its own; null where its read fails, takes no period or no longer holds it. */
export async function measuredFigure(ask: AskAgain, { measure, subject, source, brand, filters }: Measured, period: { readonly fromMs?: number; readonly toMs?: number }): Promise<FindingFigure | null> {
  const named = measureNamed(measure);
  if (named !== null) return named.figure(ask, { ...(brand === null ? {} : { brand }), filters: { ...filters, ...period } }, subject ?? '');
  if (source === null || !isOperationName(source.operation)) return null;
  const { kind, input } = operations[source.operation];
  const own = source.input['filters'];
  const parsed = input.safeParse({ ...source.input, filters: { ...(typeof own === 'object' && own !== null ? own : {}), fromMs: undefined, toMs: undefined, ...period } });
  if (kind !== 'read' || !parsed.success) return null;
  const outcome = await ask(source.operation, parsed.data);
  return outcome.ok ? figureWithin(outcome.value, source) : null;
}
