/** The eighth schema, as the step from the seventh: the company that a source gives for an account, in its own words. */
export const SCHEMA_V8_SQL = `
ALTER TABLE account ADD COLUMN company TEXT;
`;
