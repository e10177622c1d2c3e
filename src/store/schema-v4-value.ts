/** What the fourth schema adds for weights of the ledger, and pieces of value routed. */
export const SCHEMA_V4_VALUE_SQL = ``;
