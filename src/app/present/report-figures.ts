import type { OperationName, OperationValue } from '../../contract/operations.ts';
import type { Scope } from '../../contract/selection.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import type { ReportAudience, ReportSection } from '../../domain/model/report-section.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { ideaFigures, type IdeaFigures } from './idea-figures.ts';
import { tribesWithPages } from './shown-tribes.ts';

/** The answers that a report is made of, each as its room shows it: a page and a room cannot differ. */
export interface ReportFigures {
  readonly project: OperationValue<'project.summary'>;
  readonly overview: OperationValue<'overview'>;
  readonly survival: OperationValue<'response.survival'>;
  readonly gaps: OperationValue<'response.gaps'>;
  readonly quality: OperationValue<'response.quality'>;
  readonly criticism: OperationValue<'response.criticism'>;
  readonly backlog: OperationValue<'response.backlog'>;
  readonly tribes: OperationValue<'tribes.list'>;
  readonly inequality: OperationValue<'value.inequality'>;
  readonly robustness: OperationValue<'value.robustness'>;
  readonly trust: OperationValue<'trust.parts'>;
  readonly promises: OperationValue<'promises.summary'>;
  readonly formation: OperationValue<'strategy.formation'>;
  readonly findings: OperationValue<'findings.list'>;
  readonly calendar: OperationValue<'plan.calendar'>;
  readonly events: OperationValue<'events.list'>;
  readonly imports: OperationValue<'import.list'>;
  readonly sheet: OperationValue<'sheet.get'>;
  readonly reading: OperationValue<'reading.status'>;
  readonly metrics: OperationValue<'metrics.list'>;
  readonly business: OperationValue<'business.get'>;
  /** Null unless their sections are shown. */
  readonly origins: OperationValue<'value.origins'> | null;
  readonly saidDid: OperationValue<'value.saidDid'> | null;
  readonly notes: OperationValue<'notes.forReport'> | null;
  /** Accounts of the latest initiatives; null where their section is off. */
  readonly initiatives: readonly OperationValue<'initiatives.account'>[] | null;
  readonly choices: { readonly decisions: OperationValue<'response.decisions'>; readonly needs: OperationValue<'tribes.needs'> } | null;
  readonly ideas: IdeaFigures;
  /** What each tribe with a page of its own asks, by its id. */
  readonly asks: ReadonlyMap<string, OperationValue<'response.survival'>>;
}

type Single = Exclude<keyof ReportFigures, 'asks' | 'origins' | 'saidDid' | 'notes' | 'choices' | 'initiatives' | 'ideas'>;

const WEEK_SECONDS = 604_800;
const CURVE_STEPS = 2000;

/** Asks everything a report needs; the first question that fails ends it with that failure. */
export async function reportFigures(ask: AskAgain, { scope, language, audience, seed, shown }: { readonly shown: readonly ReportSection[]; readonly scope: Scope; readonly language: 'it' | 'en'; readonly audience: ReportAudience; readonly seed: number }): Promise<Outcome<ReportFigures>> {
  const questions: Readonly<Record<Single, readonly [operation: OperationName, input: object]>> = {
    project: ['project.summary', {}],
    overview: ['overview', scope],
    survival: ['response.survival', { ...scope, by: 'intent', horizonSeconds: WEEK_SECONDS, seed, maxSteps: CURVE_STEPS }],
    gaps: ['response.gaps', { ...scope, horizonSeconds: WEEK_SECONDS, seed }],
    quality: ['response.quality', { ...scope, horizonSeconds: WEEK_SECONDS }],
    criticism: ['response.criticism', { ...scope, seed }],
    backlog: ['response.backlog', { ...scope, page: 0, size: 1 }],
    tribes: ['tribes.list', scope],
    inequality: ['value.inequality', { ...scope, of: 'created' }],
    robustness: ['value.robustness', scope],
    trust: ['trust.parts', { ...scope, chance: false }],
    promises: ['promises.summary', scope],
    formation: ['strategy.formation', { ...scope, seed }],
    findings: ['findings.list', {}],
    calendar: ['plan.calendar', {}],
    events: ['events.list', {}],
    imports: ['import.list', {}],
    sheet: ['sheet.get', {}],
    reading: ['reading.status', {}],
    metrics: ['metrics.list', { language }],
    business: ['business.get', scope],
  };
  const answers: Partial<Record<Single, unknown>> = {};
  for (const [key, [operation, input]] of Object.entries(questions) as [Single, readonly [OperationName, object]][]) {
    const outcome = await ask(operation, input);
    if (!outcome.ok) return outcome;
    answers[key] = outcome.value;
  }
  const optional = async <Name extends 'value.origins' | 'value.saidDid'>(section: ReportSection, operation: Name, input: object): Promise<Outcome<OperationValue<Name> | null>> => (shown.includes(section) ? (await ask(operation, input)) as Outcome<OperationValue<Name>> : success(null));
  const origins = await optional('origins', 'value.origins', { ...scope, page: 0, size: 1, seed });
  if (!origins.ok) return origins;
  const saidDid = await optional('said-did', 'value.saidDid', scope);
  if (!saidDid.ok) return saidDid;
  const choices = shown.includes('choices') ? await choiceFigures(ask, { scope, seed }) : success(null);
  if (!choices.ok) return choices;
  const initiatives = shown.includes('initiatives') ? await initiativeFigures(ask, { scope, seed }) : success(null);
  if (!initiatives.ok) return initiatives;
  const ideas = await ideaFigures(ask, { scope, seed, language, audience, shown });
  if (!ideas.ok) return ideas;
  const notes = shown.includes('appendix') ? (await ask('notes.forReport', { audience, language })) as Outcome<OperationValue<'notes.forReport'>> : success(null);
  if (!notes.ok) return notes;
  const asks = new Map<string, OperationValue<'response.survival'>>();
  for (const { id } of tribesWithPages((answers.tribes as ReportFigures['tribes']).tribes, audience)) {
    const outcome = await ask('response.survival', { ...scope, filters: { ...scope.filters, tribes: [id] }, by: 'intent', horizonSeconds: WEEK_SECONDS, seed, maxSteps: 10 });
    if (!outcome.ok) return outcome;
    asks.set(id, outcome.value as OperationValue<'response.survival'>);
  }
  return success({ ...(answers as Omit<ReportFigures, 'asks' | 'origins' | 'saidDid' | 'notes' | 'choices' | 'initiatives' | 'ideas'>), origins: origins.value, saidDid: saidDid.value, notes: notes.value, choices: choices.value, initiatives: initiatives.value, ideas: ideas.value, asks });
}

const MOST_NEEDS = 20;

/** Moments of choice, and needs by the roles that people have. */
async function choiceFigures(ask: AskAgain, { scope, seed }: { readonly scope: Scope; readonly seed: number }): Promise<Outcome<NonNullable<ReportFigures['choices']>>> {
  const decisions = (await ask('response.decisions', { ...scope, page: 0, size: 1, show: 'all', seed, maxSteps: 1 })) as Outcome<OperationValue<'response.decisions'>>;
  if (!decisions.ok) return decisions;
  const needs = (await ask('tribes.needs', { ...scope, lens: 'roles', page: 0, size: MOST_NEEDS, seed })) as Outcome<OperationValue<'tribes.needs'>>;
  return needs.ok ? success({ decisions: decisions.value, needs: needs.value }) : needs;
}

const MOST_INITIATIVES = 3;

/** The accounts of the latest initiatives, at most three. */
async function initiativeFigures(ask: AskAgain, { scope, seed }: { readonly scope: Scope; readonly seed: number }): Promise<Outcome<OperationValue<'initiatives.account'>[]>> {
  const listed = await ask('initiatives.list', {});
  if (!listed.ok) return listed;
  const accounts: OperationValue<'initiatives.account'>[] = [];
  for (const { id } of (listed.value as OperationValue<'initiatives.list'>).initiatives.slice(0, MOST_INITIATIVES)) {
    const account = await ask('initiatives.account', { ...scope, id, seed });
    if (!account.ok) return account;
    accounts.push(account.value as OperationValue<'initiatives.account'>);
  }
  return success(accounts);
}
