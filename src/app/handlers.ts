import type { HandlerMap } from '../contract/dispatch.ts';
import type { AppContext } from './context.ts';
import { analysisHandlers } from './analyse/analysis-handlers.ts';
import { labelHandlers } from './decide/label-handlers.ts';
import { importHandlers } from './import/import-handlers.ts';
import { messageHandlers } from './read/message-handlers.ts';
import { overviewHandlers } from './read/overview-handlers.ts';
import { projectHandlers } from './project/project-handlers.ts';
import { responseHandlers } from './read/response-handlers.ts';
import { valueHandlers } from './value/value-handlers.ts';

/** All operations of the engine over one context. The union is checked against the table: a missing handler does not compile. */
export function allHandlers(context: AppContext): HandlerMap {
  return {
    ...projectHandlers(context),
    ...importHandlers(context),
    ...analysisHandlers(context),
    ...overviewHandlers(context),
    ...messageHandlers(context),
    ...labelHandlers(context),
    ...responseHandlers(context),
    ...valueHandlers(context),
  };
}
