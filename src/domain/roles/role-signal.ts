import type { Role } from '../model/codes.ts';
import type { RoleBasis } from '../model/role-basis.ts';

/**
 * One sign that an account has a role. `confidence` in (0, 1) is how often such a sign is right, by the rule's own
 * estimate; `supports` marks a sign that never proposes a role by itself; `ends` one that says the role is over.
 */
export interface RoleSignal {
  readonly role: Role;
  readonly brandId: number | null;
  readonly rule: string;
  readonly basis: RoleBasis;
  readonly confidence: number;
  readonly messageId: number | null;
  /** When it showed, UTC ms; null where the time is not known or the sign has none. */
  readonly atMs: number | null;
  readonly supports?: boolean;
  readonly ends?: boolean;
  /** Holds towards every brand, so that naming none takes nothing away. */
  readonly towardsAll?: boolean;
  /** Numbers behind a sign, by name. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Name of a brand that the project does not know yet. */
  readonly suggestedBrand?: string;
}

/** The signs of one rule for one role of one account, added up. At most five messages are named. */
export interface RoleReason {
  readonly rule: string;
  readonly basis: RoleBasis;
  readonly confidence: number;
  readonly times: number;
  readonly messageIds: readonly number[];
  readonly figures: Readonly<Record<string, number>>;
}

/** A role that signs suggest; `applied` ones need no person's word. Dates: from inclusive, to exclusive, null where open. */
export interface SuggestedRole {
  readonly role: Role;
  readonly brandId: number | null;
  readonly suggestedBrand: string | null;
  readonly origin: 'source' | 'rule' | 'evidence';
  readonly applied: boolean;
  readonly confidence: number;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly reasons: readonly RoleReason[];
}
