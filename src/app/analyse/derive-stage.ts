import { storeSetting } from '../../store/stage-queries.ts';
import { relieveMemory } from '../import/memory-relief.ts';
import { derivePromises, PROMISE_DEFINITION_VERSION } from '../trust/derive-promises.ts';
import { deriveValue, VALUE_DEFINITION_VERSION } from '../value/derive-value.ts';
import { deriveRequests, RESPONSE_DEFINITION_VERSION } from './derive-requests.ts';
import type { Stage } from './stage.ts';

export { responseContext } from './response-context.ts';

/** The setting that keeps the moment at which observation was capped; empty when it was not. */
export const ANALYSIS_NOW = 'analysis_now_ms';

/** Requests with their answers for every brand, then the bookings of value that rest on them. Phases: 1. requests; 2. follow promises; 3. book value. */
export const deriveStage: Stage = {
  name: 'derive',
  definition: `${RESPONSE_DEFINITION_VERSION}, ${PROMISE_DEFINITION_VERSION}, ${VALUE_DEFINITION_VERSION}`,
  run(project, { nowMs = null, seed }, call) {
    storeSetting(project, ANALYSIS_NOW, nowMs === null ? '' : String(nowMs));
    const { messages } = deriveRequests(project, { nowMs, call });
    relieveMemory(messages);
    derivePromises(project, { nowMs, call });
    relieveMemory(deriveValue(project, { seed, signal: call.signal, onProgress: call.onProgress }).messages);
    return messages;
  },
};
