/** What the fourth schema adds for tribes made, named and matched by hand and over time. */
export const SCHEMA_V4_TRIBES_SQL = `
-- decisions: tribes that a person made, by a code that travels; rule = a rule as JSON that names people, places and tribes by content, null for a public that is known from elsewhere and only named; source = where it is known from
CREATE TABLE own_tribe (code TEXT PRIMARY KEY, name TEXT NOT NULL, rule TEXT, source TEXT NOT NULL DEFAULT '', origin TEXT NOT NULL CHECK (origin IN ('rule', 'merge', 'split', 'public')), at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- decisions: what a person says of a tribe of any lens; empty or null = nothing said. basis = why a tribe may rest on a sensitive topic
CREATE TABLE tribe_edit (tribe TEXT PRIMARY KEY, name TEXT, color INTEGER, shape TEXT, notes TEXT NOT NULL DEFAULT '', task TEXT NOT NULL DEFAULT '', output TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', hidden INTEGER NOT NULL DEFAULT 0, at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- decisions: drawn people of a tribe found right or wrong, by content; rule = the rule they were drawn by
CREATE TABLE tribe_judgement (tribe TEXT NOT NULL, network TEXT NOT NULL, account TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')), rule TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (tribe, network, account)) STRICT, WITHOUT ROWID;
`;
