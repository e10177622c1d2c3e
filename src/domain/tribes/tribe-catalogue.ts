import type { Role } from '../model/codes.ts';
import { NAMED_ZONES } from '../value/value-zone.ts';

/** The four ways of looking at the same people. */
export const LENSES = ['value', 'roles', 'interests', 'communities'] as const;
export type Lens = (typeof LENSES)[number];

/** Roles that make a tribe. Voices, partners and bots are not people around the brand; `unknown` is nobody's. */
export const TRIBE_ROLES = ['customer', 'employee', 'prospect', 'talent', 'investor', 'press', 'interested'] as const satisfies readonly Role[];

/** A tribe that rules can make: its id, the lens it belongs to and the code the interface names it by. */
export interface RuledTribe {
  readonly id: string;
  readonly lens: 'value' | 'roles';
  readonly name: string;
}

/** Every ruled tribe in the order shown; empty ones stay visible. */
export const RULED_TRIBES: readonly RuledTribe[] = [
  ...NAMED_ZONES.map((zone): RuledTribe => ({ id: `value:${zone}`, lens: 'value', name: zone })),
  ...TRIBE_ROLES.map((role): RuledTribe => ({ id: `role:${role}`, lens: 'roles', name: role })),
];
