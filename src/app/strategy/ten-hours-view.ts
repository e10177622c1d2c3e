import type { OperationValue } from '../../contract/operations.ts';
import { allocatedSteps } from '../../domain/strategy/allocated-steps.ts';
import { answeredCapacity } from '../../domain/strategy/answered-capacity.ts';
import { LEAST_MESSAGES } from '../../domain/strategy/formation.ts';
import { requestsIn, wholeWeeks } from '../../domain/strategy/simulator/arrived-request.ts';
import { silenceFit, tooFewArrived } from '../../domain/strategy/simulator/silence-fit.ts';
import { networkCodes } from '../../store/message-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds, placedBrandMessages } from './placed-brand-messages.ts';
import { arrivedRequests } from './simulator-ground.ts';

type Answer = OperationValue<'strategy.tenHours'>;
type Network = Answer['networks'][number];
type Ends = 'estimate' | 'low' | 'high';

/** Time is dealt in half hours. */
const STEP_HOURS = 0.5;
/** A half hour that would answer fewer people is left over: one person in ten hours. */
const LEAST_GAIN = 0.05;
/** First hours that differ by less of the better one are alike. */
const ALIKE = 0.05;

/** Replies of the brand for every answered request, one at least; null under thirty answers. */
function turnsOf(replies: number, answered: number): number | null {
  return answered < LEAST_MESSAGES ? null : Math.max(1, replies / answered);
}

/** What is known of a network before any hour is dealt. */
function networksOf(scope: ResolvedScope, fitWeeks: number): { readonly networks: Network[]; readonly turns: number | null } {
  const codes = networkCodes(scope.project);
  const { placed } = placedBrandMessages(scope);
  const { arrived } = arrivedRequests(scope);
  const repliesOn = (networkId?: number): number => placed.filter((message) => message.isReply && (networkId === undefined || message.networkId === networkId)).length;
  const answeredOn = (networkId?: number): number => arrived.filter((request) => request.answered && (networkId === undefined || request.networkId === networkId)).length;
  const networks = [...new Set(arrived.map(({ networkId }) => networkId))].map((networkId): Network => {
    // one kind of request: here the network is what matters
    const own = arrived.filter((request) => request.networkId === networkId).map((request) => ({ ...request, intent: 0 }));
    const span = wholeWeeks(own, fitWeeks);
    const inWeeks = span === null ? [] : requestsIn(own, span);
    const weeks = span === null ? 0 : span.last - span.first + 1;
    const aWeek = weeks === 0 ? 0 : inWeeks.length / weeks;
    const tooFew = span === null || tooFewArrived(inWeeks);
    const [plateau] = tooFew ? [] : silenceFit(own, span, 1).plateaus;
    const silence = plateau === undefined ? null : { estimate: plateau.estimate, low: plateau.low, high: plateau.high };
    const unanswered = inWeeks.filter(({ answered }) => !answered);
    return {
      network: codes.get(networkId) ?? '', n: inWeeks.length, weeks, aWeek, unanswered: unanswered.length, tooFew, silence,
      leftAWeek: silence === null ? null : { estimate: aWeek * silence.estimate, low: aWeek * silence.low, high: aWeek * silence.high },
      turns: turnsOf(repliesOn(networkId), answeredOn(networkId)), minutes: null, firstHour: null, hours: null, more: null, messageIds: newestIds(unanswered),
    };
  }).sort((one, other) => other.aWeek - one.aWeek || (one.network < other.network ? -1 : 1));
  return { networks, turns: turnsOf(repliesOn(), answeredOn()) };
}

/** Further hours a week dealt to networks. `minutes` are those of one answer; null where nobody wrote any. */
export function tenHoursView(scope: ResolvedScope, { hours, minutes, fitWeeks }: { readonly hours: number; readonly minutes: { readonly low: number; readonly high: number } | null; readonly fitWeeks: number }): Answer {
  const { networks, turns } = networksOf(scope, fitWeeks);
  const without = (reason: Answer['reason']): Answer => ({ hours, minutes, turns, networks, more: null, leftHours: hours, best: null, alike: false, reason });
  if (networks.length === 0) return without('no-requests');
  const open = networks.filter(({ tooFew }) => !tooFew);
  if (open.length === 0) return without('too-few');
  if (minutes === null) return without('minutes');

  const rangeOf = (network: Network): { readonly low: number; readonly high: number } => {
    const each = network.turns ?? turns ?? 1;
    return { low: minutes.low * each, high: minutes.high * each };
  };
  // the cautious end: few are left and every answer takes long; the other end: the opposite
  const gainOf = (network: Network, end: Ends) => (steps: number): number => {
    const range = rangeOf(network);
    const each = end === 'estimate' ? (range.low + range.high) / 2 : end === 'low' ? range.high : range.low;
    return answeredCapacity({ mean: network.leftAWeek?.[end] ?? 0, capacity: (steps * STEP_HOURS * 60) / each });
  };
  const dealt = (end: Ends): { readonly steps: readonly number[]; readonly left: number; readonly tied: boolean; readonly more: readonly number[] } => {
    const allocation = allocatedSteps(open.map((network) => gainOf(network, end)), { steps: Math.round(hours / STEP_HOURS), least: LEAST_GAIN });
    return { ...allocation, more: open.map((network, at) => gainOf(network, end)(allocation.steps[at] ?? 0)) };
  };
  const cases = { estimate: dealt('estimate'), low: dealt('low'), high: dealt('high') };
  const total = (end: Ends): number => cases[end].more.reduce((sum, more) => sum + more, 0);
  if (total('estimate') === 0) return without('nothing-left');
  const all = [cases.estimate, cases.low, cases.high];
  const firstHours = open.map((network) => gainOf(network, 'estimate')(1 / STEP_HOURS)).sort((one, other) => other - one);
  const [first = 0, second = 0] = firstHours;
  const alike = second > 0 && (cases.estimate.tied || first - second <= ALIKE * first);
  const mostOf = ({ steps }: { readonly steps: readonly number[] }): number | null => {
    const most = Math.max(...steps);
    return most > 0 && steps.filter((own) => own === most).length === 1 ? steps.indexOf(most) : null;
  };
  const place = mostOf(cases.estimate);
  return {
    hours, minutes, turns, reason: null, leftHours: cases.estimate.left * STEP_HOURS, alike,
    best: !alike && place !== null && all.every((one) => mostOf(one) === place) ? (open[place]?.network ?? null) : null,
    more: { estimate: total('estimate'), low: total('low'), high: total('high') },
    networks: networks.map((network) => {
      const at = open.indexOf(network);
      if (at < 0) return network;
      const steps = all.map((one) => (one.steps[at] ?? 0) * STEP_HOURS);
      return {
        ...network, minutes: rangeOf(network), firstHour: gainOf(network, 'estimate')(1 / STEP_HOURS),
        hours: { estimate: steps[0] ?? 0, low: Math.min(...steps), high: Math.max(...steps) },
        more: { estimate: cases.estimate.more[at] ?? 0, low: Math.min(...all.map((one) => one.more[at] ?? 0)), high: Math.max(...all.map((one) => one.more[at] ?? 0)) },
      };
    }),
  };
}
