/** What the fourth schema adds for people grouped by what they share. */
export const SCHEMA_V4_INTERESTS_SQL = `
-- derived: people in a group by shared interests, by the id of its tribe; certainty in [0, 1]
CREATE TABLE interest_person (account_id INTEGER PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE, interest TEXT NOT NULL, certainty REAL NOT NULL) STRICT;
CREATE INDEX interest_person_interest ON interest_person (interest);
-- derived: how these groups were last found, as JSON
CREATE TABLE interest_run (id INTEGER PRIMARY KEY CHECK (id = 1), facts TEXT NOT NULL) STRICT;
-- who was in which group when they were last found, by content, so that groups keep their ids over imports
CREATE TABLE interest_memory (network TEXT NOT NULL, account TEXT NOT NULL, interest TEXT NOT NULL, PRIMARY KEY (network, account)) STRICT, WITHOUT ROWID;
`;
