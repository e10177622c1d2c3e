import type { OperationValue } from '../../contract/operations.ts';
import { networkFacts } from '../../store/network-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Whether tribes by ties can be shown, and else why: not analysed, too few people with ties (with their share), no structure beyond chance, only communities under five people. */
export function communitiesLens(project: ProjectDatabase): OperationValue<'tribes.list'>['lenses'][number] {
  const facts = networkFacts(project);
  const unavailable = (reason: string): OperationValue<'tribes.list'>['lenses'][number] => ({ lens: 'communities', available: false, reason });
  if (facts === null) return unavailable('not-analysed');
  if (facts.state === 'few-ties') return unavailable(`few-ties:${facts.people === 0 ? 0 : facts.tied / facts.people}`);
  if (facts.state === 'no-structure') return unavailable('no-structure');
  return facts.tribes > 0 ? { lens: 'communities', available: true, reason: '' } : unavailable('small-communities');
}
