import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { VALUE_RULES } from '../../domain/value/value-rules.ts';
import { recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { putWeightVersion, removeWeightVersion, weightVersion, weightVersions, weightsInForce, type WeightVersion } from '../../store/weight-versions.ts';
import type { AppContext } from '../context.ts';
import { reweighLedger } from './reweigh-ledger.ts';

type Points = WeightVersion['points'];

/** Only what differs from the default is kept: a rule whose default changes in a later edition then follows it. */
function ownPoints(weights: Readonly<Record<string, number | undefined>>): Points {
  return Object.fromEntries(VALUE_RULES.flatMap(({ code, defaultWeight }) => {
    const chosen = Object.hasOwn(weights, code) ? weights[code] : undefined;
    return chosen === undefined || chosen === defaultWeight ? [] : [[code, chosen] as const];
  }));
}

/**
 * Keeps a table of weights as the next version and makes it hold at once; the table in force again changes nothing and
 * makes no version. Failures: `not-found` without a project or a version of that number; `read-only-project`.
 */
export function setWeights({ project, now }: AppContext, request: OperationRequest<'value.setWeights'>): Outcome<OperationValue<'value.setWeights'>> {
  if (project === null) return failed('not-found', 'no project is open');
  if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change weights');
  const earlier = 'revertTo' in request ? weightVersion(project, request.revertTo) : null;
  if ('revertTo' in request && earlier === null) return failed('not-found', `the weights have no version ${String(request.revertTo)}`);
  const points = ownPoints('revertTo' in request ? (earlier?.points ?? {}) : request.weights);
  const inForce = weightsInForce(project);
  if (JSON.stringify(points) === JSON.stringify(ownPoints(inForce?.points ?? {}))) return success({ version: inForce?.version ?? null, changed: false, dataVersion: dataVersionOf(project) });
  const [latest] = weightVersions(project);
  const next: WeightVersion = { version: (latest?.version ?? 0) + 1, points, note: request.note.trim(), atMs: now() };
  project.connection.transaction(() => {
    putWeightVersion(project, next);
    reweighLedger(project);
    recordCommand(project, { command: 'value.setWeights', label: `value.setWeights:${String(next.version)}`, forward: JSON.stringify(next), inverse: JSON.stringify({ version: next.version }), atMs: next.atMs });
  }).immediate();
  return success({ version: next.version, changed: true, dataVersion: dataVersionOf(project) });
}

/** Takes a version of the weights back, or makes it hold again. To be called inside a transaction. */
export function putWeights(project: ProjectDatabase, version: WeightVersion, stands: boolean): void {
  if (stands) putWeightVersion(project, version);
  else removeWeightVersion(project, version.version);
  reweighLedger(project);
}
