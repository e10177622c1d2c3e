import type { OperationValue } from '../../contract/operations.ts';
import { LADDER_GATES, type GateId } from '../../domain/model/ladder-step.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { gateState, ladderStanding, type GateFigure } from '../../domain/strategy/ladder-standing.ts';
import { ownedPlaces } from '../../store/ladder-gate-queries.ts';
import { standingHours } from '../clock/standing-hours.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { crisisPlan, finishedDrills, gateRecords } from './ladder-records.ts';
import { newestIds } from './placed-brand-messages.ts';

type Ladder = OperationValue<'strategy.ladder'>;

/** What the ladder takes from other rooms. */
export interface LadderSources {
  readonly proposals: OperationValue<'roles.proposals'>;
  readonly findings: OperationValue<'findings.list'>;
  readonly activities: OperationValue<'strategy.activities'>;
  readonly causes: OperationValue<'strategy.causes'>;
  readonly questions: OperationValue<'lost.questions'>;
}

/** A figure with the messages behind it. */
interface Shown {
  readonly figure: GateFigure | null;
  readonly messageIds: number[];
}

const DAY_SECONDS = 86_400;
const NOTHING: Shown = { figure: null, messageIds: [] };

const number = (estimate: number): Shown => ({ figure: { k: null, n: null, estimate, low: null, high: null }, messageIds: [] });
const whole = (k: number, n: number, messageIds: number[] = []): Shown => (n === 0 ? NOTHING : { figure: countedShare(k, n), messageIds });

/** Trouble answered within a day, of that which was watched for a day. */
function troubleWithinDay(scope: ResolvedScope): Shown {
  const watched = countedRequests(episodesOf(scope, {})).filter(({ intents, waitedSeconds, precision, censored }) => intents.includes('trouble') && waitedSeconds !== null && precision === 'fine' && (!censored || waitedSeconds >= DAY_SECONDS));
  const quick = watched.filter(({ outcome, waitedSeconds }) => (outcome === 'public' || outcome === 'private') && (waitedSeconds ?? Infinity) <= DAY_SECONDS);
  return whole(quick.length, watched.length, newestIds(quick));
}

function signOf({ causes }: LadderSources['causes'], wanted: string): Shown {
  const sign = causes.flatMap(({ signs }) => signs).find((one) => one.sign === wanted);
  if (sign === undefined) return NOTHING;
  if (sign.seconds !== null) return { ...number(sign.seconds), messageIds: sign.messageIds };
  return sign.share === null ? NOTHING : { figure: sign.share, messageIds: sign.messageIds };
}

function figures(scope: ResolvedScope, { proposals, findings, activities, causes, questions }: LadderSources): Partial<Record<GateId, Shown>> {
  const { project, brand } = scope;
  const live = findings.findings.filter(({ state }) => state !== 'rejected');
  const accepted = live.filter(({ state }) => state === 'accepted');
  const places = ownedPlaces(project, brand?.id ?? null);
  const presence = activities.activities.find(({ activity }) => activity === 'distributed-presence')?.share ?? null;
  const answered = questions.questions.filter(({ best, official }) => best !== null || official !== '');
  const reusable = questions.questions.filter(({ best }) => best !== null);
  const plan = Object.values(crisisPlan(project).lines);
  return {
    'roles-reviewed': brand === null ? NOTHING : number(proposals.total),
    'own-places': whole(places.assigned, places.places),
    'findings-owned': whole(live.filter(({ owner, dueMs }) => owner !== '' && dueMs !== null).length, live.length),
    'opening-hours': number(standingHours(project, brand?.name ?? null) === null ? 0 : 1),
    'trouble-day': troubleWithinDay(scope),
    'crisis-plan': whole(plan.filter((line) => line !== '').length, plan.length),
    drill: number(finishedDrills(project)),
    templates: signOf(causes, 'template'),
    deflections: signOf(causes, 'deflect'),
    reopened: signOf(causes, 'reopened'),
    'places-answering': presence === null ? NOTHING : { figure: presence, messageIds: [] },
    'handed-over': signOf(causes, 'handed-over'),
    'questions-kept': whole(answered.length, questions.questions.length),
    'answers-reused': whole(reusable.filter(({ best }) => (best?.again ?? 0) > 0).length, reusable.length, reusable.flatMap(({ best }) => (best !== null && best.again > 0 ? [best.messageId] : []))),
    'findings-closed': whole(accepted.filter(({ outcome }) => outcome !== '').length, accepted.length),
  };
}

/** The five steps: every gate with its figure, its threshold and what was attached to it, and how far they carry. */
export function ladderView(scope: ResolvedScope, sources: LadderSources): Ladder {
  const { project } = scope;
  const attached = gateRecords(project);
  const known = figures(scope, sources);
  const gates = LADDER_GATES.map((gate) => {
    const { figure, messageIds } = known[gate.gate] ?? NOTHING;
    const evidence = attached.get(gate.gate) ?? null;
    return { ...gate, figure, messageIds, evidence, state: gateState(gate, { figure, evidence }) };
  });
  const states = new Map(gates.map(({ gate, state }) => [gate, state]));
  return {
    steps: ladderStanding((gate) => states.get(gate) ?? 'open').map(({ step, state, heldBy }) => ({
      step, state, heldBy: [...heldBy],
      gates: gates.filter((gate) => gate.step === step).map(({ gate, kind, measure, rule, threshold, state: standing, figure, evidence, messageIds }) => ({ gate, kind, measure, rule, threshold, state: standing, figure, evidence, messageIds })),
    })),
    plan: crisisPlan(project),
  };
}
