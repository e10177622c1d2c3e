import { derivePieces } from '../lost/derive-pieces.ts';
import { PIECES_DEFINITION_VERSION } from '../lost/pieces-definition.ts';
import { relieveMemory } from '../import/memory-relief.ts';
import { namedNetwork, NETWORK_DEFINITION_VERSION, searchedNetwork, storeNetwork } from '../network/derive-network.ts';
import { drawPool } from '../network/draw-pool.ts';
import { deriveTerms, deriveTopics, TOPICS_DEFINITION_VERSION } from '../terms/derive-topics.ts';
import { aggregateBalances, aggregateMembers, aggregateTribeValues, VALUE_DEFINITION_VERSION } from '../value/derive-value.ts';
import { groupsOf, groupWords, tribeGround } from '../value/tribe-ground.ts';
import { ruledGroups } from '../value/tribe-results.ts';
import { INTERESTS_DEFINITION_VERSION, namedInterests, searchedInterests, storeInterests } from '../tribes/derive-interests.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { throwIfCancelled, type Stage } from './stage.ts';

/** Balances, zones and tribes from the bookings, with the project's weights; terms and topics from the texts; what became of the pieces of value. */
export const aggregateStage: Stage = {
  name: 'aggregate',
  definition: `${VALUE_DEFINITION_VERSION}, ${TOPICS_DEFINITION_VERSION}, ${NETWORK_DEFINITION_VERSION}, ${INTERESTS_DEFINITION_VERSION}, ${PIECES_DEFINITION_VERSION}`,
  async run(project, { seed, drawPool: openDrawPool }, call) {
    const drawing = drawPool(openDrawPool);
    const options = { seed, drawing, check: () => throwIfCancelled(call), onProgress: call.onProgress };
    try {
      const balances = aggregateBalances(project, { ...options, signal: call.signal });
      const searched = dataVersionOf(project);
      // what is drawn from seeds needs the project no more: other threads draw while this one goes on with it
      const network = begun(searchedNetwork(project, options));
      relieveMemory(deriveTerms(project, options).read);
      aggregateMembers(project, balances, { ...options, signal: call.signal });
      deriveTopics(project, options);
      // interests leave copies out, which the topics name
      const interests = begun(searchedInterests(project, options));
      derivePieces(project, options);
      const [communities, groups] = [await network, await interests];
      // of people who are gone meanwhile nothing can be kept: what changes the data asks for another analysis
      if (dataVersionOf(project) !== searched) return balances.items;
      const named = { network: namedNetwork(project, communities), interests: namedInterests(project, groups) };
      options.check();
      // one pass over the terms finds the words of the tribes of every lens
      const ground = tribeGround(project);
      const words = groupWords(project, ground.rowOf, [ruledGroups(project, ground.rowOf), groupsOf(named.network.tribes), groupsOf(named.interests.tribes)]);
      aggregateTribeValues(project, { seed, ground, words });
      storeNetwork(project, named.network, { ...options, ground, words });
      storeInterests(project, named.interests, { ...options, ground, words });
      return balances.items;
    } finally {
      await drawing.close();
    }
  },
};

/** A search that goes on meanwhile: where something else fails first, nobody asks what came of it. */
function begun<Found>(search: Promise<Found>): Promise<Found> {
  search.catch(() => undefined);
  return search;
}
