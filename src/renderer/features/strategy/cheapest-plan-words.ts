import type { OperationRequest, OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { DAYS_OF, DAY_RUNS, type Scenario } from './simulator-draft.ts';
import type { WordedSentence } from './target-words.ts';

/** The cheapest plan, or why there is none. */
export type FoundPlan = OperationValue<'strategy.cheapestPlan'>;
/** A target as it is asked. */
export type PlanTarget = Pick<OperationRequest<'strategy.cheapestPlan'>, 'intent' | 'withinSeconds' | 'share' | 'mostPeople' | 'costAnHour'>;

/** A target as it is typed. */
export interface PlanDraft {
  readonly intent: PlanTarget['intent'];
  readonly withinSeconds: PlanTarget['withinSeconds'];
  readonly share: string;
  readonly people: string;
  readonly cost: string;
}

/** Waits that a target may name. */
export const WITHIN = [3600, 86_400, 604_800] as const;
/** What the form begins with: eighty in a hundred within a day. */
export const FIRST_PLAN: PlanDraft = { intent: null, withinSeconds: 86_400, share: '80', people: '6', cost: '' };

const whole = (text: string): number => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN);
const decimal = (text: string): number => (/^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN);

/** Which fields must be corrected. */
export function planProblems({ share, people, cost }: PlanDraft): { readonly share: boolean; readonly people: boolean; readonly cost: boolean } {
  return { share: !(whole(share) >= 5), people: !(whole(people) >= 1 && whole(people) <= 20), cost: cost.trim() !== '' && !(decimal(cost) <= 10_000) };
}

/** The target that a draft without problems stands for. */
export function planTarget({ intent, withinSeconds, share, people, cost }: PlanDraft): PlanTarget {
  return { intent, withinSeconds, share: whole(share) / 100, mostPeople: whole(people), costAnHour: cost.trim() === '' ? null : decimal(cost) };
}

/** The sentence of a search. */
export function planSentence({ plan, reason, most, n }: FoundPlan, { share, withinSeconds }: PlanTarget, voice: ChartVoice): WordedSentence {
  const asked = { share: voice.inHundred(share), time: voice.duration(withinSeconds) };
  if (plan !== null) return { form: 'clear', text: voice.text(`targets.plan.title.${plan.cost === null ? 'found' : 'foundCost'}`, { ...asked, hours: voice.count(plan.hours), cost: plan.cost === null ? '' : voice.count(plan.cost) }) };
  if (reason === 'none') return { form: 'clear', text: voice.text('targets.plan.title.none', { ...asked, hours: voice.count(most?.hours ?? 0) }) };
  return { form: 'too-few', text: reason === null || reason === 'not-passed' ? voice.text('targets.plan.title.notPassed') : voice.text(`simulator.reason.${reason}`, { n: voice.count(n) }) };
}

/** Shifts, order and policy of a plan in words. */
export function planWords({ team, triage, everybody }: NonNullable<FoundPlan['plan']>, voice: ChartVoice): readonly string[] {
  const intents = (list: readonly string[]): string => voice.list(list.map((code) => voice.text(`codes.intent.${code}`)));
  const days = (own: readonly number[]): string => voice.text(`simulator.form.${DAY_RUNS.find((run) => DAYS_OF[run].length === own.length) ?? 'all'}`);
  return [
    ...team.map((shift) => voice.text('targets.plan.people', { count: shift.people, days: days(shift.days), from: voice.count(shift.from), to: voice.count(shift.to) })),
    triage.length === 0 ? voice.text('targets.plan.arrival') : voice.text('targets.plan.first', { intents: intents(triage) }),
    everybody.length === 0 ? voice.text('targets.plan.noPolicy') : voice.text('targets.plan.everybody', { intents: intents(everybody) }),
  ];
}

/** The scenario that a plan is. */
export function planScenario({ team, triage, everybody }: NonNullable<FoundPlan['plan']>, { today, minutes }: Pick<Scenario, 'today' | 'minutes'>): Scenario {
  return { today, minutes, team, triage, everybody };
}
