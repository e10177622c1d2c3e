import type { OperationRequest } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { duplicateDecision, messageKey, orderedPair } from '../../store/copy-queries.ts';
import { inBulk } from '../../store/import-removal.ts';
import { recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { putDuplicates, type DuplicateStand, type DuplicatesChange } from './duplicates-change.ts';

/** Decides pairs of records as one change that can be undone. Failures: `not-found` for an unknown message, `invalid-input` for a pair of one message or of two networks. */
export function decideDuplicates(project: ProjectDatabase, { pairs }: OperationRequest<'duplicates.decide'>, atMs: number): Outcome<{ changed: number }> {
  const after: DuplicateStand[] = [];
  for (const { a, b, verdict } of pairs) {
    const [one, other] = [messageKey(project, a), messageKey(project, b)];
    if (one === null || other === null) return failed('not-found', `no message has the number ${String(one === null ? a : b)}`);
    if (a === b || one.network !== other.network) return failed('invalid-input', `invalid pair: ${String(a)} and ${String(b)} are not two messages of one network`);
    after.push({ ...orderedPair(one, other), verdict, atMs });
  }
  const change: DuplicatesChange = { before: after.map((decision): DuplicateStand => duplicateDecision(project, decision) ?? { ...decision, verdict: null }), after };
  inBulk(project, () => {
    putDuplicates(project, after);
    recordCommand(project, { command: 'duplicates.decide', label: `duplicates.decide:${String(pairs.length)}`, forward: JSON.stringify({ pairs }), inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
  });
  return success({ changed: pairs.length });
}
