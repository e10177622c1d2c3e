import type { CallContext } from '../../contract/dispatch.ts';
import { DRAWN_STEPS, TOPICS_A_PAGE } from '../../domain/model/drawing.ts';
import { checkHandlers } from '../check/check-handlers.ts';
import { keepCachedAnswers } from '../read/answer-cache.ts';
import { messageHandlers } from '../read/message-handlers.ts';
import { overviewHandlers } from '../read/overview-handlers.ts';
import { responseHandlers } from '../read/response-handlers.ts';
import { termHandlers } from '../terms/term-handlers.ts';
import type { AppContext } from '../context.ts';
import { throwIfCancelled } from './stage.ts';

const WEEK_SECONDS = 604_800;

/**
 * Answers what the rooms ask when they open, without filters, and keeps the answers in the project: opening an analysed
 * project then computes nothing, whatever its size. Part of the analysis and of its time. Throws {@link Cancelled} between two answers.
 */
export async function keepOpeningAnswers(context: AppContext, call: CallContext): Promise<void> {
  const { project } = context;
  if (project === null) return;
  const response = responseHandlers(context);
  const { overview } = overviewHandlers(context);
  const questions: readonly (() => unknown)[] = [
    () => response['response.survival']({ by: 'none', horizonSeconds: WEEK_SECONDS, maxSteps: DRAWN_STEPS }, call),
    () => response['response.survival']({ by: 'intent', horizonSeconds: WEEK_SECONDS, maxSteps: DRAWN_STEPS }, call),
    () => response['response.gaps']({ horizonSeconds: WEEK_SECONDS }, call),
    () => overview({}, call),
    () => messageHandlers(context)['filters.options']({}, call),
    () => checkHandlers(context)['reading.status']({}, call),
    () => termHandlers(context)['topics.list']({ kind: 'question', orderBy: 'people', page: 0, size: TOPICS_A_PAGE }, call),
  ];
  for (const ask of questions) {
    throwIfCancelled(call);
    await ask();
  }
  keepCachedAnswers(project);
}
