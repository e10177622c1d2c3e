import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { OpeningHours } from '../../domain/model/opening-hours.ts';
import { brandNames } from '../../store/overview-queries.ts';
import type { MessageScope } from '../../store/selection-sql.ts';
import type { AppContext } from '../context.ts';
import { heldCondition } from './held-project.ts';

/** A read operation's scope with the open project and its brands looked up. */
export interface ResolvedScope {
  readonly project: ProjectDatabase;
  /** The brand whose requests, answers and value are meant; null = all brands, where none is the project's own. */
  readonly brand: { readonly id: number; readonly name: string } | null;
  /** Selects messages: by the filters and, only when the caller named a brand, by that brand. */
  readonly messages: MessageScope;
  /** The opening hours on whose clock waits are read; left out on the wall clock. */
  readonly opening?: OpeningHours;
}

/**
 * Resolves `brand` and `filters` for a read operation; `clock` is left to reads of waits. Failures: `not-found` when no
 * project is open or the brand is unknown.
 */
export function resolvedScope(context: AppContext, scope: Scope): Outcome<ResolvedScope> {
  const { project } = context;
  if (project === null) return failed('not-found', 'no project is open');
  const brands = brandNames(project);
  const named = scope.brand === undefined ? undefined : brands.find(({ name }) => name.toLowerCase() === scope.brand?.toLowerCase());
  if (scope.brand !== undefined && named === undefined) return failed('not-found', `no brand of this project is called ${scope.brand}`);
  const brand = named ?? brands.find(({ own }) => own) ?? null;
  return success({
    project,
    brand: brand === null ? null : { id: brand.id, name: brand.name },
    messages: { filters: scope.filters, ...heldCondition(project), ...(named === undefined ? {} : { brandId: named.id }) },
  });
}
