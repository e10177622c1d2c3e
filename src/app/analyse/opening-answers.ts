import type { CallContext } from '../../contract/dispatch.ts';
import { DRAWN_STEPS, TOPICS_A_PAGE } from '../../domain/model/drawing.ts';
import { checkHandlers } from '../check/check-handlers.ts';
import { keepCachedAnswers } from '../read/answer-cache.ts';
import { messageHandlers } from '../read/message-handlers.ts';
import { overviewHandlers } from '../read/overview-handlers.ts';
import { responseHandlers } from '../read/response-handlers.ts';
import { termHandlers } from '../terms/term-handlers.ts';
import type { AppContext } from '../context.ts';

const WEEK_SECONDS = 604_800;

/**
 * Answers what the rooms ask when they open, without filters, and keeps the answers in the project: opening an analysed
 * project then computes nothing, whatever its size. Part of the analysis and of its time.
 */
export async function keepOpeningAnswers(context: AppContext, call: CallContext): Promise<void> {
  const { project } = context;
  if (project === null) return;
  const response = responseHandlers(context);
  const { overview } = overviewHandlers(context);
  await response['response.survival']({ by: 'none', horizonSeconds: WEEK_SECONDS, maxSteps: DRAWN_STEPS }, call);
  await response['response.survival']({ by: 'intent', horizonSeconds: WEEK_SECONDS, maxSteps: DRAWN_STEPS }, call);
  await response['response.gaps']({ horizonSeconds: WEEK_SECONDS }, call);
  await overview({}, call);
  await messageHandlers(context)['filters.options']({}, call);
  await checkHandlers(context)['reading.status']({}, call);
  await termHandlers(context)['topics.list']({ kind: 'question', orderBy: 'people', page: 0, size: TOPICS_A_PAGE }, call);
  keepCachedAnswers(project);
}
