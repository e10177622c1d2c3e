/** What the fourth schema adds for weights of the ledger, and pieces of value routed. */
export const SCHEMA_V4_VALUE_SQL = `
-- decisions: weights of the ledger, a row per version of the whole table; the last one holds; points = the rules that weigh other than by default, as JSON
CREATE TABLE weight_version (version INTEGER PRIMARY KEY, points TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', at_ms INTEGER NOT NULL) STRICT;
INSERT INTO weight_version (version, points, at_ms) SELECT 1, json_group_object(rule, points), 0 FROM weight HAVING count(*) > 0;
DROP TABLE weight;
`;
