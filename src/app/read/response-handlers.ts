import type { Handler, HandlerMap } from '../../contract/dispatch.ts';
import { success } from '../../contract/outcome.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { correctedResponse, type CorrectedGroup, type CorrectionOptions } from '../../domain/response/corrected-response.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { intentGrouping, keyedGrouping, WHOLE_GROUPING, type Grouping } from '../../domain/response/grouping.ts';
import { listeningGaps } from '../../domain/response/listening-gaps.ts';
import { listeningReference } from '../../domain/response/listening-reference.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { responseCurves } from '../../domain/response/response-curves.ts';
import { standingAt, type CurvePoint, type SurvivalGroup } from '../../domain/response/survival-group.ts';
import { timedFor } from '../../domain/response/wait-columns.ts';
import type { WaitScale } from '../../domain/response/wait-scale.ts';
import { messagesById } from '../../store/message-queries.ts';
import { coverageRows } from '../../store/overview-queries.ts';
import { unreadAddressed, type StoredEpisode, type UnreadCounts } from '../../store/request-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { drawStamp } from '../check/check-sample.ts';
import { CORRECTED_FROM } from '../check/check-status.ts';
import { responseCorrection, type Correction } from '../check/correction.ts';
import { horizonWeeks } from '../companies/company-records.ts';
import type { AppContext } from '../context.ts';
import { importRules } from '../import/import-rules.ts';
import { cachedOutcome } from './answer-cache.ts';
import { clockedScope } from './clocked-scope.ts';
import { complimentsOf, episodesOf, groupKeys, selectedEpisodes } from './request-source.ts';
import type { ResolvedScope } from './scope.ts';

type Names = 'response.survival' | 'response.gaps' | 'response.requests';
type SurvivalValue = OperationValue<'response.survival'>;

const DEFAULT_SEED = 1;

function groupingOf(scope: ResolvedScope, by: Parameters<typeof groupKeys>[1]): Grouping {
  if (by === 'none') return WHOLE_GROUPING;
  if (by === 'intent') return intentGrouping();
  const keysOf = groupKeys(scope, by);
  const order = by === 'hour' ? Array.from({ length: 24 }, (_, hour) => String(hour)) : by === 'weekday' ? ['1', '2', '3', '4', '5', '6', '7'] : null;
  return keyedGrouping((request) => keysOf(request as StoredEpisode)[0] ?? null, order);
}

/** At most about `most` points of a curve: the first, the last and those where the share has moved enough to be seen. */
function thinned(steps: readonly CurvePoint[], most: number | undefined): CurvePoint[] {
  if (most === undefined || steps.length <= most) return [...steps];
  const kept: CurvePoint[] = [];
  const drop = 1 / most;
  for (const [position, step] of steps.entries()) {
    const last = kept.at(-1);
    if (last === undefined || position === steps.length - 1 || last.waiting - step.waiting >= drop) kept.push(step);
  }
  return kept;
}

function groupValue(group: SurvivalGroup, maxSteps: number | undefined): Omit<SurvivalValue['groups'][number], 'corrected'> {
  const { longestSeconds, waitingAtHorizon, card, ...figures } = group;
  const stillWaiting = waitingAtHorizon === null ? null : { estimate: waitingAtHorizon.estimate, low: waitingAtHorizon.low, high: waitingAtHorizon.high };
  return { ...figures, answeredWithin: [...group.answeredWithin], longestFollowUpSeconds: longestSeconds, stillWaiting, cautious: card, steps: thinned(group.steps, maxSteps) };
}

/** Answers that rest on a draw of the check are kept apart from those of another draw. */
function drawnInput(project: ProjectDatabase): { readonly draw?: string } {
  const draw = drawStamp(project);
  return draw === '' ? {} : { draw };
}

/** What a correction rests on, or why these figures have none: they must be of kinds of request, by the definition of a request. */
async function correctionFor(project: ProjectDatabase, { byIntent, population }: { readonly byIntent: boolean; readonly population: string | undefined }): Promise<Correction> {
  const without = (reason: 'other-grouping' | 'other-rule'): Correction => ({ state: { available: false, reason, labelled: 0, needed: CORRECTED_FROM }, material: null });
  if (!byIntent) return without('other-grouping');
  return population === 'inbound' ? without('other-rule') : responseCorrection(project);
}

function correctedGroups({ material }: Correction, requests: readonly RequestEpisode[], options: Pick<CorrectionOptions, 'horizonSeconds' | 'seed' | 'reference' | 'scale'>): ReadonlyMap<string, CorrectedGroup> {
  if (material === null) return new Map();
  return new Map(correctedResponse(requests, { ...material, codes: REQUEST_INTENTS, ...options }).map((group) => [group.key, group]));
}

function correctedValue(group: CorrectedGroup | undefined): SurvivalValue['groups'][number]['corrected'] {
  return group === undefined ? null : { n: group.n, restrictedMeanSeconds: group.restrictedMeanSeconds, answeredWithin: group.answeredWithin.map((share) => ({ ...share })) };
}

/** How many answers rest on a name or a quote alone. */
function inferredShare(requests: readonly RequestEpisode[], included: boolean): SurvivalValue['inferredAnswers'] {
  const answers = requests.filter(({ censored }) => !censored).length;
  const inferred = requests.filter((request) => request.inferred).length;
  return { included, inferred, answers, share: answers === 0 ? null : inferred / answers };
}

function unreadOf(scope: ResolvedScope): UnreadCounts {
  return unreadAddressed(scope.project, scope.brand?.id ?? null, messageCondition(scope.messages));
}

/** The listening room: curves, gaps and the requests behind them. */
export function responseHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const survival: Handler<'response.survival'> = async (input) => {
    const scope = clockedScope(context, input);
    if (!scope.ok) return scope;
    const { project, scale, drawnFrom } = scope.value;
    const { by, horizonSeconds = scale.weekSeconds * horizonWeeks(project), seed = DEFAULT_SEED, maxSteps, population, answerRule, mergeFollowUps, includeInferred, followUpHours } = input;
    const answer = await cachedOutcome(project, { name: 'survival', input: { ...input, ...drawnFrom, horizonSeconds, ...drawnInput(project) } }, async () => {
      const episodes = episodesOf(scope.value, { population, answerRule, mergeFollowUps, includeInferred, followUpHours });
      const reference = by === 'intent' ? listeningReference(countedRequests(episodes), countedRequests(complimentsOf(scope.value))) : null;
      const { unread, abstained } = unreadOf(scope.value);
      const curves = responseCurves(episodes, { grouping: groupingOf(scope.value, by), horizonSeconds, seed, unread, reference, scale });
      const correction = await correctionFor(project, { byIntent: by === 'intent', population });
      const corrected = correctedGroups(correction, countedRequests(episodes), { horizonSeconds, seed, reference: null, scale });
      return success({
        ...curves, abstained, horizonSeconds, coverage: coverageRows(project), correction: correction.state, tests: [...curves.tests],
        inferredAnswers: inferredShare(countedRequests(episodes), includeInferred ?? importRules(project).includeInferred),
        groups: curves.groups.map((group) => ({ ...groupValue(group, maxSteps), corrected: correctedValue(corrected.get(group.key)) })),
      });
    });
    return answer.ok ? success({ ...answer.value, ...clockOf(scale) }) : answer;
  };
  const gaps: Handler<'response.gaps'> = async (input) => {
    const scope = clockedScope(context, input);
    if (!scope.ok) return scope;
    const { project, scale, drawnFrom } = scope.value;
    const { horizonSeconds = scale.weekSeconds * horizonWeeks(project), seed = DEFAULT_SEED, population, answerRule, mergeFollowUps, includeInferred, followUpHours } = input;
    const answer = await cachedOutcome(project, { name: 'gaps', input: { ...input, ...drawnFrom, horizonSeconds, ...drawnInput(project) } }, async () => {
      const episodes = episodesOf(scope.value, { population, answerRule, mergeFollowUps, includeInferred, followUpHours });
      const draws = 2000;
      const praise = complimentsOf(scope.value);
      const found = listeningGaps(episodes, { praise, horizonSeconds, seed, draws, scale });
      const counted = countedRequests(episodes);
      const timed = timedFor(counted, horizonSeconds, scale.weekSeconds);
      const correction = await correctionFor(project, { byIntent: true, population });
      const corrected = correctedGroups(correction, counted, { horizonSeconds, seed, scale, reference: found.reference.tooFew ? null : listeningReference(counted, countedRequests(praise)) });
      return success({
        horizonSeconds, draws, correction: correction.state,
        reference: found.reference.kind === 'promotion' ? 'promotion-posts' as const : found.reference.kind,
        referenceN: found.reference.n, referenceTooFew: found.reference.tooFew,
        referenceRestrictedMeanSeconds: found.reference.restrictedMeanSeconds, referenceMeanOfAnswersSeconds: found.reference.meanOfAnswersSeconds,
        gaps: found.gaps.map(({ key, ...gap }) => ({
          intent: key, ...gap, ...standingBy(timed.filter(({ intents }) => intents.includes(key)), { tooFew: gap.tooFew, horizonSeconds }),
          corrected: gap.tooFew ? null : (corrected.get(key)?.gapSeconds ?? null),
        })),
      });
    });
    return answer.ok ? success({ ...answer.value, ...clockOf(scale) }) : answer;
  };
  return {
    'response.survival': survival,
    'response.gaps': gaps,
    'response.requests': (input) => {
      const scope = clockedScope(context, input);
      if (!scope.ok) return scope;
      const episodes = selectedEpisodes(scope.value, input);
      if (input.orderBy === 'waited') episodes.sort((one, other) => (other.waitedSeconds ?? -1) - (one.waitedSeconds ?? -1));
      const page = episodes.slice(input.page * input.size, (input.page + 1) * input.size);
      const messages = new Map(messagesById(scope.value.project, page.flatMap(({ messageId, answerMessageId }) => (answerMessageId === null ? [messageId] : [messageId, answerMessageId]))).map((message) => [message.messageId, message]));
      return success({ total: episodes.length, clock: scope.value.scale.clock, requests: page.flatMap((episode) => requestLine(episode, messages)) });
    },
  };
}

/** The clock as an answer tells it; put on after an answer is looked up, so that answers kept in earlier files have it too. */
function clockOf({ clock, shareSeconds }: WaitScale): { clock: 'wall' | 'opening'; shareSeconds: number[] } {
  return { clock, shareSeconds: [...shareSeconds] };
}

/** What stands beside a gap: how many people, how many answers, and the share still waiting at the horizon where it is known for all. */
function standingBy(requests: readonly RequestEpisode[], { tooFew, horizonSeconds }: { readonly tooFew: boolean; readonly horizonSeconds: number }): { authors: number | null; answers: number | null; stillWaitingShare: number | null } {
  if (tooFew) return { authors: null, answers: null, stillWaitingShare: null };
  const { authors, answered, waiting } = standingAt(requests, horizonSeconds);
  return { authors, answers: answered, stillWaitingShare: waiting };
}

function requestLine(episode: StoredEpisode, messages: ReadonlyMap<number, ReturnType<typeof messagesById>[number]>): OperationValue<'response.requests'>['requests'] {
  const message = messages.get(episode.messageId);
  if (message === undefined) return [];
  const answer = episode.answerMessageId === null ? undefined : messages.get(episode.answerMessageId);
  const { messageId, atMs, observationEndMs, answeredAtMs, outcome, waitedSeconds, censored, inferred, reopened, clockSkewed, peerFirst } = episode;
  return [{
    messageId, nativeId: message.nativeId, authorName: message.authorName, container: message.container, network: message.network, text: message.text,
    atMs, intents: [...episode.intents], observationEndMs, answeredAtMs, answerNativeId: answer?.nativeId ?? null,
    outcome, waitedSeconds, censored, inferred, reopened, clockSkewed, peerFirst, unobservable: episode.observability !== 'observable',
  }];
}
