import type { Intent } from '../../../domain/model/codes.ts';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';

/** A kept scenario, as far as it is asked. */
export type Scenario = Pick<OperationValue<'strategy.scenarios'>['scenarios'][number], 'today' | 'team' | 'minutes' | 'triage' | 'everybody'>;
type RequestIntent = Scenario['triage'][number];
type Shift = Scenario['today'][number];

/** Runs of weekdays that the form offers. */
export const DAY_RUNS = ['week', 'six', 'all'] as const;
/** One of them. */
export type DayRun = (typeof DAY_RUNS)[number];

/** A shift as it is being written. */
export interface ShiftDraft {
  readonly people: string;
  readonly from: string;
  readonly to: string;
  readonly days: DayRun;
}

/** A scenario as it is being written. */
export interface ScenarioDraft {
  readonly today: ShiftDraft;
  readonly team: ShiftDraft;
  readonly low: string;
  readonly high: string;
  /** Intents taken up first and second; null for none. */
  readonly first: RequestIntent | null;
  readonly second: RequestIntent | null;
  readonly everybody: readonly RequestIntent[];
}

/** Fields that must be corrected. */
export type DraftProblem = 'todayPeople' | 'teamPeople' | 'todayHours' | 'teamHours' | 'minutes';

/** Intents of requests, in the order of the form. */
export const FORM_INTENTS = ['trouble', 'information', 'idea', 'purchase', 'decision'] as const satisfies readonly Intent[];

/** What the form begins with: one person today, two tomorrow, in office hours. */
export const FIRST_SCENARIO: Scenario = { today: [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 18 }], team: [{ people: 2, days: [1, 2, 3, 4, 5], from: 9, to: 18 }], minutes: null, triage: [], everybody: [] };

/** The weekdays of each run. */
export const DAYS_OF: Readonly<Record<DayRun, readonly number[]>> = { week: [1, 2, 3, 4, 5], six: [1, 2, 3, 4, 5, 6], all: [1, 2, 3, 4, 5, 6, 7] };

const whole = (text: string): number => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN);
const decimal = (text: string): number => Number(text.trim().replace(',', '.'));

/** Shifts for the form; of several it shows the first. */
export function shiftDraft([shift]: readonly Shift[]): ShiftDraft {
  if (shift === undefined) return { people: '1', from: '9', to: '18', days: 'week' };
  return { people: String(shift.people), from: String(shift.from), to: String(shift.to), days: shift.days.includes(7) ? 'all' : shift.days.includes(6) ? 'six' : 'week' };
}

/** A scenario for the form; of several shifts it shows the first. */
export function draftOf({ today, team, minutes, triage, everybody }: Scenario): ScenarioDraft {
  return { today: shiftDraft(today), team: shiftDraft(team), low: minutes === null ? '' : String(minutes.low), high: minutes === null ? '' : String(minutes.high), first: triage[0] ?? null, second: triage[1] ?? null, everybody };
}

/** Which parts of a shift must be corrected. */
export function shiftProblems({ people, from, to }: ShiftDraft): { readonly people: boolean; readonly hours: boolean } {
  return { people: !(whole(people) <= 50), hours: !(whole(from) < whole(to) && whole(to) <= 24) };
}

/** The shift that a draft without problems stands for. */
export function shiftOf({ people, from, to, days }: ShiftDraft): Shift {
  return { people: whole(people), from: whole(from), to: whole(to), days: [...DAYS_OF[days]] };
}

/** What must be corrected before the draft can be asked. */
export function draftProblems(draft: ScenarioDraft): readonly DraftProblem[] {
  const [today, team] = [shiftProblems(draft.today), shiftProblems(draft.team)];
  const [low, high] = [decimal(draft.low), decimal(draft.high)];
  const noMinutes = draft.low.trim() === '' && draft.high.trim() === '';
  const areMinutes = noMinutes || (draft.low.trim() !== '' && draft.high.trim() !== '' && low >= 0.5 && low <= high && high <= 480);
  return [
    ...(today.people ? ['todayPeople'] as const : []), ...(team.people ? ['teamPeople'] as const : []),
    ...(today.hours ? ['todayHours'] as const : []), ...(team.hours ? ['teamHours'] as const : []),
    ...(areMinutes ? [] : ['minutes'] as const),
  ];
}

/** The scenario that a draft without problems stands for. */
export function scenarioOf(draft: ScenarioDraft): Scenario {
  const triage = [draft.first, draft.second].filter((intent): intent is RequestIntent => intent !== null);
  return { today: [shiftOf(draft.today)], team: [shiftOf(draft.team)], minutes: draft.low.trim() === '' ? null : { low: decimal(draft.low), high: decimal(draft.high) }, triage: [...new Set(triage)], everybody: [...draft.everybody] };
}

/** What the engine is asked for a scenario. */
export function simulationInput({ today, team, minutes, triage, everybody }: Scenario): OperationInput<'strategy.simulate'> {
  return { today, team, minutes, triage, everybody };
}
