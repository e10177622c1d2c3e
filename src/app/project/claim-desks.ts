import { brandNamed, brandState } from '../../store/brand-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { withPersonsApart } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { listedDesks } from '../../store/unclaimed-desks.ts';
import { storeClaims } from '../import/brand-claims.ts';
import { resolveBrands } from '../import/brand-resolution.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { raiseDataVersion } from './data-version.ts';
import type { BrandChange } from './history-commands.ts';

/**
 * Gives every desk that speaks for no brand a brand of its own, named like it, beside the project's: as when nobody named
 * any brand at import. One change that can be undone; it also holds for what later imports bring of these desks. Returns
 * how many there were; with none nothing changes.
 */
export function claimDesks(project: ProjectDatabase, atMs: number): number {
  const desks = listedDesks(project);
  if (desks.length === 0) return 0;
  project.connection.transaction(() => {
    const before = brandState(project);
    for (const { name } of desks) brandNamed(project, name, false);
    storeClaims(project, desks.map(({ name, nativeId }) => ({ brand: name, own: false, role: 'voice', origin: 'hand', names: [...new Set([name, nativeId])], containers: [] })));
    withPersonsApart(project, () => resolveBrands(project, { fromAccountId: 1, mappedContainers: [], onlyBrand: null }));
    coverAllImports(project);
    const change: BrandChange = { before, after: brandState(project) };
    recordCommand(project, { command: 'brand.claimDesks', label: `brand.claimDesks:${String(desks.length)}`, forward: JSON.stringify({}), inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
  }).immediate();
  return desks.length;
}
