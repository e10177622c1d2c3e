/**
 * The second schema, as the step from the first: reactions by name, parts of archives, people made of accounts, roles and
 * flags with their reasons, threads that were inferred, messages that a later export no longer holds. Decisions name what
 * they decide by content (network and the source's own ids), never by row, so that they survive undo, import again and
 * travel to another copy of the project.
 */
export const SCHEMA_V2_SQL = `
-- records: imports
ALTER TABLE import ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE import ADD COLUMN report TEXT NOT NULL DEFAULT '{}';
-- said = the columns in which a message met again differs from what was there, as keys of a JSON object; declared = the replies it declares in this import
ALTER TABLE sighting ADD COLUMN said TEXT;
ALTER TABLE sighting ADD COLUMN declared INTEGER;
ALTER TABLE rejection ADD COLUMN part TEXT;
ALTER TABLE rejection ADD COLUMN raw TEXT;
CREATE TABLE import_part (import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL, format TEXT, row_count INTEGER NOT NULL, message_count INTEGER NOT NULL, reaction_count INTEGER NOT NULL, rejected_count INTEGER NOT NULL, note TEXT, PRIMARY KEY (import_id, position)) STRICT, WITHOUT ROWID;

-- records: accounts and messages
ALTER TABLE account ADD COLUMN profile TEXT;
ALTER TABLE account ADD COLUMN link TEXT;
ALTER TABLE account ADD COLUMN mail_hash TEXT;
ALTER TABLE account ADD COLUMN source_is_bot INTEGER;
CREATE INDEX account_mail ON account (mail_hash) WHERE mail_hash IS NOT NULL;
-- address = the post's address without what differs between two copies of one link, so that files that name it otherwise find it
ALTER TABLE message ADD COLUMN address TEXT;
ALTER TABLE message ADD COLUMN saves INTEGER;
ALTER TABLE message ADD COLUMN hidden INTEGER;
ALTER TABLE message ADD COLUMN quoted_native_id TEXT;
-- no source says where a message stands: 1 where container_id is that of the root, found again whenever threads are linked; 0 where it is the guess, named after the file
ALTER TABLE message ADD COLUMN placed_by_root INTEGER;
ALTER TABLE message ADD COLUMN guessed_container_id INTEGER;
CREATE INDEX message_placed ON message (container_id, import_id) WHERE placed_by_root = 1;
CREATE INDEX message_guessed ON message (guessed_container_id) WHERE placed_by_root = 1 AND guessed_container_id IS NOT NULL;
-- the account that wrote it where account_id is another account of the same person; null where they are one
ALTER TABLE message ADD COLUMN source_account_id INTEGER REFERENCES account(id);
CREATE INDEX message_source_account ON message (source_account_id) WHERE source_account_id IS NOT NULL;
ALTER TABLE mention ADD COLUMN source_account_id INTEGER REFERENCES account(id);
CREATE INDEX mention_source_account ON mention (source_account_id) WHERE source_account_id IS NOT NULL;
-- set on a role that a person's leading account holds through another of its accounts: such rows are derived, and go when the two are parted
ALTER TABLE account_role ADD COLUMN source_account_id INTEGER REFERENCES account(id);
CREATE INDEX account_role_source ON account_role (source_account_id) WHERE source_account_id IS NOT NULL;
CREATE INDEX message_address ON message (network_id, address) WHERE address IS NOT NULL;
DROP TABLE reaction;
CREATE TABLE reaction (id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import(id), network_id INTEGER NOT NULL REFERENCES network(id), target_native_id TEXT, message_id INTEGER REFERENCES message(id), container_id INTEGER REFERENCES container(id), account_id INTEGER REFERENCES account(id), source_account_id INTEGER REFERENCES account(id), kind TEXT NOT NULL, count INTEGER NOT NULL DEFAULT 1, created_at_ms INTEGER, precision TEXT NOT NULL DEFAULT 'none') STRICT;
CREATE UNIQUE INDEX reaction_key ON reaction (network_id, COALESCE(target_native_id, ''), COALESCE(container_id, 0), COALESCE(source_account_id, account_id, 0), kind);
CREATE INDEX reaction_import ON reaction (import_id);
CREATE INDEX reaction_message ON reaction (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX reaction_account ON reaction (account_id) WHERE account_id IS NOT NULL;

-- derived: accounts that are one person with another one, by the decisions below; person_id = the person's leading account, itself listed
CREATE TABLE person_account (account_id INTEGER PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE, person_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE) STRICT;
CREATE INDEX person_account_person ON person_account (person_id);

-- derived: a parent guessed where a source has no reply links; confidence in 0 to 1
CREATE TABLE inferred_parent (message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, parent_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, confidence REAL NOT NULL, reason TEXT NOT NULL) STRICT;
-- derived: what a later export of the same place no longer holds; since = the first import that says so
CREATE TABLE absence (message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, since_import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE, state TEXT NOT NULL CHECK (state IN ('vanished', 'not-re-exported'))) STRICT;
CREATE INDEX absence_import ON absence (since_import_id);
-- derived: two records that are likely one message brought by two tools
CREATE TABLE likely_duplicate (message_a INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, message_b INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, likeness REAL NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (message_a, message_b)) STRICT, WITHOUT ROWID;
CREATE INDEX likely_duplicate_b ON likely_duplicate (message_b);
-- derived: automatic or doubled accounts, with the reason in words of the catalogue and its figures as JSON
CREATE TABLE account_flag (account_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE, flag TEXT NOT NULL CHECK (flag IN ('bot', 'duplicate')), reason TEXT NOT NULL, detail TEXT NOT NULL, confidence REAL NOT NULL, PRIMARY KEY (account_id, flag, reason)) STRICT, WITHOUT ROWID;
-- derived: roles that rules or evidence suggest, with their reasons as JSON. Those that need no decision (applied) are account_role rows as well
CREATE TABLE role_proposal (account_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE, brand_id INTEGER REFERENCES brand(id) ON DELETE CASCADE, role TEXT NOT NULL, applied INTEGER NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, confidence REAL NOT NULL, from_ms INTEGER, to_ms INTEGER) STRICT;
CREATE UNIQUE INDEX role_proposal_key ON role_proposal (account_id, COALESCE(brand_id, 0), role);

-- decisions by content
CREATE TABLE identity_decision (network_a TEXT NOT NULL, account_a TEXT NOT NULL, network_b TEXT NOT NULL, account_b TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')), reason TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (network_a, account_a, network_b, account_b)) STRICT, WITHOUT ROWID;
CREATE TABLE role_decision (network TEXT NOT NULL, account TEXT NOT NULL, brand TEXT NOT NULL DEFAULT '', role TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('is', 'is-not')), from_ms INTEGER, to_ms INTEGER, at_ms INTEGER NOT NULL, PRIMARY KEY (network, account, brand, role)) STRICT, WITHOUT ROWID;
CREATE TABLE duplicate_decision (network_a TEXT NOT NULL, kind_a TEXT NOT NULL, message_a TEXT NOT NULL, network_b TEXT NOT NULL, kind_b TEXT NOT NULL, message_b TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')), at_ms INTEGER NOT NULL, PRIMARY KEY (network_a, kind_a, message_a, network_b, kind_b, message_b)) STRICT, WITHOUT ROWID;
-- a message set aside as the copy of another one: out of every count, kept whole as JSON (content), with what the copy that stays was before it was completed
CREATE TABLE set_aside (message_id INTEGER PRIMARY KEY, position INTEGER NOT NULL, copy_of INTEGER NOT NULL REFERENCES message(id), import_id INTEGER NOT NULL REFERENCES import(id), network_id INTEGER NOT NULL REFERENCES network(id), native_id TEXT NOT NULL, address TEXT, content TEXT NOT NULL, copy_before TEXT NOT NULL) STRICT;
CREATE INDEX set_aside_native ON set_aside (network_id, native_id);
-- what stays of a vanished message whose text and author were dropped: its reading, as JSON
CREATE TABLE dropped_text (message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, at_ms INTEGER NOT NULL, reading TEXT) STRICT;
`;
