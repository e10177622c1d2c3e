import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { brandCounts } from '../../store/overview-queries.ts';
import type { MessageScope } from '../../store/selection-sql.ts';
import type { AppContext } from '../context.ts';

/** A read operation's scope with the open project and its brands looked up. */
export interface ResolvedScope {
  readonly project: ProjectDatabase;
  /** The brand whose requests, answers and value are meant; null = all brands, where none is the project's own. */
  readonly brand: { readonly id: number; readonly name: string } | null;
  /** Selects messages: by the filters and, only when the caller named a brand, by that brand. */
  readonly messages: MessageScope;
}

/**
 * Resolves `brand` and `filters` for a read operation. Failures: `not-found` when no project is open or the brand is
 * unknown; `missing-capability` for the clock of opening hours, which needs a calendar that this edition does not hold.
 */
export function resolvedScope(context: AppContext, scope: Scope): Outcome<ResolvedScope> {
  const { project } = context;
  if (project === null) return failed('not-found', 'no project is open');
  if (scope.clock === 'opening') return failed('missing-capability', 'waits in opening hours need a calendar of opening hours; this edition measures on the wall clock');
  const brands = brandCounts(project);
  const named = scope.brand === undefined ? undefined : brands.find(({ name }) => name.toLowerCase() === scope.brand?.toLowerCase());
  if (scope.brand !== undefined && named === undefined) return failed('not-found', `no brand of this project is called ${scope.brand}`);
  const brand = named ?? brands.find(({ own }) => own) ?? null;
  return success({
    project,
    brand: brand === null ? null : { id: brand.id, name: brand.name },
    messages: { filters: scope.filters, ...(named === undefined ? {} : { brandId: named.id }) },
  });
}
