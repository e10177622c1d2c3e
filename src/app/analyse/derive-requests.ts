import type { CallContext } from '../../contract/dispatch.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import { factTable } from '../../domain/response/fact-table.ts';
import type { HastyReplies, MessageFact } from '../../domain/response/message-fact.ts';
import { FOLLOW_UP_HOURS, REQUEST_DEFINITION } from '../../domain/response/request-episode.ts';
import { requestPass } from '../../domain/response/request-episodes.ts';
import { createMissingIndexes, dropIndexesOf } from '../../store/bulk-indexes.ts';
import { beginPart, changedAccounts, endPart, followedUp, forgetPart, wholeUpTo } from '../../store/derive-marks.ts';
import { deleteEpisodes, markLeadingEpisodes, moveEnds, noteAskers, storeEpisodes, storeUnread } from '../../store/episode-writer.ts';
import { refreshInferredParents } from '../../store/inferred-parents.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { voicesFingerprint } from '../../store/reading-queries.ts';
import { highestMessageId } from '../../store/record-counts.ts';
import { hasNewlyToldDesk, refreshImportWatch, storedSources, type StoredSources } from '../../store/request-context.ts';
import { messageFacts } from '../../store/request-facts.ts';
import { addSeenBrands, hastyReplies, keepHastyReplies, movedEnds, replaceShownPlaces, shownPlaces } from '../../store/request-places.ts';
import { dropRequests, keepRoles, keepWatch, layOutRequests, noteGuessed } from '../../store/request-scope.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { episodeHours } from '../companies/company-records.ts';
import { importRules } from '../import/import-rules.ts';
import { BETWEEN_MESSAGES, createMemoryRelief, relieveMemory } from '../import/memory-relief.ts';
import { hastyBook, hastyVerdicts, type HastyVerdicts, type WantedVerdict } from './hasty-verdicts.ts';
import { passContext, responseContext } from './response-context.ts';
import { throwIfCancelled } from './stage.ts';

/** Version of how requests are found; part of the definition of the stage that runs it. */
export const RESPONSE_DEFINITION_VERSION = 'response 4';

const BATCH = 5000;
/** Where so many of the messages would be read again, judging all costs less. */
const MOST_TOUCHED_SHARE = 1 / 3;
const LEAST_WORTH_WHOLE = 5000;
/** What is followed up is one transaction, and nobody else writes meanwhile: above this it would last longer than they wait. */
const MOST_AT_ONCE = 100_000;

/** How requests are to be found: observation capped at `nowMs` where it is given. */
export interface RequestStageOptions {
  readonly nowMs: number | null;
  readonly call: Pick<CallContext, 'signal' | 'onProgress'>;
}

/** What it took to bring requests up to date: how many messages were read, all of them or those of touched conversations. */
export interface RequestWork {
  readonly whole: boolean;
  readonly messages: number;
}

/** Raised where what is laid out cannot tell: everything is made anew. */
class NeedsAll extends Error {}

/** Raised where what is laid out can tell once some verdicts are found apart. */
class NeedsVerdicts extends Error {
  readonly wanted: readonly WantedVerdict[];

  constructor(wanted: readonly WantedVerdict[]) {
    super('verdicts on quick replies are wanted');
    this.wanted = wanted;
  }
}

/** A reply that is judged otherwise may bring others up for judgement: after so many rounds all is judged together. */
const MOST_ROUNDS = 4;

/**
 * Splits the facts by brand: a brand's pass needs the threads in which it speaks or is addressed, and nothing else, so that
 * a project with a hundred brands costs about as much as one with a single brand.
 */
function factsByBrand(facts: readonly MessageFact[], sources: StoredSources): Map<number, MessageFact[]> {
  const { addressed } = factTable(facts, responseContext(sources, { brandId: null, nowMs: null }));
  const brandsOfRoot = new Map<number, number[]>();
  const note = (rootId: number, brandId: number): void => {
    const brands = brandsOfRoot.get(rootId);
    if (brands === undefined) brandsOfRoot.set(rootId, [brandId]);
    else if (!brands.includes(brandId)) brands.push(brandId);
  };
  facts.forEach((fact, position) => {
    if (fact.voiceOfBrandId !== null) note(fact.rootId, fact.voiceOfBrandId);
    for (const brandId of addressed[position] ?? []) note(fact.rootId, brandId);
  });
  const split = new Map<number, MessageFact[]>(sources.brandIds.map((brandId) => [brandId, []]));
  for (const fact of facts) for (const brandId of brandsOfRoot.get(fact.rootId) ?? []) split.get(brandId)?.push(fact);
  return split;
}

/** Judges facts brand by brand and stores what is found, in the order of the messages. */
function judge(project: ProjectDatabase, facts: readonly MessageFact[], { sources, hasty, nowMs, call }: RequestStageOptions & { readonly sources: StoredSources; readonly hasty: HastyReplies }): void {
  const options = { ...REQUEST_DEFINITION, inferAnswers: importRules(project).includeInferred, followUpHours: episodeHours(project) };
  const clock = localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome');
  const relieve = createMemoryRelief(BETWEEN_MESSAGES);
  let done = 0;
  for (const [brandId, own] of factsByBrand(facts, sources)) {
    throwIfCancelled(call);
    const pass = requestPass(own, passContext(sources, { brandId, nowMs, hasty }), options);
    for (const [table, population] of [['request', 'requests'], ['compliment', 'praise']] as const) {
      const { requests, unreadIds } = pass(population);
      const items = requests.toSorted((one, other) => one.messageId - other.messageId).map((episode) => {
        const moment = episode.atMs === null || episode.precision !== 'fine' ? null : clock(episode.atMs);
        return { episode, brandId, localHour: moment?.hour ?? null, localWeekday: moment?.weekday ?? null };
      });
      for (let start = 0; start < items.length; start += BATCH) storeEpisodes(project, table, items.slice(start, start + BATCH));
      if (table === 'request') storeUnread(project, brandId, unreadIds);
    }
    done += own.length;
    relieve(done);
    call.onProgress({ phase: 'derive', done: Math.min(done, facts.length), total: facts.length, unit: 'messages' });
  }
}

/** Messages that may be laid out at most before all are. */
const mostFollowed = (project: ProjectDatabase): number => Math.max(LEAST_WORTH_WHOLE, Math.min(MOST_AT_ONCE, highestMessageId(project) * MOST_TOUCHED_SHARE));

function basisOf(project: ProjectDatabase): string {
  const brands = project.connection.prepare('SELECT id FROM brand ORDER BY id').pluck().all();
  return JSON.stringify([RESPONSE_DEFINITION_VERSION, settingOf(project, 'time_zone'), importRules(project).includeInferred, brands, voicesFingerprint(project), ...(episodeHours(project) === FOLLOW_UP_HOURS ? [] : [episodeHours(project)])]);
}

/** Judges again the conversations that something touched. Throws where it reaches further, or wants verdicts that it is not `told`. To be called inside a transaction. */
function followed(project: ProjectDatabase, lastId: number, { told, ...options }: RequestStageOptions & { readonly told: HastyVerdicts }): RequestWork {
  const { connection } = project;
  // 1. what is known of imports and places
  refreshImportWatch(project, lastId);
  if (hasNewlyToldDesk(project, changedAccounts(project, 'requests'))) throw new NeedsAll();
  const ends = movedEnds(project, lastId);
  const touched = ends === null ? null : layOutRequests(project, { lastId, most: mostFollowed(project) });
  if (ends === null || touched === null) throw new NeedsAll();
  refreshInferredParents(project, touched.containerIds);
  noteGuessed(project, touched.containerIds);
  // 2. the conversations
  const facts = messageFacts(project, { laidOut: true });
  addSeenBrands(project, shownPlaces(facts).seen, lastId);
  const sources = storedSources(project, { laidOut: true });
  if (facts.some((fact) => sources.place(fact).observationEndMs === null)) throw new NeedsAll();
  const isNew = new Map<number, boolean>();
  const oldest = connection.prepare('SELECT min(id) FROM message WHERE import_id = ?').pluck();
  const isAtHand = ({ importId }: MessageFact): boolean => {
    const known = isNew.get(importId) ?? ((oldest.get(importId) as number | null) ?? 0) > lastId;
    isNew.set(importId, known);
    return known;
  };
  const hasty = hastyBook({ before: hastyReplies(project), told, isAtHand });
  deleteEpisodes(project, { laidOut: true });
  judge(project, facts, { ...options, sources, hasty });
  if (hasty.wanted.length > 0) throw new NeedsVerdicts(hasty.wanted);
  markLeadingEpisodes(project, { laidOut: true });
  noteAskers(project, { laidOut: true });
  keepHastyReplies(project, hasty.verdicts);
  // 3. the others wait until their places are watched now
  keepWatch(project);
  moveEnds(project, ends);
  keepRoles(project);
  followedUp(project, 'requests');
  return { whole: false, messages: touched.messages };
}

function made(project: ProjectDatabase, basis: string, options: RequestStageOptions): RequestWork {
  const { connection } = project;
  beginPart(project, 'requests', basis);
  connection.transaction(() => {
    // who wrote and what is answered may be others than promises were followed with
    forgetPart(project, 'promises');
    refreshInferredParents(project);
    refreshImportWatch(project, 0);
    keepWatch(project);
    keepRoles(project);
  }).immediate();
  throwIfCancelled(options.call);
  const facts = messageFacts(project);
  relieveMemory(facts.length);
  throwIfCancelled(options.call);
  connection.transaction(() => replaceShownPlaces(project, shownPlaces(facts))).immediate();
  deleteEpisodes(project, { laidOut: false });
  const hasty = hastyBook({ before: new Map(), told: new Map(), isAtHand: () => true });
  dropIndexesOf(project, ['request', 'request_part', 'compliment']);
  try {
    judge(project, facts, { ...options, sources: storedSources(project), hasty });
  } finally {
    createMissingIndexes(connection);
  }
  connection.transaction(() => {
    markLeadingEpisodes(project, { laidOut: false });
    noteAskers(project, { laidOut: false });
    keepHastyReplies(project, hasty.verdicts);
    // capped requests are no start for what comes later
    if (options.nowMs === null) endPart(project, 'requests');
  }).immediate();
  return { whole: true, messages: facts.length };
}

/**
 * Requests and compliments with their answers for every brand. Where nothing but records has changed since they were last
 * found, only conversations that were touched are judged again, and the others wait until their places are watched now; the
 * result is to the row that of judging all. Who speaks for a brand, whose place it is, a message that says something else or
 * stands elsewhere, and a capped observation make everything anew. A quick reply of an earlier import whose wording has not been
 * judged yet is judged apart ({@link hastyVerdicts}), and the conversations once more with what it said. Phases: 1. guess what answers what; 2. lay out the facts;
 * 3. per brand, find requests and compliments with the hour and weekday of their arrival in the project's zone; 4. choose the
 * leading row of messages addressed to several brands. Throws {@link Cancelled}.
 */
export function deriveRequests(project: ProjectDatabase, options: RequestStageOptions): RequestWork {
  const basis = basisOf(project);
  const lastId = options.nowMs === null ? wholeUpTo(project, 'requests', basis) : null;
  const told = new Map<string, boolean>();
  for (let round = 0; lastId !== null && round < MOST_ROUNDS; round += 1) {
    try {
      return project.connection.transaction(() => followed(project, lastId, { ...options, told })).immediate();
    } catch (error) {
      if (error instanceof NeedsAll) break;
      if (!(error instanceof NeedsVerdicts)) throw error;
      const { wanted } = error;
      const verdicts = project.connection.transaction(() => hastyVerdicts(project, wanted, mostFollowed(project))).immediate();
      if (verdicts === null) break;
      for (const [key, automatic] of verdicts) told.set(key, automatic);
    } finally {
      dropRequests(project);
    }
  }
  return made(project, basis, options);
}
