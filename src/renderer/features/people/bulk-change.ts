import type { Role } from '../../../domain/model/codes.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { ListedProfile } from './people-types.ts';

/** Above so many people a change is said before it is made. */
export const TOLD_ABOVE = 50;

/** A role that hands can give. */
export type BulkRole = Exclude<Role, 'unknown'>;

/** One change to all chosen people. */
export type BulkChange =
  | { readonly kind: 'role'; readonly role: BulkRole; readonly brand: string | null }
  | { readonly kind: 'tribe'; readonly id: string; readonly name: string; readonly on: boolean }
  | { readonly kind: 'tag'; readonly tag: string; readonly on: boolean }
  | { readonly kind: 'note'; readonly text: string };

/** Roles that are always at a brand. */
export const AT_A_BRAND: ReadonlySet<string> = new Set(['voice', 'employee', 'partner']);

/** How many of the chosen hold a role at a brand already. */
export function holders(profiles: readonly ListedProfile[], { role, brand }: { readonly role: string; readonly brand: string | null }): number {
  return profiles.filter(({ roles }) => roles.some((held) => held.role === role && (held.brand ?? '').toLowerCase() === (brand ?? '').toLowerCase())).length;
}

/** What a change will do, as a sentence with its number, to be read before it is made. */
export function bulkSentence(change: BulkChange, profiles: readonly ListedProfile[], voice: ChartVoice): string {
  const count = profiles.length;
  switch (change.kind) {
    case 'role': {
      const known = holders(profiles, change);
      const values = { count: count - known, known: voice.count(known), role: voice.text(`codes.role.${change.role}`), brand: change.brand ?? '' };
      return voice.text(change.brand === null ? 'people.bulk.tell.role' : 'people.bulk.tell.roleAt', values);
    }
    case 'tribe':
      return voice.text(change.on ? 'people.bulk.tell.tribeIn' : 'people.bulk.tell.tribeOut', { count, name: change.name });
    case 'tag':
      return voice.text(change.on ? 'people.bulk.tell.tagOn' : 'people.bulk.tell.tagOff', { count, tag: change.tag });
    case 'note':
      return voice.text('people.bulk.tell.note', { count });
  }
}
