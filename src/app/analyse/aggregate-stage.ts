import { derivePieces } from '../lost/derive-pieces.ts';
import { PIECES_DEFINITION_VERSION } from '../lost/pieces-definition.ts';
import { relieveMemory } from '../import/memory-relief.ts';
import { deriveNetwork, NETWORK_DEFINITION_VERSION } from '../network/derive-network.ts';
import { deriveTerms, deriveTopics, TOPICS_DEFINITION_VERSION } from '../terms/derive-topics.ts';
import { aggregateValue, VALUE_DEFINITION_VERSION } from '../value/derive-value.ts';
import { deriveInterests, INTERESTS_DEFINITION_VERSION } from '../tribes/derive-interests.ts';
import { throwIfCancelled, type Stage } from './stage.ts';

/** Balances, zones and tribes from the bookings, with the project's weights; terms and topics from the texts; what became of the pieces of value. */
export const aggregateStage: Stage = {
  name: 'aggregate',
  definition: `${VALUE_DEFINITION_VERSION}, ${TOPICS_DEFINITION_VERSION}, ${NETWORK_DEFINITION_VERSION}, ${INTERESTS_DEFINITION_VERSION}, ${PIECES_DEFINITION_VERSION}`,
  run(project, { seed }, call) {
    const options = { seed, check: () => throwIfCancelled(call), onProgress: call.onProgress };
    relieveMemory(deriveTerms(project, options).read);
    const { items } = aggregateValue(project, { seed, signal: call.signal, onProgress: call.onProgress });
    deriveTopics(project, options);
    deriveNetwork(project, options);
    deriveInterests(project, options);
    derivePieces(project, options);
    return items;
  },
};
