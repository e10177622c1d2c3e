import type { RequestSelection, ResponseRule } from '../../contract/selection.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import { REQUEST_DEFINITION, type RequestEpisode, type RequestOptions } from '../../domain/response/request-episode.ts';
import { requestEpisodes } from '../../domain/response/request-episodes.ts';
import { storedSources } from '../../store/request-context.ts';
import { messageFacts } from '../../store/request-facts.ts';
import { storedEpisodes, type EpisodeTable, type StoredEpisode } from '../../store/request-queries.ts';
import { containerNames, networkCodes, selectedMessageIds } from '../../store/message-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { responseContext } from '../analyse/response-context.ts';
import { ANALYSIS_NOW } from '../analyse/derive-stage.ts';
import { arrivals, inOpeningHours } from '../clock/hours-of-requests.ts';
import { standingHours } from '../clock/standing-hours.ts';
import { episodeHours } from '../companies/company-records.ts';
import { importRules } from '../import/import-rules.ts';
import { heldProject, selectedHeld } from './held-project.ts';
import type { ResolvedScope } from './scope.ts';

/** The definition as the project's rules have it: a person may leave inferred answers out everywhere. */
function definitionOf(project: ProjectDatabase): RequestOptions {
  return { ...REQUEST_DEFINITION, inferAnswers: importRules(project).includeInferred, followUpHours: episodeHours(project) };
}

/** The options a rule stands for; what is left out is the definition's. */
function optionsOf(rule: ResponseRule, definition: RequestOptions): RequestOptions {
  return {
    population: rule.population ?? definition.population,
    answerRule: rule.answerRule ?? definition.answerRule,
    mergeFollowUps: rule.mergeFollowUps ?? definition.mergeFollowUps,
    inferAnswers: rule.includeInferred ?? definition.inferAnswers,
    followUpHours: rule.followUpHours ?? definition.followUpHours,
  };
}

const isDefinition = (options: RequestOptions, definition: RequestOptions): boolean => Object.entries(definition).every(([key, value]) => options[key as keyof RequestOptions] === value);

/** Compliments of a scope: people who praise and ask for nothing, with how long until the brand replied. */
export function complimentsOf(scope: ResolvedScope): StoredEpisode[] {
  return onClock(scope, stored(scope, 'compliment'));
}

function stored({ project, brand, messages }: ResolvedScope, table: EpisodeTable): StoredEpisode[] {
  const held = heldProject(project);
  if (held !== null) return selectedHeld(held, { table, brandId: brand?.id ?? null, filters: messages.filters ?? {} });
  return storedEpisodes(project, { table, brandId: brand?.id ?? null, messages: messageCondition(withoutBrand(messages)) });
}

/** The brand of a scope picks the requests themselves; selecting their messages by brand again would only cost time. */
function withoutBrand({ brandId: _brandId, ...rest }: ResolvedScope['messages']): ResolvedScope['messages'] {
  return rest;
}

/** Finds episodes of a brand, of all where it is null, in all messages at once, in time order; the messages are read once. */
function finder(project: ProjectDatabase): (brandId: number | null, options: RequestOptions) => readonly RequestEpisode[] {
  const nowText = settingOf(project, ANALYSIS_NOW);
  const [sources, facts] = [storedSources(project), messageFacts(project)];
  return (brandId, options) => requestEpisodes(facts, responseContext(sources, { brandId, nowMs: nowText === null || nowText === '' ? null : Number(nowText) }), options).requests;
}

function found({ project, brand }: ResolvedScope, options: RequestOptions): readonly RequestEpisode[] {
  return finder(project)(brand?.id ?? null, options);
}

/** Every inbound message of a scope's brand with how it ended, whatever it wants and whatever the filters: what is said of answers alone. Waits are on the wall clock. */
export function inboundEpisodes(scope: ResolvedScope): readonly RequestEpisode[] {
  return inboundOf(scope.project)(scope.brand?.id ?? null);
}

/** {@link inboundEpisodes} of one brand after the other, from one reading of the messages. */
export function inboundOf(project: ProjectDatabase): (brandId: number | null) => readonly RequestEpisode[] {
  const [find, options] = [finder(project), optionsOf({ population: 'inbound' }, definitionOf(project))];
  return (brandId) => find(brandId, options);
}

/** Requests computed from the messages at once, for a rule other than the stored definition; null when it is the definition. */
function computed(scope: ResolvedScope, rule: ResponseRule): StoredEpisode[] | null {
  const { project, messages } = scope;
  const definition = definitionOf(project);
  const options = optionsOf(rule, definition);
  if (isDefinition(options, definition)) return null;
  const requests = found(scope, options);
  const kept = selectedMessageIds(project, messageCondition(withoutBrand(messages)));
  const clock = localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome');
  return requests.filter(({ messageId }) => kept === null || kept.has(messageId)).map((request): StoredEpisode => {
    const moment = request.atMs === null || request.precision !== 'fine' ? null : clock(request.atMs);
    return { ...request, brandId: request.brandIds[0] ?? 0, localHour: moment?.hour ?? null, localWeekday: moment?.weekday ?? null, tribeBefore: null };
  });
}

/** The same episodes with their waits on the clock of the scope. */
function onClock({ project, opening }: ResolvedScope, episodes: StoredEpisode[]): StoredEpisode[] {
  return opening === undefined ? episodes : inOpeningHours(project, opening, episodes);
}

/** Requests of a scope under a rule: stored ones under the definition, computed ones under any other. Waits are on the clock of the scope. */
export function episodesOf(scope: ResolvedScope, rule: ResponseRule): StoredEpisode[] {
  return onClock(scope, computed(scope, rule) ?? stored(scope, 'request'));
}

/** Those that arrived while their channel was open, or while it was shut; none where nobody set the hours. */
function arrived({ project, brand }: ResolvedScope, episodes: StoredEpisode[], arrival: 'open' | 'closed' | undefined): StoredEpisode[] {
  if (arrival === undefined) return episodes;
  const hours = standingHours(project, brand?.name ?? null);
  return hours === null ? [] : arrivals(project, hours, episodes)[arrival];
}

/** The key of an episode in a grouping, as printed; several for intents, none where it is not known. */
export function groupKeys(scope: ResolvedScope, by: NonNullable<RequestSelection['by']>): (episode: StoredEpisode) => readonly string[] {
  const one = (value: string | null | undefined): readonly string[] => (value === null || value === undefined ? [] : [value]);
  switch (by) {
    case 'none': return () => ['all'];
    case 'intent': return ({ intents }) => intents;
    case 'network': { const codes = networkCodes(scope.project); return ({ networkId }) => one(codes.get(networkId)); }
    case 'container': { const names = containerNames(scope.project); return ({ containerId }) => one(containerId === null ? null : names.get(containerId)); }
    case 'tribe': return ({ tribeBefore }) => one(tribeBefore);
    case 'hour': return ({ localHour }) => one(localHour === null ? null : String(localHour));
    case 'weekday': return ({ localWeekday }) => one(localWeekday === null ? null : String(localWeekday));
  }
}

/** Requests that count in figures: of the public, in sources where an answer could have been seen in full. */
export function isCounted({ listedApart, observability }: StoredEpisode): boolean {
  return listedApart === null && observability === 'observable';
}

/** Counted requests of one group and outcome: what stands behind a number of the listening room. */
export function selectedEpisodes(scope: ResolvedScope, { by = 'none', key, outcome, weekday, hour, arrival, timed = false, ...rule }: RequestSelection & ResponseRule): StoredEpisode[] {
  const keysOf = groupKeys(scope, by);
  return arrived(scope, episodesOf(scope, rule), arrival).filter((episode) =>
    isCounted(episode) && (key === undefined || by === 'none' || keysOf(episode).includes(key)) && (outcome === undefined || episode.outcome === outcome) && (weekday === undefined || episode.localWeekday === weekday) && (hour === undefined || episode.localHour === hour) && (!timed || (episode.waitedSeconds !== null && episode.precision !== 'count')));
}
