/** What the fourth schema adds for tribes made, named and matched by hand and over time. */
export const SCHEMA_V4_TRIBES_SQL = ``;
