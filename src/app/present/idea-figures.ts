import type { OperationName, OperationRequest, OperationValue } from '../../contract/operations.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { ReportAudience, ReportSection } from '../../domain/model/report-section.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { tribesWithPages } from './shown-tribes.ts';

/** A kept sentence of the report's language with what the sceptic found of its figure. */
export interface ChallengedFinding {
  readonly sentence: string;
  readonly unit: OperationRequest<'findings.challenge'>['unit'];
  readonly found: OperationValue<'findings.challenge'>;
}

/** Answers behind sections that only some readers want; each null while its section is off. */
export interface IdeaFigures {
  readonly sameness: OperationValue<'strategy.sameness'> | null;
  readonly pastPage: { readonly page: OperationValue<'response.pastPage'>; readonly weeks: OperationValue<'response.pastPageWeeks'> } | null;
  readonly probes: OperationValue<'probes.list'> | null;
  readonly companies: OperationValue<'companies.list'> | null;
  readonly mirror: OperationValue<'mirror.account'> | null;
  readonly challenged: readonly ChallengedFinding[] | null;
  /** The brand in the minds of the tribes that have a page, whatever their lens. */
  readonly minds: Pick<OperationValue<'tribes.associations'>, 'leastAuthors' | 'correction' | 'entries'> | null;
  /** Words that the brand took up from people; of the section on the brand in minds. */
  readonly borrowed: OperationValue<'terms.borrowed'> | null;
}

/** Sentences a page of the sceptic holds, and joint draws for each: a report is made while somebody waits. */
const MOST_CHALLENGED = 5;
const DRAWS = 100;
const MOST_COMPANIES = 12;

/** Asks what the shown sections of this kind need; the first question that fails ends it with that failure. */
export async function ideaFigures(ask: AskAgain, { scope, seed, language, audience, shown }: { readonly scope: Scope; readonly seed: number; readonly language: 'it' | 'en'; readonly audience: ReportAudience; readonly shown: readonly ReportSection[] }): Promise<Outcome<IdeaFigures>> {
  const optional = async <Name extends OperationName>(section: ReportSection, operation: Name, input: object): Promise<Outcome<OperationValue<Name> | null>> => (shown.includes(section) ? (await ask(operation, input)) as Outcome<OperationValue<Name>> : success(null));
  const sameness = await optional('sameness', 'strategy.sameness', { ...scope, seed });
  if (!sameness.ok) return sameness;
  const page = await optional('past-page', 'response.pastPage', scope);
  if (!page.ok) return page;
  const weeks = await optional('past-page', 'response.pastPageWeeks', scope);
  if (!weeks.ok) return weeks;
  const probes = await optional('probes', 'probes.list', scope);
  if (!probes.ok) return probes;
  const companies = await optional('companies', 'companies.list', { ...scope, page: 0, size: MOST_COMPANIES });
  if (!companies.ok) return companies;
  const mirror = await optional('mirror', 'mirror.account', { ...scope, page: 0, size: 1 });
  if (!mirror.ok) return mirror;
  const challenged = shown.includes('sceptic') ? await challengedFindings(ask, { seed, language }) : success(null);
  if (!challenged.ok) return challenged;
  const minds = shown.includes('minds') ? await mindFigures(ask, { scope, seed, audience }) : success(null);
  if (!minds.ok) return minds;
  const borrowed = await optional('minds', 'terms.borrowed', scope);
  if (!borrowed.ok) return borrowed;
  return success({
    sameness: sameness.value, pastPage: page.value === null || weeks.value === null ? null : { page: page.value, weeks: weeks.value },
    probes: probes.value, companies: companies.value, mirror: mirror.value, challenged: challenged.value, minds: minds.value, borrowed: borrowed.value,
  });
}

/** What the tribes with a page say of the brand: each lens that has one is asked once. */
async function mindFigures(ask: AskAgain, { scope, seed, audience }: { readonly scope: Scope; readonly seed: number; readonly audience: ReportAudience }): Promise<Outcome<IdeaFigures['minds']>> {
  const listed = await ask('tribes.list', scope);
  if (!listed.ok) return listed;
  const told = tribesWithPages((listed.value as OperationValue<'tribes.list'>).tribes, audience);
  const answers: OperationValue<'tribes.associations'>[] = [];
  for (const lens of new Set(told.map((tribe) => tribe.lens))) {
    const outcome = await ask('tribes.associations', { ...scope, lens, seed });
    if (!outcome.ok) return outcome;
    answers.push(outcome.value as OperationValue<'tribes.associations'>);
  }
  const [first] = answers;
  return success(first === undefined ? null : { leastAuthors: first.leastAuthors, correction: first.correction, entries: answers.flatMap(({ entries }) => entries.filter(({ tribe }) => told.some(({ id }) => id === tribe.id))) });
}

/** Kept sentences that were not rejected and rest on a figure, the latest first, each challenged on the data of today; one whose question is no longer answered is passed over. */
async function challengedFindings(ask: AskAgain, { seed, language }: { readonly seed: number; readonly language: 'it' | 'en' }): Promise<Outcome<ChallengedFinding[]>> {
  const listed = await ask('findings.list', {});
  if (!listed.ok) return listed;
  const kept = (listed.value as OperationValue<'findings.list'>).findings.filter((finding) => finding.language === language && finding.state !== 'rejected' && finding.figure?.source != null);
  const challenged: ChallengedFinding[] = [];
  for (const { sentence, figure } of kept.slice(0, MOST_CHALLENGED)) {
    if (figure?.source == null) continue;
    const found = await ask('findings.challenge', { unit: figure.unit, source: figure.source, draws: DRAWS, seed });
    if (found.ok) challenged.push({ sentence, unit: figure.unit, found: found.value as OperationValue<'findings.challenge'> });
  }
  return success(challenged);
}
