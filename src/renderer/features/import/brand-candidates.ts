import type { ImportDraft, PreviewState } from './import-draft.ts';

/** What a proposed account is taken to be until a person decides. */
export type CandidateRole = 'none' | 'own' | 'competitor';

interface CandidateSource {
  readonly drafts: readonly ImportDraft[];
  readonly previews: Readonly<Record<string, PreviewState>>;
  readonly roles: Readonly<Record<string, CandidateRole>>;
  readonly extraAccounts: readonly string[];
}

/** Every account or page that could be a brand's: those found in the files and those added by hand. */
export function brandCandidates({ drafts, previews, extraAccounts }: CandidateSource): string[] {
  return [...new Set([...drafts.flatMap(({ id }) => previews[id]?.preview?.brandCandidates ?? []), ...extraAccounts])];
}

/** The shortest of some names; null of none. */
export function shortestOf(names: readonly string[]): string | null {
  return names.reduce<string | null>((shortest, name) => (shortest === null || name.length < shortest.length ? name : shortest), null);
}

const folded = (name: string): string => name.toLowerCase().normalize('NFD').replace(/[^\p{Letter}\p{Number}]/gu, '');

/**
 * What every candidate is: what the person said, else a proposal. Names that begin like the project's own brand are
 * proposed as its voices; without an own brand they are only when all candidates share one beginning ("Caffè Aurora",
 * "Caffè Aurora - Bottega di Bari"). Anything less certain is left to choose.
 */
export function candidateRoles(source: CandidateSource, ownBrand: string | null): Record<string, CandidateRole> {
  const names = brandCandidates(source);
  const stem = folded(ownBrand ?? shortestOf(names) ?? '');
  const alike = (name: string): boolean => stem.length >= 3 && folded(name).startsWith(stem);
  const propose = ownBrand !== null || (names.length > 0 && names.every(alike));
  return Object.fromEntries(names.map((name) => [name, source.roles[name] ?? (propose && alike(name) ? 'own' : 'none')]));
}
