/** What the fifth schema adds for strategy: everything that a person writes down to act upon. */
export const SCHEMA_V5_PLAN_SQL = `
-- decisions: what people write down and decide about, one row each: kind says what (finding, canvas, target, ...), body is its JSON; found again by id, which never changes
CREATE TABLE plan_record (kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)), made_ms INTEGER NOT NULL, changed_ms INTEGER NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
`;
