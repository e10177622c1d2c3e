import { putBrandState, type BrandState } from '../../store/brand-queries.ts';
import { withPersonsApart } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { applyRoleDecisions } from '../../store/role-application.ts';
import { coverAllImports } from '../import/reply-coverage.ts';

/** Makes brands, roles at them and ownership stand as they once did, with what rests on them. To be called inside a transaction. */
export function putBrands(project: ProjectDatabase, state: BrandState): void {
  withPersonsApart(project, () => {
    putBrandState(project, state);
    // what rules made since is denied again, where it was
    applyRoleDecisions(project);
  });
  coverAllImports(project);
}
