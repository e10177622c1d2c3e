import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { TrustWeights } from '../../domain/trust/trust-weights.ts';
import { recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf, removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';

/** Name of the setting that holds the weights of the index of trust; absent while the index is off. */
export const TRUST_WEIGHTS_SETTING = 'trust_weights';

/** What the journal keeps of a change to the weights: the setting before and after; null where there was none. */
export interface TrustWeightsChange {
  readonly before: string | null;
  readonly after: string | null;
}

/** The weights that a person gave; null while the index is off. */
export function keptTrustWeights(project: ProjectDatabase): TrustWeights | null {
  const text = settingOf(project, TRUST_WEIGHTS_SETTING);
  return text === null ? null : (JSON.parse(text) as TrustWeights);
}

/** Makes one side of a change stand. To be called inside a transaction. */
export function putTrustWeights(project: ProjectDatabase, text: string | null): void {
  if (text === null) removeSetting(project, TRUST_WEIGHTS_SETTING);
  else storeSetting(project, TRUST_WEIGHTS_SETTING, text);
}

/** Keeps the weights of the index, or turns it off; what stands already changes nothing. Failures: `not-found` without a project, `read-only-project`. */
export function setTrustWeights({ project, now }: AppContext, { weights }: OperationRequest<'trust.setWeights'>): Outcome<OperationValue<'trust.setWeights'>> {
  if (project === null) return failed('not-found', 'no project is open');
  if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change weights');
  const change: TrustWeightsChange = { before: settingOf(project, TRUST_WEIGHTS_SETTING), after: weights === null ? null : JSON.stringify(weights) };
  if (change.before === change.after) return success({ weights, changed: false, dataVersion: dataVersionOf(project) });
  project.connection.transaction(() => {
    putTrustWeights(project, change.after);
    recordCommand(project, { command: 'trust.setWeights', label: `trust.setWeights${weights === null ? ':off' : ''}`, forward: JSON.stringify({ weights }), inverse: JSON.stringify(change), atMs: now() });
  }).immediate();
  return success({ weights, changed: true, dataVersion: dataVersionOf(project) });
}
