import type { HandlerMap } from '../../contract/dispatch.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { REQUEST_INTENTS, type Intent } from '../../domain/model/codes.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import { localWeeks } from '../../domain/model/local-weeks.ts';
import { arrivalHeat, LEAST_ANSWERS } from '../../domain/response/arrival-heat.ts';
import { competingAnswers } from '../../domain/response/competing-answers.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { AUDIOGRAM_DRAWS, deafnessAudiogram } from '../../domain/response/deafness-audiogram.ts';
import { intentGrouping, WHOLE_GROUPING } from '../../domain/response/grouping.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { earlierRepeats, type LoudnessMeasure } from '../../domain/response/request-loudness.ts';
import { responseTrend, type WeekFigure } from '../../domain/response/response-trend.ts';
import { textKey } from '../../domain/response/text-key.ts';
import { trendChanges, type TrendLevels } from '../../domain/response/trend-changes.ts';
import type { IncidencePoint } from '../../domain/stats/incidence-limits.ts';
import { requestSurroundings, type RequestSurroundings } from '../../store/listening-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { keptWeekStart } from '../counting/kept-counting.ts';
import { cachedOutcome } from './answer-cache.ts';
import { heldProject, type HeldProject } from './held-project.ts';
import { projectCollection } from './project-collection.ts';
import { episodesOf } from './request-source.ts';
import { resolvedScope, type ResolvedScope } from './scope.ts';

type Names = 'response.trend' | 'response.heat' | 'response.competing' | 'response.audiogram';

const DEFAULT_SEED = 1;
const WEEK_SECONDS = 604_800;

const zoneOf = (project: ProjectDatabase): string => settingOf(project, 'time_zone') ?? 'Europe/Rome';
const levelsValue = ({ changes, levels, ...counts }: TrendLevels): OperationValue<'response.trend'>['changes']['withinDay'] => ({ ...counts, changes: changes.map((change) => ({ ...change, edges: [...change.edges] })), levels: [...levels] });
const weekFigure = ({ figure, gap }: WeekFigure): { estimate: number | null; low: number | null; high: number | null; gap: WeekFigure['gap'] } => ({ estimate: figure?.estimate ?? null, low: figure?.low ?? null, high: figure?.high ?? null, gap });

/** The scope on the wall clock: weeks, hours of the week and other people's answers know no opening hours, and the pages say so. */
function wallScope(context: AppContext, input: Scope): Outcome<ResolvedScope> {
  return resolvedScope(context, { ...input, clock: 'wall' });
}

function countedOf(scope: ResolvedScope, intent?: Intent): RequestEpisode[] {
  return countedRequests(episodesOf(scope, {})).filter(({ intents }) => intent === undefined || intents.includes(intent));
}

const pointValue = ({ atSeconds, estimate, low, high }: IncidencePoint): { atSeconds: number; estimate: number; low: number; high: number } => ({ atSeconds, estimate, low, high });

/** Loudness of requests by one measure; null where it is not known. */
function loudnessBy(measure: LoudnessMeasure, requests: readonly RequestEpisode[], known: ReadonlyMap<number, RequestSurroundings>): (number | null)[] {
  if (measure === 'followers') return requests.map(({ messageId }) => known.get(messageId)?.followers ?? null);
  if (measure === 'anger') return requests.map(({ messageId }) => known.get(messageId)?.negative ?? null);
  return earlierRepeats(requests.map(({ messageId, atMs, precision, askerId }) => ({ atMs: precision === 'count' ? null : atMs, askerId, saying: sayingOf(known.get(messageId)) })));
}

function sayingOf(surroundings: RequestSurroundings | undefined): string | null {
  if (surroundings === undefined) return null;
  const { topic, text } = surroundings;
  if (topic !== null) return topic;
  const key = text === null ? '' : textKey(text);
  return key === '' ? null : `text ${key}`;
}

type Surroundings = Omit<RequestSurroundings, 'messageId' | 'text' | 'topic'>;

/** What is known of a brand's requests, and how loud each is by one measure: the same under every filter. */
interface LoudRequests {
  readonly known: ReadonlyMap<number, Surroundings>;
  readonly loudness: ReadonlyMap<number, number | null>;
}

const loudOnes = new WeakMap<HeldProject, Map<string, LoudRequests>>();

function loudRequests(scope: ResolvedScope, measure: LoudnessMeasure): LoudRequests {
  const { project, brand } = scope;
  const held = heldProject(project);
  const before = held === null ? undefined : (loudOnes.get(held) ?? new Map<string, LoudRequests>());
  if (held !== null && before !== undefined) loudOnes.set(held, before);
  const key = `${measure} ${String(brand?.id)}`;
  const found = before?.get(key);
  if (found !== undefined) return found;
  const surroundings = requestSurroundings(project, brand?.id ?? null);
  const everything = episodesOf({ ...scope, messages: {} }, {});
  const loud: LoudRequests = {
    loudness: new Map(loudnessBy(measure, everything, surroundings).map((value, i) => [everything[i]?.messageId ?? 0, value])),
    // texts are not kept: they are most of it
    known: new Map([...surroundings].map(([messageId, { followers, negative, datedReactions }]) => [messageId, { followers, negative, datedReactions }])),
  };
  before?.set(key, loud);
  return loud;
}

/** Response over time, by hour of the week, against other people's answers, and by loudness. */
export function listeningHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'response.trend': (input) => {
      const scope = wallScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      return cachedOutcome(project, { name: 'trend', input }, () => {
        const requests = countedOf(scope.value, input.intent);
        const times = requests.flatMap(({ atMs, precision }) => (atMs === null || precision === 'count' ? [] : [atMs]));
        const timeZone = zoneOf(project);
        const weeks = times.length === 0 ? [] : localWeeks({ fromMs: times.reduce((least, at) => Math.min(least, at), Infinity), toMs: times.reduce((most, at) => Math.max(most, at), -Infinity), timeZone, weekStart: keptWeekStart(project) });
        const trend = responseTrend(requests, { weeks, seed: input.seed ?? DEFAULT_SEED });
        const { windows, edges } = projectCollection(project, requests);
        return Promise.resolve(success({
          timeZone, requests: requests.length, untimed: requests.length - times.length,
          weeks: trend.map(({ key, withinDay, withinWeek, restrictedMean, median, ...week }) => ({
            week: key, ...week, withinDay: weekFigure(withinDay), withinWeek: weekFigure(withinWeek), restrictedMean: weekFigure(restrictedMean), median,
          })),
          changes: { withinDay: levelsValue(trendChanges(trend, ({ withinDay }) => withinDay, edges)), restrictedMean: levelsValue(trendChanges(trend, ({ restrictedMean }) => restrictedMean, edges)) },
          imports: windows.map((window) => ({ importId: window.importId, file: window.fileName, place: window.place, network: window.network, replies: window.replies, fromMs: window.fromMs, toMs: window.toMs, messages: window.messages })),
        }));
      });
    },
    'response.heat': (input) => {
      const scope = wallScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      return cachedOutcome(project, { name: 'heat', input }, () => {
        const timeZone = zoneOf(project);
        const { cells, ...heat } = arrivalHeat(countedOf(scope.value, input.intent), localClock(timeZone));
        return Promise.resolve(success({ timeZone, answersNeeded: LEAST_ANSWERS, ...heat, cells: [...cells] }));
      });
    },
    'response.competing': (input) => {
      const scope = wallScope(context, input);
      if (!scope.ok) return scope;
      const { by, horizonSeconds, maxSteps } = input;
      return cachedOutcome(scope.value.project, { name: 'competing', input }, () => Promise.resolve(success({
        horizonSeconds,
        groups: competingAnswers(countedOf(scope.value), { grouping: by === 'intent' ? intentGrouping() : WHOLE_GROUPING, horizonSeconds, maxSteps }).map(({ brand, peer, ...group }) => ({ ...group, brand: brand.map(pointValue), peer: peer.map(pointValue) })),
      })));
    },
    'response.audiogram': (input) => {
      const scope = wallScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      return cachedOutcome(project, { name: 'audiogram', input }, () => {
        // what was said before counts whatever the filters show, so repeats are counted over all requests of the brand
        const { known, loudness } = loudRequests(scope.value, input.measure);
        const requests = countedOf(scope.value);
        const count = (holds: (surroundings: Surroundings) => boolean): number => requests.filter(({ messageId }) => { const found = known.get(messageId); return found !== undefined && holds(found); }).length;
        return Promise.resolve(success({
          measure: input.measure, horizonSeconds: WEEK_SECONDS, draws: AUDIOGRAM_DRAWS,
          known: {
            requests: requests.length, repeats: requests.filter(({ atMs, precision }) => atMs !== null && precision !== 'count').length,
            followers: count(({ followers }) => followers !== null), anger: count(({ negative }) => negative !== null), datedReactions: count(({ datedReactions }) => datedReactions > 0),
          },
          groups: REQUEST_INTENTS.map((key) => {
            const own = requests.filter(({ intents }) => intents.includes(key));
            const { bins, ...audiogram } = deafnessAudiogram(own, own.map(({ messageId }) => loudness.get(messageId) ?? null), { key, seed: input.seed ?? DEFAULT_SEED });
            return { ...audiogram, key, bins: [...bins] };
          }),
        }));
      });
    },
  };
}
