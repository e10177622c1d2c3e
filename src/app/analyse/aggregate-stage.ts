import { aggregateValue, VALUE_DEFINITION_VERSION } from '../value/derive-value.ts';
import type { Stage } from './stage.ts';

/** Balances, zones and tribes from the bookings, with the project's weights. */
export const aggregateStage: Stage = {
  name: 'aggregate',
  definition: VALUE_DEFINITION_VERSION,
  run(project, { seed }, call) {
    return aggregateValue(project, { seed, signal: call.signal, onProgress: call.onProgress }).items;
  },
};
