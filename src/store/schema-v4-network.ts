/** What the fourth schema adds for ties between people and the communities found among them. */
export const SCHEMA_V4_NETWORK_SQL = ``;
