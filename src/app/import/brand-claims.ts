import type { OperationRequest } from '../../contract/operations.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/**
 * What a person said once about who is who: these names speak for this brand, or work for it. Kept with the project, so
 * that it also holds for accounts that a later import brings. `brand` null stands for the own brand.
 */
export interface BrandClaim {
  readonly brand: string | null;
  readonly own: boolean;
  readonly role: 'voice' | 'employee' | 'partner';
  readonly origin: 'argument' | 'hand';
  readonly names: readonly string[];
  readonly containers: readonly string[];
}

/**
 * A name as compared: letter case and a leading @ do not count.
 * @example comparedName(' @CaffeAurora') // 'caffeaurora'
 */
export function comparedName(name: string): string {
  return name.trim().replace(/^[@＠]/, '').toLowerCase();
}

/** The claims a project keeps. */
export function storedClaims(project: ProjectDatabase): BrandClaim[] {
  const text = settingOf(project, 'brand_claims');
  return text === null ? [] : (JSON.parse(text) as BrandClaim[]);
}

/** Adds claims to those kept: names of the same brand and role are joined, and only the latest own brand stays one. */
export function storeClaims(project: ProjectDatabase, added: readonly BrandClaim[]): BrandClaim[] {
  const claims = [...storedClaims(project)];
  for (const claim of added) {
    if (claim.own) claims.forEach((known, position) => (claims[position] = { ...known, own: false }));
    const position = claims.findIndex((known) => known.role === claim.role && (known.brand ?? '').toLowerCase() === (claim.brand ?? '').toLowerCase());
    const known = claims[position];
    if (known === undefined) claims.push(claim);
    else claims[position] = { ...claim, brand: known.brand, own: claim.own || known.own, names: [...new Set([...known.names, ...claim.names])], containers: [...new Set([...known.containers, ...claim.containers])] };
  }
  storeSetting(project, 'brand_claims', JSON.stringify(claims));
  return claims;
}

type ImportRequest = Pick<OperationRequest<'import.run'>, 'ownBrand' | 'competitors' | 'employees' | 'partners'>;

/** The claims that the arguments of an import make. A brand named without accounts is looked for under its own name. */
export function claimsOf({ ownBrand, competitors = [], employees = [], partners = [] }: ImportRequest): BrandClaim[] {
  const claims: BrandClaim[] = [];
  const named = (brand: NonNullable<ImportRequest['ownBrand']>, own: boolean): BrandClaim => ({
    brand: brand.name, own, role: 'voice', origin: 'argument', names: brand.accounts === undefined || brand.accounts.length === 0 ? [brand.name] : brand.accounts, containers: brand.containers ?? [],
  });
  if (ownBrand !== undefined) claims.push(named(ownBrand, true));
  for (const competitor of competitors) claims.push(named(competitor, false));
  for (const [role, names] of [['employee', employees], ['partner', partners]] as const) {
    if (names.length > 0) claims.push({ brand: null, own: false, role, origin: 'argument', names, containers: [] });
  }
  return claims;
}
