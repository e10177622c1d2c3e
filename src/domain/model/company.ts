/** How it is known for which company an account writes: a person said so, the file has a column for it, the domain of its address or site, or what its profile says. */
export const COMPANY_BASES = ['hand', 'file', 'domain', 'profile', 'none'] as const;
export type CompanyBasis = (typeof COMPANY_BASES)[number];

/** The two sides of a correspondence between an agency and its client. */
export const MIRROR_SIDES = ['agency', 'client'] as const;
export type MirrorSide = (typeof MIRROR_SIDES)[number];

/** Whether advice was taken up: a person's word, or that nobody said. */
export const ADVICE_VERDICTS = ['adopted', 'not-adopted', 'open'] as const;
export type AdviceVerdict = (typeof ADVICE_VERDICTS)[number];
