import type { Role } from '../../../domain/model/codes.ts';
import type { HeldRole, Profile, Reason, RoleDecision } from './people-types.ts';

/** One role of a profile's page: held, waiting for a person's word, or ruled out by hand. */
export interface AccountRole {
  readonly role: Role;
  readonly brand: string | null;
  /** Brand that confirming would make. */
  readonly suggestedBrand: string | null;
  readonly state: 'held' | 'proposed' | 'denied';
  readonly origins: readonly HeldRole['origin'][];
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly confidence: number | null;
  readonly reasons: readonly Reason[];
  readonly decision: RoleDecision | null;
}

const ORDER = { held: 0, proposed: 1, denied: 2 } as const;
const isSameBrand = (one: string | null, other: string | null): boolean => (one ?? '').toLowerCase() === (other ?? '').toLowerCase();

/**
 * Puts together what a profile holds, what signs suggest and what a person decided: one entry for a role at a brand. A
 * denial without a brand speaks of every brand of its role.
 */
export function accountRoles({ roles, suggestions, decisions }: Pick<Profile, 'roles' | 'suggestions' | 'decisions'>): AccountRole[] {
  const found: AccountRole[] = [];
  for (const held of roles) {
    const at = found.findIndex(({ role, brand }) => role === held.role && isSameBrand(brand, held.brand));
    const known = found[at];
    if (known !== undefined) {
      found[at] = { ...known, origins: [...new Set([...known.origins, held.origin])], ...(held.origin === 'hand' ? { fromMs: held.fromMs, toMs: held.toMs } : {}) };
      continue;
    }
    const suggestion = suggestions.find(({ role, brand }) => role === held.role && isSameBrand(brand, held.brand));
    const decision = decisions.find(({ role, brand, verdict }) => verdict === 'is' && role === held.role && (brand === '' || isSameBrand(brand, held.brand))) ?? null;
    found.push({ role: held.role, brand: held.brand, suggestedBrand: null, state: 'held', origins: [held.origin], fromMs: held.fromMs, toMs: held.toMs, confidence: suggestion?.confidence ?? null, reasons: suggestion?.reasons ?? [], decision });
  }
  for (const suggestion of suggestions) {
    const { role, brand, suggestedBrand, fromMs, toMs, confidence, reasons, applied } = suggestion;
    if (applied || found.some((known) => known.role === role && (isSameBrand(known.brand, brand) || brand === null))) continue;
    if (decisions.some((decision) => decision.role === role && (isSameBrand(decision.brand, brand) || decision.brand === ''))) continue;
    found.push({ role, brand, suggestedBrand, state: 'proposed', origins: [], fromMs, toMs, confidence, reasons, decision: null });
  }
  for (const decision of decisions) {
    if (decision.verdict !== 'is-not') continue;
    const suggestion = suggestions.find(({ role, brand }) => role === decision.role && (decision.brand === '' || isSameBrand(brand, decision.brand)));
    found.push({ role: decision.role, brand: decision.brand === '' ? null : decision.brand, suggestedBrand: null, state: 'denied', origins: [], fromMs: decision.fromMs, toMs: decision.toMs, confidence: null, reasons: suggestion?.reasons ?? [], decision });
  }
  return found.sort((one, other) => ORDER[one.state] - ORDER[other.state]);
}
