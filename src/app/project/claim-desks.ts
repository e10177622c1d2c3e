import { brandNamed, brandState } from '../../store/brand-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { withPersonsApart } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { desksAreUnsettled, holdOutDesks, listedDesks } from '../../store/unclaimed-desks.ts';
import { storeClaims } from '../import/brand-claims.ts';
import { resolveBrands } from '../import/brand-resolution.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { raiseDataVersion } from './data-version.ts';
import type { BrandChange } from './history-commands.ts';

/**
 * Gives every desk that speaks for no brand, or those of these accounts, a brand of its own, named like it, beside the project's: as when nobody named
 * any brand at import. One change that can be undone; it also holds for what later imports bring of these desks. Returns
 * how many there were; with none nothing changes.
 */
export function claimDesks(project: ProjectDatabase, { accountIds, atMs }: { readonly accountIds?: readonly number[] | undefined; readonly atMs: number }): number {
  return project.connection.transaction(() => {
    // a project that was made before desks were held out tells of none until it is analysed
    if (desksAreUnsettled(project)) withPersonsApart(project, () => holdOutDesks(project));
    const desks = listedDesks(project).filter(({ accountId }) => accountIds === undefined || accountIds.includes(accountId));
    if (desks.length === 0) return 0;
    const before = brandState(project);
    for (const { name } of desks) brandNamed(project, name, false);
    storeClaims(project, desks.map(({ name, nativeId }) => ({ brand: name, own: false, role: 'voice', origin: 'hand', names: [...new Set([name, nativeId])], containers: [] })));
    withPersonsApart(project, () => resolveBrands(project, { fromAccountId: 1, mappedContainers: [], onlyBrand: null }));
    coverAllImports(project);
    const change: BrandChange = { before, after: brandState(project) };
    recordCommand(project, { command: 'brand.claimDesks', label: `brand.claimDesks:${String(desks.length)}`, forward: JSON.stringify(accountIds === undefined ? {} : { accountIds }), inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
    return desks.length;
  }).immediate();
}
