/** To whom a recommendation goes: a known tie, an acquaintance, a stranger; somebody who never writes here; nobody in particular. */
export const ADVICE_REACHES = ['strong', 'weak', 'none', 'absent', 'open'] as const;
export type AdviceReach = (typeof ADVICE_REACHES)[number];
