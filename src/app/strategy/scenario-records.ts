import { z } from 'zod';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { simulatorOperations } from '../../contract/operations/simulator.ts';
import { planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

type Kept = OperationValue<'strategy.scenarios'>['scenarios'][number];
type Asked = Pick<OperationRequest<'strategy.simulate'>, 'today' | 'team' | 'minutes' | 'triage' | 'everybody'>;

/** Kind of the records in which scenarios are kept. */
export const SCENARIO_KIND = 'scenario';
/** What a kept scenario holds. */
export const scenarioBodySchema = z.object(simulatorOperations['strategy.saveScenario'].input.omit({ id: true }).shape);

/** The scenarios of a project; what a newer program wrote in a way this one cannot read is passed over. */
export function keptScenarios(project: ProjectDatabase): Kept[] {
  return planRecords(project, SCENARIO_KIND).flatMap(({ id, body, changedMs }) => {
    const parsed = scenarioBodySchema.safeParse(JSON.parse(body));
    return parsed.success ? [{ id, ...parsed.data, changedMs }] : [];
  });
}

/** What is wrong with a scenario, or a part of one, beyond its shape; null when nothing is. */
export function scenarioProblem({ today = [], team = [], minutes = null, triage = [], everybody = [] }: { readonly [Part in keyof Asked]?: Asked[Part] | undefined }): string | null {
  if ([...today, ...team].some(({ from, to }) => from >= to)) return 'a shift ends before it begins: give whole hours, and write a night as two shifts';
  if (minutes !== null && minutes.low > minutes.high) return 'the minutes end before they begin: give the lower number first';
  if ([triage, everybody].some((intents) => new Set(intents).size < intents.length)) return 'an intent is named twice: give each once';
  return null;
}
