/** The kinds of request that a report names. */
export const NAMED_REQUESTS: Readonly<Record<string, true>> = { information: true, trouble: true, idea: true, purchase: true, decision: true };
