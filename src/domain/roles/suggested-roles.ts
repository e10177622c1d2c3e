import type { Role } from '../model/codes.ts';
import type { RoleReason, RoleSignal, SuggestedRole } from './role-signal.ts';

/** From this confidence on a role of rules holds without a person's word; under it, it is proposed. */
export const ROLE_THRESHOLD = 0.65;

/** Under this confidence nothing is even proposed. */
export const PROPOSAL_FLOOR = 0.4;

/** Roles that a rule never gives by itself: a person must confirm who speaks for a brand, works for it, or is a machine. */
export const CONFIRMED_ROLES: ReadonlySet<Role> = new Set(['voice', 'employee', 'bot']);

const NAMED_MESSAGES = 5;
const COUNTED_SIGNS = 3;
const CERTAIN = 0.99;
/** A sign that names no brand, met where no brand is addressed, may be about anybody. */
const WITHOUT_BRAND = 0.6;
/** Roles that exclude being merely interested. */
const CLOSER: readonly Role[] = ['customer', 'prospect', 'talent', 'investor', 'press', 'partner', 'employee'];

function reasonOf(rule: string, signals: readonly RoleSignal[]): RoleReason {
  const strongest = signals.toSorted((one, other) => other.confidence - one.confidence);
  const [first] = strongest;
  const messageIds = signals.flatMap(({ messageId }) => messageId ?? []).sort((one, other) => one - other);
  return {
    rule, basis: first?.basis ?? 'text', confidence: joined(strongest.slice(0, COUNTED_SIGNS).map(({ confidence }) => confidence)),
    times: signals.length, messageIds: messageIds.slice(0, NAMED_MESSAGES), figures: first?.figures ?? {},
  };
}

/** Probability that at least one of independent signs is right, never certain. */
function joined(confidences: readonly number[]): number {
  return Math.min(CERTAIN, 1 - confidences.reduce((doubt, confidence) => doubt * (1 - confidence), 1));
}

const earliest = (signals: readonly RoleSignal[]): number | null => signals.reduce<number | null>((least, { atMs }) => (atMs === null ? least : Math.min(least ?? atMs, atMs)), null);

function suggestion(role: Role, brandId: number | null, signals: readonly RoleSignal[]): SuggestedRole | null {
  const starts = signals.filter(({ ends }) => ends !== true);
  if (!starts.some(({ supports }) => supports !== true)) return null;
  const rules = new Map<string, RoleSignal[]>();
  for (const signal of starts) rules.set(signal.rule, [...(rules.get(signal.rule) ?? []), signal]);
  const reasons = [...rules].map(([rule, of]) => reasonOf(rule, of)).sort((one, other) => other.confidence - one.confidence || (one.rule < other.rule ? -1 : 1));
  const bySource = starts.some(({ basis }) => basis === 'source') && role === 'bot';
  const byEvidence = starts.some(({ basis }) => basis === 'evidence' || basis === 'reaction');
  const hasNoBrand = brandId === null && !byEvidence && role !== 'bot' && role !== 'voice' && !starts.some(({ towardsAll }) => towardsAll === true);
  const confidence = joined(reasons.map((reason) => reason.confidence)) * (hasNoBrand ? WITHOUT_BRAND : 1);
  // a profile holds at any time; what only a name or a way of behaving says is not dated
  const dated = starts.every(({ basis }) => basis === 'text' || basis === 'evidence' || basis === 'reaction');
  const fromMs = dated ? earliest(starts) : null;
  const ends = signals.filter(({ ends: over, atMs }) => over === true && atMs !== null && fromMs !== null && atMs > fromMs);
  const last = starts.reduce<number | null>((most, { atMs }) => (atMs === null ? most : Math.max(most ?? atMs, atMs)), null);
  // who says so again after leaving has come back
  const toMs = earliest(ends.filter(({ atMs }) => last === null || (atMs ?? 0) > last));
  return {
    role, brandId, suggestedBrand: starts.find(({ suggestedBrand }) => suggestedBrand !== undefined)?.suggestedBrand ?? null,
    origin: bySource ? 'source' : byEvidence ? 'evidence' : 'rule', applied: bySource || (!CONFIRMED_ROLES.has(role) && confidence >= ROLE_THRESHOLD), confidence, fromMs, toMs, reasons,
  };
}

/** Signs of one brand take in those that name none, where it is the only brand; signs at several brands stay apart. */
function byRoleAndBrand(signals: readonly RoleSignal[]): Map<string, { role: Role; brandId: number | null; signals: RoleSignal[] }> {
  const groups = new Map<string, { role: Role; brandId: number | null; signals: RoleSignal[] }>();
  const named = new Map<Role, Set<number>>();
  for (const { role, brandId } of signals) if (brandId !== null) named.set(role, (named.get(role) ?? new Set<number>()).add(brandId));
  for (const signal of signals) {
    const brands = named.get(signal.role);
    const [only] = brands ?? [];
    const brandId = signal.brandId ?? (brands?.size === 1 ? (only ?? null) : null);
    const key = `${signal.role} ${brandId ?? ''}`;
    const group = groups.get(key) ?? { role: signal.role, brandId, signals: [] };
    group.signals.push(signal);
    groups.set(key, group);
  }
  return groups;
}

/**
 * The roles that the signs of one account suggest, in the order of their codes. Signs of one rule count three times at
 * most; different rules add up as independent ones. A role starts with the first message that shows it and ends where the
 * account says so. Asking to buy makes a prospect only until the account is a customer of the same brand, and being
 * interested is left to those who show nothing closer.
 */
export function suggestedRoles(signals: readonly RoleSignal[]): SuggestedRole[] {
  const found = [...byRoleAndBrand(signals).values()].flatMap(({ role, brandId, signals: own }) => suggestion(role, brandId, own) ?? []).filter(({ applied, confidence }) => applied || confidence >= PROPOSAL_FLOOR);
  const meets = (one: SuggestedRole, other: SuggestedRole): boolean => one.brandId === other.brandId || one.brandId === null || other.brandId === null;
  const kept = found.flatMap((role): SuggestedRole[] => {
    if (role.role === 'prospect') {
      const customers = found.filter((other) => other.role === 'customer' && other.applied && meets(role, other));
      if (customers.length === 0) return [role];
      const since = customers.reduce<number | null>((least, { fromMs }) => (least === null || fromMs === null ? null : Math.min(least, fromMs)), Number.POSITIVE_INFINITY);
      return since === null || role.fromMs === null || role.fromMs >= since ? [] : [{ ...role, toMs: since }];
    }
    if (role.role === 'interested') return found.some((other) => CLOSER.includes(other.role) && other.applied && meets(role, other)) ? [] : [role];
    return [role];
  });
  return kept.sort((one, other) => (one.role < other.role ? -1 : one.role > other.role ? 1 : (one.brandId ?? 0) - (other.brandId ?? 0)));
}
