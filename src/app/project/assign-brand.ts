import type { OperationRequest } from '../../contract/operations.ts';
import { brandNamed, brandState, clearOwnBrand, namedAccounts, namedContainers, ownContainer, storedBrands } from '../../store/brand-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { withPersonsApart } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { forgetDenials } from '../../store/role-decisions.ts';
import { comparedName, storeClaims } from '../import/brand-claims.ts';
import { resolveBrands } from '../import/brand-resolution.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { raiseDataVersion } from './data-version.ts';
import type { BrandChange } from './history-commands.ts';

/**
 * Names the accounts and containers of a brand by hand, as one change that can be undone. The names also hold for
 * accounts of later imports. `own` makes it the project's own brand in place of another; without it a brand that was own
 * is so no longer. A container named here leaves the brand it was given to before.
 */
export function assignBrand(project: ProjectDatabase, { name, own, accounts, containers = [] }: OperationRequest<'brand.assign'>, atMs: number): void {
  project.connection.transaction(() => {
    const before = brandState(project);
    layBrand(project, { name, own, accounts, containers });
    const change: BrandChange = { before, after: brandState(project) };
    recordCommand(project, { command: 'brand.assign', label: `brand.assign:${name.trim()}`, forward: JSON.stringify({ name, own, accounts, containers }), inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
  }).immediate();
}

/** Gives a brand its accounts and containers, without a trace in the history. To be called inside a transaction. */
export function layBrand(project: ProjectDatabase, { name, own, accounts, containers = [] }: OperationRequest<'brand.assign'>): void {
  const wasOwn = storedBrands(project).find((brand) => brand.own)?.name.toLowerCase() === name.trim().toLowerCase();
  const brandId = brandNamed(project, name.trim(), own);
  if (!own && wasOwn) clearOwnBrand(project);
  // a name given without accounts only makes the brand own, or not
  if (accounts.length > 0 || containers.length > 0) storeClaims(project, [{ brand: name.trim(), own, role: 'voice', origin: 'hand', names: accounts, containers }]);
  moveContainers(project, brandId, containers);
  // the latest word counts: whoever is named now is no longer denied to speak for the brand
  if (accounts.length > 0) forgetDenials(project, { brandId, role: 'voice' }, accountsNamed(project, accounts));
  if (accounts.length > 0 || containers.length > 0) withPersonsApart(project, () => resolveBrands(project, { fromAccountId: 1, mappedContainers: [], onlyBrand: null }));
  coverAllImports(project);
}

function accountsNamed(project: ProjectDatabase, names: readonly string[]): number[] {
  const wanted = new Set(names.map(comparedName));
  const found: number[] = [];
  for (const { id, handle, name, nativeId } of namedAccounts(project, 1)) if ([handle, name, nativeId].some((written) => written !== null && wanted.has(comparedName(written)))) found.push(id);
  return found;
}

function moveContainers(project: ProjectDatabase, brandId: number, containers: readonly string[]): void {
  const wanted = new Set(containers.map(comparedName));
  for (const container of namedContainers(project)) if (wanted.has(comparedName(container.name)) || wanted.has(comparedName(container.nativeId))) ownContainer(project, container.id, brandId);
}
