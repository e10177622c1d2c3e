import type { OperationValue } from '../../contract/operations.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { AUTHOR_DRAWS } from '../../domain/response/survival-group.ts';
import { denseStart } from '../../domain/strategy/dense-start.ts';
import { earlierWindows, firstNotBefore, initiativeWindows, type Span } from '../../domain/strategy/initiative/initiative-windows.ts';
import { peakHalfLife } from '../../domain/strategy/initiative/peak-half-life.ts';
import { stayingPeople, type Newcomer } from '../../domain/strategy/initiative/staying-people.ts';
import { LEAST_EARLIER } from '../../domain/strategy/initiative/usual-range.ts';
import { valueWeights } from '../../domain/value/value-rules.ts';
import { datedBookings, inboundColumns, type InboundColumns } from '../../store/initiative-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { hoursZone } from '../clock/standing-hours.ts';
import { storedHypotheses } from '../plan/hypothesis-record.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { windowAmounts, windowShares, type Counted } from './initiative-figures.ts';
import { carryingPosts, lastingScope, windowNamed, type Initiative } from './initiative-records.ts';

type Account = OperationValue<'initiatives.account'>;

const DAY_MS = 86_400_000;
/** Days that are drawn after the end at most. */
const MOST_DAYS = 400;
const MOST_IDS = 5000;

/** What people wrote in the scope, remembered while the data stay. */
function inboundOf({ project, messages, brand }: ResolvedScope): InboundColumns {
  return cachedAnswer(project, { name: 'initiative-inbound', input: { brand: brand?.name, filters: messages.filters } }, () => inboundColumns(project, messageCondition(messages)));
}

/** Times of every person, in the order of their first message. */
function timesByPerson({ people, times }: InboundColumns): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [at, person] of people.entries()) {
    if (person === 0) continue;
    const own = found.get(person);
    if (own === undefined) found.set(person, [times[at] ?? 0]);
    else own.push(times[at] ?? 0);
  }
  return found;
}

/** People whose first message fell into the initiative, each with whether it stood under one of its posts. */
function newcomersOf({ people, times, roots }: InboundColumns, byPerson: ReadonlyMap<number, number[]>, { fromMs, toMs }: Span, carrying: ReadonlySet<number>): Newcomer[] {
  const seen = new Set<number>();
  const found: Newcomer[] = [];
  for (const [at, person] of people.entries()) {
    if (person === 0 || seen.has(person)) continue;
    seen.add(person);
    const atMs = times[at] ?? 0;
    if (atMs >= fromMs && atMs < toMs) found.push({ times: byPerson.get(person) ?? [], withIt: carrying.has(roots[at] ?? 0) });
  }
  return found;
}

function paceOf(inbound: InboundColumns, { span, data, carrying, seed }: { readonly span: Span; readonly data: Span | null; readonly carrying: ReadonlySet<number>; readonly seed: number }): Account['pace'] {
  const underPosts = carrying.size > 0;
  const numbers = new Map<number, number>();
  const writings: { day: number; writer: number }[] = [];
  const messageIds: number[] = [];
  const untilMs = Math.min(data?.toMs ?? span.fromMs, span.toMs + MOST_DAYS * DAY_MS);
  const days = Math.max(0, Math.floor((untilMs - span.fromMs) / DAY_MS));
  const last = firstNotBefore(inbound.times, span.fromMs + days * DAY_MS);
  const first = firstNotBefore(inbound.times, span.fromMs);
  for (let at = first; at < last; at += 1) {
    if (underPosts && !carrying.has(inbound.roots[at] ?? 0)) continue;
    const person = inbound.people[at] ?? 0;
    const writer = person === 0 ? -(inbound.ids[at] ?? 0) : person;
    const number = numbers.get(writer) ?? numbers.size;
    numbers.set(writer, number);
    writings.push({ day: Math.floor(((inbound.times[at] ?? 0) - span.fromMs) / DAY_MS), writer: number });
    messageIds.push(inbound.ids[at] ?? 0);
  }
  const length = span.toMs - span.fromMs;
  const before = firstNotBefore(inbound.times, span.fromMs) - firstNotBefore(inbound.times, span.fromMs - length);
  const base = underPosts ? 0 : before / (length / DAY_MS);
  const { counts, peakDay, ...rest } = peakHalfLife(writings, { days, base, writers: numbers.size, seed, draws: AUTHOR_DRAWS });
  return { underPosts, base, counts: [...counts], peakMs: peakDay === null ? null : span.fromMs + peakDay * DAY_MS, ...rest, messageIds: messageIds.slice(-MOST_IDS) };
}

/** What was foretold of it, with whether it counts: registered before the start, and a test when it was. */
function predictionOf({ project }: ResolvedScope, { hypothesisId, startMs }: Initiative): Account['prediction'] {
  const found = hypothesisId === null ? undefined : storedHypotheses(project).find(({ id }) => id === hypothesisId);
  if (found === undefined) return null;
  const reason = found.registeredMs >= startMs ? 'after-start' : !found.isTest ? 'no-test' : found.withdrawnMs !== null && found.verdicts.length === 0 ? 'withdrawn' : null;
  return { hypothesisId: found.id, sentence: found.sentence, measure: found.measure, subject: found.subject, registeredMs: found.registeredMs, counts: reason === null, reason, verdict: found.verdicts[0]?.verdict ?? null };
}

/**
 * The account of an initiative. Everything is counted on the messages of its brand under the filters of the scope, whatever the
 * period chosen; the same messages, seed and weights give the same account.
 */
export function initiativeAccount(given: ResolvedScope, initiative: Initiative, seed: number): Account {
  const scope = lastingScope(given);
  const { project, brand } = scope;
  const span = { fromMs: initiative.startMs, toMs: initiative.endMs };
  const inbound = inboundOf(scope);
  const reachMs = observationEndMs(project);
  const lastMs = inbound.times.at(-1) ?? null;
  const dataFromMs = inbound.times[denseStart(inbound.times)] ?? null;
  const data = dataFromMs === null || lastMs === null ? null : { fromMs: dataFromMs, toMs: Math.max(reachMs ?? 0, lastMs) + 1 };
  const windows = initiativeWindows(span, data);
  const earlier = earlierWindows(span, data);
  const carrying = carryingPosts(scope, initiative);
  const carryingIds = new Set(carrying.all.map(({ messageId }) => messageId));
  const byPerson = timesByPerson(inbound);
  const { brandId: _brandId, ...open } = scope.messages;
  const counted: Counted = {
    inbound, weights: valueWeights(storedWeights(project)),
    requests: countedRequests(episodesOf({ ...scope, messages: open }, {})).flatMap((request) => (request.atMs === null || request.precision === 'count' ? [] : [{ ...request, atMs: request.atMs }])),
    bookings: datedBookings(project, brand?.id ?? null, messageCondition(open)),
    firsts: [...byPerson.values()].map((times) => times[0] ?? 0).sort((one, other) => one - other),
  };
  const newcomers = windowNamed(windows, 'during').state === 'outside' ? [] : newcomersOf(inbound, byPerson, span, carryingIds);
  return {
    initiative, dataFromMs, reachMs: data === null ? null : data.toMs - 1, timeZone: hoursZone(project),
    posts: { n: carrying.all.length, missing: carrying.missing, messageIds: carrying.all.map(({ messageId }) => messageId).slice(0, MOST_IDS) },
    windows, amounts: windowAmounts(counted, windows, earlier), earlier: earlier.length, leastEarlier: LEAST_EARLIER,
    shares: windowShares(counted, windows, { seed, draws: AUTHOR_DRAWS }),
    pace: paceOf(inbound, { span, data, carrying: carryingIds, seed }),
    stayed: carryingIds.size === 0 ? null : stayingPeople(newcomers, data?.toMs ?? 0).map((one) => ({ ...one })),
    newcomers: { withIt: newcomers.filter(({ withIt }) => withIt).length, otherwise: newcomers.filter(({ withIt }) => !withIt).length },
    prediction: predictionOf(scope, initiative),
  };
}
