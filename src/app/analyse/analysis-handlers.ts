import type { HandlerMap } from '../../contract/dispatch.ts';
import type { AppContext } from '../context.ts';
import { analyseProject } from './analyse-project.ts';

/** Bringing derived results up to date, as a job. */
export function analysisHandlers(context: AppContext): Pick<HandlerMap, 'analyse.run'> {
  return { 'analyse.run': ({ nowMs, seed }, call) => analyseProject(context, { nowMs, seed }, call) };
}
