import { brandNamed, clearOwnBrand, giveRole, namedAccounts, namedContainers, ownContainer, storedBrands, type NamedContainer } from '../../store/brand-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { applyRoleDecisions } from '../../store/role-application.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';
import { comparedName, storedClaims, type BrandClaim } from './brand-claims.ts';

/** What brands are resolved from, beside the claims that the project keeps. */
export interface ResolutionOptions {
  /** Accounts from this id on are looked at; 1 for all. */
  readonly fromAccountId: number;
  /** Names of containers that a mapping gave to whole files. */
  readonly mappedContainers: readonly string[];
  /** The brand that an import's arguments speak of alone: its own brand, or its only competitor. */
  readonly onlyBrand: string | null;
}

const OWNER = 'owner:';

function claimsByName(claims: readonly BrandClaim[]): Map<string, BrandClaim[]> {
  const byName = new Map<string, BrandClaim[]>();
  for (const claim of claims) {
    for (const name of claim.names) {
      const key = comparedName(name);
      byName.set(key, [...(byName.get(key) ?? []), claim]);
    }
  }
  return byName;
}

/** The brand that owns a container by name: one claimed with it, else one of whose names it bears. */
function ownerByName({ name, nativeId }: NamedContainer, claims: readonly BrandClaim[]): string | null {
  const names = new Set([comparedName(name), comparedName(nativeId)]);
  const voices = claims.filter(({ role, brand }) => role === 'voice' && brand !== null);
  const owner = voices.find(({ containers }) => containers.some((container) => names.has(comparedName(container))))
    ?? voices.find(({ brand, names: claimed }) => [brand ?? '', ...claimed].some((candidate) => names.has(comparedName(candidate))));
  return owner?.brand ?? null;
}

/**
 * Settles who speaks for which brand and who owns which container. Claims come first: an account whose handle, name or
 * id is claimed gets the role, a container is owned by the brand it is claimed for or named like, and a container that a
 * mapping gave to a whole file, alone on its network, by the one brand the import speaks of. A container's owner account
 * (which answers in rows that carry the owner's reply) speaks for the container's brand. Only where nobody claimed
 * anything, every account that the source itself marks becomes a brand: a single one is own, of several none is.
 * Decisions made before stand; only what is missing is added. What a person decided about single accounts is laid over it.
 */
export function resolveBrands(project: ProjectDatabase, options: ResolutionOptions): void {
  settleBrands(project, options);
  applyRoleDecisions(project);
}

function settleBrands(project: ProjectDatabase, { fromAccountId, mappedContainers, onlyBrand }: ResolutionOptions): void {
  const claims = storedClaims(project);
  // 1. brands
  const brandIds = new Map<string, number>();
  for (const { brand, own } of claims) if (brand !== null) brandIds.set(brand, brandNamed(project, brand, own));
  const ownBrandId = storedBrands(project).find(({ own }) => own)?.id ?? null;
  // 2. containers
  const containers = namedContainers(project);
  const mapped = new Set(mappedContainers.map(comparedName));
  const owners = new Map<string, number>();
  for (const container of containers) {
    const aloneOnNetwork = containers.filter(({ networkId }) => networkId === container.networkId).length === 1;
    const name = ownerByName(container, claims) ?? (onlyBrand !== null && aloneOnNetwork && mapped.has(comparedName(container.name)) ? onlyBrand : null);
    const brandId = container.brandId ?? (name === null ? null : (brandIds.get(name) ?? null));
    if (container.brandId === null && brandId !== null) ownContainer(project, container.id, brandId);
    if (brandId !== null) owners.set(container.nativeId, brandId);
  }
  // 3. accounts
  const byName = claimsByName(claims);
  const marked: { id: number; name: string; containerNativeId: string | null }[] = [];
  for (const { id, nativeId, handle, name, sourceIsBrand } of namedAccounts(project, fromAccountId)) {
    const found = new Set([handle, name, nativeId].flatMap((written) => (written === null ? [] : (byName.get(comparedName(written)) ?? []))));
    for (const { brand, role, origin } of found) giveRole(project, { accountId: id, brandId: brand === null ? ownBrandId : (brandIds.get(brand) ?? null), role, origin });
    const containerNativeId = nativeId.startsWith(OWNER) ? nativeId.slice(OWNER.length) : null;
    const owner = containerNativeId === null ? undefined : owners.get(containerNativeId);
    if (owner !== undefined) giveRole(project, { accountId: id, brandId: owner, role: 'voice', origin: 'source' });
    else if (sourceIsBrand) marked.push({ id, name: handle ?? name ?? nativeId, containerNativeId });
  }
  if (claims.length > 0) return;
  // 4. nobody named a brand: the source's own marks do
  for (const { id, name, containerNativeId } of marked) {
    const brandId = brandNamed(project, name, false);
    giveRole(project, { accountId: id, brandId, role: 'voice', origin: 'source' });
    const container = containers.find(({ nativeId, brandId: owner }) => nativeId === containerNativeId && owner === null);
    if (container !== undefined) ownContainer(project, container.id, brandId);
  }
  const brands = storedBrands(project);
  const [only] = brands;
  if (brands.length === 1 && only !== undefined && !only.own) {
    brandNamed(project, only.name, true);
    storeSetting(project, 'own_brand_by', 'source');
  } else if (brands.length > 1 && settingOf(project, 'own_brand_by') === 'source') {
    clearOwnBrand(project);
    storeSetting(project, 'own_brand_by', 'none');
  }
}
