import { localClock } from '../../domain/model/local-clock.ts';
import { factTable } from '../../domain/response/fact-table.ts';
import type { MessageFact, ResponseContext } from '../../domain/response/message-fact.ts';
import { REQUEST_DEFINITION } from '../../domain/response/request-episode.ts';
import { requestEpisodes } from '../../domain/response/request-episodes.ts';
import { storedSources, type StoredSources } from '../../store/request-context.ts';
import { refreshInferredParents } from '../../store/inferred-parents.ts';
import { messageFacts } from '../../store/request-facts.ts';
import { deleteEpisodes, markLeadingEpisodes, storeEpisodes, storeUnread, type EpisodeTable } from '../../store/request-queries.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { importRules } from '../import/import-rules.ts';
import { derivePromises, PROMISE_DEFINITION_VERSION } from '../trust/derive-promises.ts';
import { deriveValue, VALUE_DEFINITION_VERSION } from '../value/derive-value.ts';
import { throwIfCancelled, type Stage } from './stage.ts';

/** The setting that keeps the moment at which observation was capped; empty when it was not. */
export const ANALYSIS_NOW = 'analysis_now_ms';

const RESPONSE_DEFINITION_VERSION = 'response 1';
const BATCH = 5000;

/** The context of the response rules for one brand, or for all together when null. */
export function responseContext(sources: StoredSources, { brandId, nowMs }: { brandId: number | null; nowMs: number | null }): ResponseContext {
  return { brandId, nowMs, source: (fact) => sources.place(fact), onlyBrandOfImport: sources.onlyBrandOfImport, incompleteRoots: sources.incompleteRoots };
}

/**
 * Splits the facts by brand: a brand's pass needs the threads in which it speaks or is addressed, and nothing else, so that
 * a project with a hundred brands costs about as much as one with a single brand.
 */
function factsByBrand(facts: readonly MessageFact[], sources: StoredSources): Map<number, MessageFact[]> {
  const { addressed } = factTable(facts, responseContext(sources, { brandId: null, nowMs: null }));
  const brandsOfRoot = new Map<number, Set<number>>();
  const note = (rootId: number, brandId: number): void => {
    const brands = brandsOfRoot.get(rootId);
    if (brands === undefined) brandsOfRoot.set(rootId, new Set([brandId]));
    else brands.add(brandId);
  };
  facts.forEach((fact, position) => {
    if (fact.voiceOfBrandId !== null) note(fact.rootId, fact.voiceOfBrandId);
    for (const brandId of addressed[position] ?? []) note(fact.rootId, brandId);
  });
  const split = new Map<number, MessageFact[]>(sources.brandIds.map((brandId) => [brandId, []]));
  for (const fact of facts) for (const brandId of brandsOfRoot.get(fact.rootId) ?? []) split.get(brandId)?.push(fact);
  return split;
}

function storeInBatches(project: ProjectDatabase, table: EpisodeTable, items: Parameters<typeof storeEpisodes>[2]): void {
  for (let start = 0; start < items.length; start += BATCH) storeEpisodes(project, table, items.slice(start, start + BATCH));
}

/**
 * Requests with their answers for every brand, then the bookings of value that rest on them. Phases: 1. lay out the facts;
 * 2. per brand, find requests and compliments and store them with the hour and weekday of their arrival in the project's
 * zone; 3. choose the leading row of messages addressed to several brands; 4. follow promises; 5. book value.
 */
export const deriveStage: Stage = {
  name: 'derive',
  definition: `${RESPONSE_DEFINITION_VERSION}, ${PROMISE_DEFINITION_VERSION}, ${VALUE_DEFINITION_VERSION}`,
  run(project, { nowMs = null, seed }, call) {
    // 1. facts; who speaks for a brand may have changed since the import guessed what answers what
    project.connection.transaction(() => refreshInferredParents(project)).immediate();
    const inferAnswers = importRules(project).includeInferred;
    const sources = storedSources(project);
    const facts = messageFacts(project);
    const clock = localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome');
    throwIfCancelled(call);
    deleteEpisodes(project);
    storeSetting(project, ANALYSIS_NOW, nowMs === null ? '' : String(nowMs));
    // 2. per brand
    let done = 0;
    for (const [brandId, own] of factsByBrand(facts, sources)) {
      throwIfCancelled(call);
      const context = responseContext(sources, { brandId, nowMs });
      for (const [table, population] of [['request', 'requests'], ['compliment', 'praise']] as const) {
        const { requests, unreadIds } = requestEpisodes(own, context, { ...REQUEST_DEFINITION, population, inferAnswers });
        storeInBatches(project, table, requests.map((episode) => {
          const moment = episode.atMs === null || episode.precision !== 'fine' ? null : clock(episode.atMs);
          return { episode, brandId, localHour: moment?.hour ?? null, localWeekday: moment?.weekday ?? null };
        }));
        if (table === 'request') storeUnread(project, brandId, unreadIds);
      }
      done += own.length;
      call.onProgress({ phase: 'derive', done: Math.min(done, facts.length), total: facts.length, unit: 'messages' });
    }
    // 3. one row speaks for a message when all brands are looked at together
    markLeadingEpisodes(project, 'request');
    markLeadingEpisodes(project, 'compliment');
    // 4. promises
    derivePromises(project, { nowMs, call });
    // 5. value
    deriveValue(project, { seed, signal: call.signal, onProgress: call.onProgress });
    return facts.length;
  },
};
