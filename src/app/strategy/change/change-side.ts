import type { OperationRequest } from '../../../contract/operations.ts';
import { failed, success, type Outcome } from '../../../contract/outcome.ts';
import type { MessageFilters } from '../../../store/selection-sql.ts';
import type { ProjectDatabase } from '../../../store/project-database.ts';
import { closedEdition, type ClosedEdition } from '../../present/edition-records.ts';
import type { ResolvedScope } from '../../read/scope.ts';

/** One side of a comparison: its period, and the edition it is, if any. */
export interface ChangeSide {
  readonly edition: ClosedEdition | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** Looks a side up; `not-found` for an edition that is gone. */
export function changeSide(project: ProjectDatabase, { edition: id, fromMs, toMs }: OperationRequest<'strategy.change'>['before']): Outcome<ChangeSide> {
  if (id === null) return success({ edition: null, fromMs, toMs });
  const edition = closedEdition(project, id);
  return edition === null ? failed('not-found', 'this edition is no longer there; it may have been removed or undone') : success({ edition, fromMs: edition.fromMs, toMs: edition.toMs });
}

/** The scope of a side: the filters of the whole question with the side's own period. */
export function scopeOfSide(scope: ResolvedScope, { fromMs, toMs }: Pick<ChangeSide, 'fromMs' | 'toMs'>): ResolvedScope {
  const { fromMs: _from, toMs: _to, ...rest } = scope.messages.filters ?? {};
  const filters: MessageFilters = { ...rest, ...(fromMs === null ? {} : { fromMs }), ...(toMs === null ? {} : { toMs }) };
  return { ...scope, messages: { ...scope.messages, filters } };
}
