/** What the fourth schema adds for ties between people and the communities found among them. */
export const SCHEMA_V4_NETWORK_SQL = `
-- derived: ties between people, a_id < b_id; weight = what their replies, mentions and shares are worth at the end of the data
CREATE TABLE person_tie (a_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE, b_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE, weight REAL NOT NULL, PRIMARY KEY (a_id, b_id)) STRICT, WITHOUT ROWID;
CREATE INDEX person_tie_b ON person_tie (b_id);
-- derived: people with a tie. community = the id of a tribe, null in none that is large enough; certainty and betweenness in [0, 1]; x and y only of those that are drawn
CREATE TABLE network_person (account_id INTEGER PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE, ties INTEGER NOT NULL, strength REAL NOT NULL, community TEXT, certainty REAL, betweenness REAL, x REAL, y REAL) STRICT;
CREATE INDEX network_person_community ON network_person (community) WHERE community IS NOT NULL;
-- derived: how the communities were last found, as JSON
CREATE TABLE network_run (id INTEGER PRIMARY KEY CHECK (id = 1), facts TEXT NOT NULL) STRICT;
-- who was in which community when they were last found, by content, so that communities keep their ids over imports
CREATE TABLE community_memory (network TEXT NOT NULL, account TEXT NOT NULL, community TEXT NOT NULL, PRIMARY KEY (network, account)) STRICT, WITHOUT ROWID;
`;
