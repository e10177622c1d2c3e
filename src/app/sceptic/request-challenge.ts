import type { FigureSource } from '../../contract/operations/findings.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { responseRuleShape, scopeShape, type ResponseRule } from '../../contract/selection.ts';
import { z } from 'zod';
import { REQUEST_INTENTS, type Intent } from '../../domain/model/codes.ts';
import type { ScepticChange, UnvariedReason } from '../../domain/model/sceptic.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { WALL_SCALE } from '../../domain/response/wait-scale.ts';
import { requestDraws } from '../../domain/sceptic/request-draws.ts';
import { requestFigure, type DefinedRequests, type RequestFigure } from '../../domain/sceptic/request-figure.ts';
import { quantile } from '../../domain/stats/quantile.ts';
import type { FindingFigure } from '../../domain/strategy/finding-standing.ts';
import { highestMessageId } from '../../store/record-counts.ts';
import { responseCorrection } from '../check/correction.ts';
import type { AppContext } from '../context.ts';
import { importRules } from '../import/import-rules.ts';
import { figureWithin } from '../plan/figure-again.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { clockedScope, type ClockedScope } from '../read/clocked-scope.ts';
import { complimentsOf, episodesOf } from '../read/request-source.ts';
import type { Challenge, ChallengeOptions, Varied } from './challenge.ts';
import { rereadRequests } from './reread-requests.ts';

const DAY_AND_WEEK = [3600, 86_400, 604_800];
/** Draws of people for the limits of one change alone. */
const SINGLE_DRAWS = 200;
/** Messages above which a definition is not applied anew: all of them would be judged again for each. */
const MOST_MESSAGES = 300_000;
/** Messages that all definitions of the joint draws may judge together, and most definitions. */
const MOST_JUDGED = 300_000;
const MOST_DEFINITIONS = 16;
/** Requests that all draws may read together. */
const MOST_READ = 6_000_000;
const LEAST_DRAWS = 40;
/** Steps of a challenge as it reports them: definitions, clocks and horizons, readings, all definitions at once, then the draws in tenths. */
const STEPS = 21;
const DRAW_STEPS = 10;

const inputSchema = z.object({ ...scopeShape, ...responseRuleShape, by: z.string().optional(), horizonSeconds: z.number().positive().optional() });

/** Which figure of requests a source names; null where it is another one. */
export function requestFigureOf({ operation, input, at, fields }: FigureSource): RequestFigure | null {
  const [list, item, inner, last] = at;
  const intentOf = (step: typeof item, key: string): Intent | null => {
    const code = typeof step === 'object' ? step[key] : undefined;
    return REQUEST_INTENTS.find((intent) => intent === code) ?? null;
  };
  if (operation === 'response.gaps' && list === 'gaps' && at.length === 2 && fields.estimate === 'gapSeconds') {
    const intent = intentOf(item, 'intent');
    return intent === null ? null : { kind: 'gap', intent };
  }
  if (operation !== 'response.survival' || list !== 'groups') return null;
  const intent = input['by'] === 'intent' ? intentOf(item, 'key') : null;
  if (intent === null && input['by'] !== undefined && input['by'] !== 'none') return null;
  if (at.length === 2 && fields.estimate === 'censored') return { kind: 'silent', intent };
  if (inner !== 'answeredWithin' || fields.estimate !== 'estimate') return null;
  const seconds = typeof last === 'object' ? last['seconds'] : undefined;
  const place = typeof last === 'number' ? last : DAY_AND_WEEK.findIndex((known) => known === seconds);
  return place < 0 ? null : { kind: 'within', intent, place };
}

/** The same source after the correction for what the reader mistakes; null where the figure has none. */
function correctedSource({ at, ...source }: FigureSource, figure: RequestFigure): FigureSource | null {
  const fields = { estimate: 'estimate', low: 'low', high: 'high' };
  if (figure.kind === 'gap') return { ...source, at: [...at, 'corrected'], fields };
  return figure.kind === 'within' && figure.intent !== null ? { ...source, at: [...at.slice(0, 2), 'corrected', ...at.slice(2)], fields } : null;
}

/** Challenges a figure of requests; see `findings.challenge`. Failures: those of the scope. */
export async function requestChallenge(context: AppContext, ask: AskAgain, { source, answer, now, draws, seed, pace }: ChallengeOptions, figure: RequestFigure): Promise<Challenge | null> {
  const input = inputSchema.parse(source.input);
  const scope = clockedScope(context, input);
  if (!scope.ok) return null;
  const { project } = scope.value;
  const rule: ResponseRule = { population: input.population, answerRule: input.answerRule, mergeFollowUps: input.mergeFollowUps, includeInferred: input.includeInferred, followUpHours: input.followUpHours };
  const inferred = rule.includeInferred ?? importRules(project).includeInferred;
  const messages = highestMessageId(project);
  const opening = input.clock === 'opening' ? scope : clockedScope(context, { ...input, clock: 'opening' });
  const defined = (place: ClockedScope, changed: ResponseRule): DefinedRequests => ({ requests: countedRequests(episodesOf(place, { ...rule, ...changed })), praise: countedRequests(complimentsOf(place)), scale: place.scale });
  const base = defined(scope.value, {});
  const weeks = (input.horizonSeconds ?? base.scale.weekSeconds) / base.scale.weekSeconds;
  const variations: Varied[] = [];
  const unvaried: { change: ScepticChange; reason: UnvariedReason }[] = [];
  const tryOne = (change: ScepticChange, requests: DefinedRequests, horizonWeeks = weeks): void => {
    variations.push({ change, rule: null, ...figureWithLimits(figure, requests, { horizonWeeks, seed, check: pace.check }) });
  };
  // 1. the definition of a request and of an answer
  const definitions: readonly (readonly [ScepticChange, ResponseRule, boolean])[] = [
    ['follow-ups-apart', { mergeFollowUps: false }, rule.mergeFollowUps === false],
    ['window-shorter', { followUpHours: 12 }, false], ['window-longer', { followUpHours: 72 }, false],
    ['direct-answers', { answerRule: 'direct' }, rule.answerRule === 'direct'], ['inferred-answers', { includeInferred: !inferred }, false],
  ];
  for (const [change, changed, already] of definitions) {
    if (already) unvaried.push({ change, reason: 'already-so' });
    else if (messages > MOST_MESSAGES) unvaried.push({ change, reason: 'too-large' });
    else tryOne(change, defined(scope.value, changed));
    await pace.step(STEPS);
  }
  // 2. the clock and the horizon
  if (input.clock === 'opening') tryOne('opening-hours', defined({ ...withoutHours(scope.value), scale: WALL_SCALE, drawnFrom: {} }, {}));
  else if (opening.ok) tryOne('opening-hours', defined(opening.value, {}));
  else unvaried.push({ change: 'opening-hours', reason: 'no-hours' });
  await pace.step(STEPS);
  for (const [change, factor] of [['horizon-shorter', 3 / 7], ['horizon-longer', 2]] as const) {
    if (figure.kind === 'gap') tryOne(change, base, weeks * factor);
    else unvaried.push({ change, reason: 'not-resting' });
    await pace.step(STEPS);
  }
  // 3. the reading
  const reread = rereadRequests(project, base.requests);
  for (const [change, requests] of [['stricter-reading', reread?.stricter], ['looser-reading', reread?.looser]] as const) {
    if (requests === undefined) unvaried.push({ change, reason: 'no-probabilities' });
    else tryOne(change, { ...base, requests });
    await pace.step(STEPS);
  }
  const correctedAt = correctedSource(source, figure);
  const corrected = correctedAt === null ? null : figureWithin(answer, correctedAt);
  if (corrected?.estimate != null) variations.push({ change: 'reader-corrected', rule: null, ...corrected, n: now.n });
  else unvaried.push({ change: 'reader-corrected', reason: correctedAt === null ? 'not-resting' : 'not-checked' });
  const unread = await unreadBounds(ask, figure, { source, base, now });
  variations.push(...unread.variations);
  unvaried.push(...unread.unvaried);
  // 4. everything at once
  const correction = await responseCorrection(project);
  const clocks = input.clock === 'opening' || !opening.ok ? [scope.value] : [scope.value, opening.value];
  const rules = drawnRules(inferred, messages);
  const asDefined = rules.flatMap((changed) => clocks.map((place) => {
    pace.check();
    return defined(place, changed);
  }));
  const labels = correction.material;
  const withReading = labels !== null || reread === null ? asDefined : asDefined.flatMap((one) => {
    const other = rereadRequests(project, one.requests);
    return other === null ? [one] : [one, { ...one, requests: other.stricter }, { ...one, requests: other.looser }];
  });
  const made = Math.min(draws, Math.max(LEAST_DRAWS, Math.floor(MOST_READ / Math.max(1, base.requests.length))));
  await pace.step(STEPS);
  let begun = 0;
  const onDraw = (): void => {
    pace.check();
    if (begun % Math.ceil(made / DRAW_STEPS) === 0) pace.tick(STEPS);
    begun += 1;
  };
  const drawn = requestDraws(figure, { definitions: withReading, horizonWeeks: figure.kind === 'gap' ? [weeks * 3 / 7, weeks * 2] : [weeks, weeks], labels, draws: made, seed, onDraw });
  return {
    measures: 'figure', now, variations, unvaried, definitions: rules.length, drawnFigures: drawn,
    drawn: [...(rules.length > 1 ? ['definition' as const] : []), ...(clocks.length > 1 ? ['clock' as const] : []), ...(figure.kind === 'gap' ? ['horizon' as const] : []), ...(labels !== null ? ['reader' as const] : reread === null ? [] : ['threshold' as const]), 'people'],
  };
}

function withoutHours({ opening: _opening, ...scope }: ClockedScope): Omit<ClockedScope, 'opening'> {
  return scope;
}

/** The figure of some requests with percentile limits over people. */
function figureWithLimits(figure: RequestFigure, requests: DefinedRequests, { horizonWeeks, seed, check }: { readonly horizonWeeks: number; readonly seed: number; readonly check: () => void }): FindingFigure {
  const intent = figure.intent;
  const n = requests.requests.filter(({ intents }) => intent === null || intents.includes(intent)).length;
  const numbers = new Map<number, number>();
  // every request is its own asker here: all count once
  const askerOf = ({ messageId }: RequestEpisode): number => {
    const number = numbers.get(messageId) ?? numbers.size;
    numbers.set(messageId, number);
    return number;
  };
  const estimate = requestFigure(figure, requests, { horizonSeconds: requests.scale.weekSeconds * horizonWeeks, weights: new Uint16Array(requests.requests.length + requests.praise.length).fill(1), askerOf });
  if (estimate === null) return { estimate: null, low: null, high: null, n };
  const values = requestDraws(figure, { definitions: [requests], horizonWeeks: [horizonWeeks, horizonWeeks], labels: null, draws: SINGLE_DRAWS, seed, onDraw: check }).filter((value) => value !== null).sort((one, other) => one - other);
  // a count is told without limits, as its sentence tells it
  return figure.kind === 'silent' || values.length < SINGLE_DRAWS * 0.95 ? { estimate, low: null, high: null, n } : { estimate, low: quantile(values, 0.025), high: quantile(values, 0.975), n };
}

/** Definitions for the joint draws: all combinations where the project is small, the definition and single steps from it where it is larger. */
function drawnRules(inferred: boolean, messages: number): ResponseRule[] {
  const windows: readonly ResponseRule[] = [{}, { followUpHours: 12 }, { followUpHours: 72 }, { mergeFollowUps: false }];
  const answers: readonly ResponseRule[] = [{}, { answerRule: 'direct' }];
  const inferences: readonly ResponseRule[] = [{}, { includeInferred: !inferred }];
  const all = inferences.flatMap((inference) => answers.flatMap((answer) => windows.map((window): ResponseRule => ({ ...window, ...answer, ...inference }))));
  const fitting = Math.min(MOST_DEFINITIONS, Math.max(1, Math.floor(MOST_JUDGED / Math.max(1, messages))));
  return all.sort((one, other) => Object.keys(one).length - Object.keys(other).length).slice(0, fitting);
}

/** The figure if everybody whose message nobody could read had asked for the same, and had been answered in time, or never. */
async function unreadBounds(ask: AskAgain, figure: RequestFigure, { source, base, now }: { readonly source: FigureSource; readonly base: DefinedRequests; readonly now: FindingFigure }): Promise<{ readonly variations: Varied[]; readonly unvaried: Challenge['unvaried'] }> {
  const changes = ['unread-answered', 'unread-silent'] as const;
  const without = (reason: UnvariedReason): { variations: Varied[]; unvaried: Challenge['unvaried'] } => ({ variations: [], unvaried: changes.map((change) => ({ change, reason })) });
  if (figure.kind === 'gap') return without('no-waits');
  const asked = await ask('response.survival', { ...source.input, by: 'none', maxSteps: 10 });
  const unread = asked.ok ? (asked.value as OperationValue<'response.survival'>).unread : 0;
  if (unread === 0 || now.estimate === null) return without('nothing-unread');
  const { intent } = figure;
  const n = base.requests.filter(({ intents }) => intent === null || intents.includes(intent)).length;
  const estimate = (answered: boolean): number => (figure.kind === 'silent' ? (now.estimate ?? 0) + (answered ? 0 : unread) : ((now.estimate ?? 0) * n + (answered ? unread : 0)) / (n + unread));
  return { variations: changes.map((change) => ({ change, rule: null, estimate: estimate(change === 'unread-answered'), low: null, high: null, n: n + unread })), unvaried: [] };
}
