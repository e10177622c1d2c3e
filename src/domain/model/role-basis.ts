/** What a sign of a role rests on: the source's own mark, a review or ticket, a text, a profile, a name, a way of behaving, a reaction. */
export const ROLE_BASES = ['source', 'evidence', 'text', 'profile', 'name', 'behaviour', 'reaction'] as const;
export type RoleBasis = (typeof ROLE_BASES)[number];
