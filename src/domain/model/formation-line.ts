/** Lines of the pitch, from the goal forward. */
export const FORMATION_LINES = ['presence', 'listening', 'promotion', 'crm', 'one-to-one', 'surprise'] as const;
export type FormationLine = (typeof FORMATION_LINES)[number];

/** Shares of the lines, together 1. */
export type FormationShares = Readonly<Record<FormationLine, number>>;

/**
 * The line-up that the essay criticises, as shares of time: 40 % listening, 50 % static presence, 10 % promotion and nobody else.
 * It is neither a reference nor a target.
 */
export const CRITICISED_SHARES: FormationShares = { presence: 0.5, listening: 0.4, promotion: 0.1, crm: 0, 'one-to-one': 0, surprise: 0 };
