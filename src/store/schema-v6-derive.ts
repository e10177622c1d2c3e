/** True when something derived is kept that a record may have shaped: before the first analysis nothing is noted. */
const KEPT = 'EXISTS (SELECT 1 FROM derive_stamp)';
// no clause for conflicts: one of the statement that fires the trigger would be in force here as well
const noted = (table: string, column: string, ids: string, parts: number): string => `UPDATE ${table} SET parts = parts | ${String(parts)} WHERE ${column} IN (SELECT id FROM (${ids}));
  INSERT INTO ${table} SELECT id, ${String(parts)} FROM (${ids}) WHERE id IS NOT NULL AND id NOT IN (SELECT ${column} FROM ${table});`;
const note = (ids: string, parts: number): string => noted('changed_message', 'message_id', ids, parts);
const noteAccount = (ids: string): string => noted('changed_account', 'account_id', ids, 14);
const differs = (...columns: readonly string[]): string => columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');

const SHAPES = ['account_id', 'created_at_ms', 'precision', 'kind', 'container_id', 'import_id', 'text', 'language_tag', 'parent_id', 'parent_native_id', 'root_id', 'source_inbound', 'liked_by_brand', 'replies'] as const;
/** What decides where an older message stands: other messages rest on it in ways that are not followed. */
const PLACES = ['account_id', 'created_at_ms', 'precision', 'kind', 'container_id', 'import_id', 'text', 'parent_native_id', 'source_inbound'] as const;
/** What makes a message a reply in somebody's name, and its words. */
const WORDS = ['account_id', 'created_at_ms', 'text', 'parent_native_id'] as const;
const READS = ['direction', 'text_kind', 'intents', 'primary_intent', 'acts', 'probabilities', 'promises', 'economic_tie', 'thanks'] as const;

/**
 * What the sixth schema adds so that templates, roles, requests and promises are followed up instead of made again: what
 * they were made from, and what has changed since. Records note their own changes, whoever writes them; changes that
 * reach further than what is followed take the stamp away, and the part is made again whole.
 */
export const SCHEMA_V6_DERIVE_SQL = `
-- derived: what a part was last made from; whole = 1 when only what is noted below has changed since, 0 while it is made; last_id and last_place = the highest message and container at that time
CREATE TABLE derive_stamp (part TEXT PRIMARY KEY CHECK (part IN ('templates', 'roles', 'requests', 'promises')), basis TEXT NOT NULL, last_id INTEGER NOT NULL, last_place INTEGER NOT NULL, whole INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- derived: messages and accounts that changed, with the parts that have not looked at them yet: 1 templates, 2 roles, 4 requests, 8 promises; 16 beside 1: not only read again; 32 beside 4: what it answers was found later
CREATE TABLE changed_message (message_id INTEGER PRIMARY KEY, parts INTEGER NOT NULL) STRICT;
CREATE TABLE changed_account (account_id INTEGER PRIMARY KEY, parts INTEGER NOT NULL) STRICT;
-- derived: replies that are templates, and by account the rarest runs of words of its replies with the reply of each, 32-bit numbers side by side; of account 0 how common runs are
CREATE TABLE template_reply (message_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE reply_run (account_id INTEGER NOT NULL, runs BLOB NOT NULL, ids BLOB NOT NULL) STRICT;
CREATE INDEX reply_run_account ON reply_run (account_id);
-- derived: who answers at least five people in one place (container 0: a network without one) and speaks for nobody: what it is taken for rests on all that is written there
CREATE TABLE busy_place (account_id INTEGER NOT NULL, container_id INTEGER NOT NULL, network_id INTEGER NOT NULL, PRIMARY KEY (account_id, container_id, network_id)) STRICT, WITHOUT ROWID;
-- derived: of those places, the posts and the replies
CREATE TABLE place_total (container_id INTEGER NOT NULL, network_id INTEGER NOT NULL, posts INTEGER NOT NULL, replies INTEGER NOT NULL, PRIMARY KEY (container_id, network_id)) STRICT, WITHOUT ROWID;
-- derived: what was stated and decided of accounts that speak for nobody when roles were last found, as JSON
CREATE TABLE stated_role (account_id INTEGER PRIMARY KEY, said TEXT NOT NULL) STRICT;
-- derived: the latest time that counts of an import on a network, and until when it watched it; the brands whose places or voices an import holds
CREATE TABLE import_watch (import_id INTEGER NOT NULL, network_id INTEGER NOT NULL, timed_ms INTEGER, end_ms INTEGER, PRIMARY KEY (import_id, network_id)) STRICT, WITHOUT ROWID;
CREATE TABLE import_brand (import_id INTEGER NOT NULL, brand_id INTEGER NOT NULL, PRIMARY KEY (import_id, brand_id)) STRICT, WITHOUT ROWID;
-- derived: what the requests were made from: places that name what a message answers (a container and 0, or 0 and a network), places of an import in which a brand was seen, until when a place was watched and what is covered there
CREATE TABLE linked_place (container_id INTEGER NOT NULL, network_id INTEGER NOT NULL, PRIMARY KEY (container_id, network_id)) STRICT, WITHOUT ROWID;
CREATE TABLE seen_brand (import_id INTEGER NOT NULL, container_id INTEGER NOT NULL, network_id INTEGER NOT NULL, brand_id INTEGER NOT NULL, PRIMARY KEY (import_id, container_id, network_id, brand_id)) STRICT, WITHOUT ROWID;
CREATE TABLE watched_place (container_id INTEGER PRIMARY KEY, end_ms INTEGER, coverage TEXT NOT NULL) STRICT;
-- derived: until when the place of a promise was watched as promises were followed; container 0: everywhere else
CREATE TABLE promise_watch (container_id INTEGER PRIMARY KEY, end_ms INTEGER NOT NULL) STRICT;
-- derived: roles as the requests were made with them
CREATE TABLE derive_role (account_id INTEGER NOT NULL, role TEXT NOT NULL, brand_id INTEGER, from_ms INTEGER, to_ms INTEGER) STRICT;
-- derived: messages whose requests were judged since bookings were last compared with them; 0 stands for all
CREATE TABLE judged_message (message_id INTEGER PRIMARY KEY) STRICT;
-- derived: replies that came so soon that their wording decided whether a program wrote them
CREATE TABLE hasty_reply (message_id INTEGER NOT NULL, asker_id INTEGER NOT NULL, automatic INTEGER NOT NULL, PRIMARY KEY (message_id, asker_id)) STRICT, WITHOUT ROWID;
CREATE INDEX compliment_message ON compliment (message_id);
CREATE TRIGGER derive_message_added AFTER INSERT ON message WHEN ${KEPT} BEGIN
  ${note('SELECT NEW.id AS id', 14)} ${noteAccount('SELECT NEW.account_id AS id')} END;
CREATE TRIGGER derive_message_changed AFTER UPDATE OF ${SHAPES.join(', ')} ON message WHEN ${KEPT} AND (${differs(...SHAPES)}) BEGIN
  ${note('SELECT NEW.id AS id UNION SELECT OLD.parent_id UNION SELECT OLD.root_id', 14)} ${noteAccount('SELECT NEW.account_id AS id UNION SELECT OLD.account_id')} END;
CREATE TRIGGER derive_message_worded AFTER UPDATE OF ${WORDS.join(', ')} ON message WHEN ${KEPT} AND (${differs(...WORDS)}) BEGIN ${note('SELECT NEW.id AS id', 17)} END;
CREATE TRIGGER derive_message_linked AFTER UPDATE OF parent_id ON message WHEN ${KEPT} AND OLD.parent_id IS NULL AND NEW.parent_id IS NOT NULL BEGIN ${note('SELECT NEW.id AS id', 44)} END;
CREATE TRIGGER derive_message_moved AFTER UPDATE OF ${[...PLACES, 'parent_id'].join(', ')} ON message WHEN ${differs(...PLACES)} OR (OLD.parent_id IS NOT NULL AND OLD.parent_id IS NOT NEW.parent_id) BEGIN
  DELETE FROM derive_stamp WHERE part <> 'templates' AND NEW.id <= last_id; END;
CREATE TRIGGER derive_sighting_added AFTER INSERT ON sighting WHEN NEW.record = 'message' BEGIN
  DELETE FROM derive_stamp WHERE part IN ('requests', 'promises') AND NEW.record_id <= last_id; END;
CREATE TRIGGER derive_reading_added AFTER INSERT ON reading WHEN ${KEPT} BEGIN ${note('SELECT NEW.message_id AS id', 15)} END;
CREATE TRIGGER derive_reading_changed AFTER UPDATE OF ${READS.join(', ')} ON reading WHEN ${KEPT} AND (${differs(...READS)}) BEGIN ${note('SELECT NEW.message_id AS id', 14)} END;
CREATE TRIGGER derive_mention_added AFTER INSERT ON mention WHEN ${KEPT} BEGIN ${note('SELECT NEW.message_id AS id', 14)} END;
CREATE TRIGGER derive_mention_changed AFTER UPDATE OF account_id, leading, message_id ON mention WHEN ${KEPT} AND (${differs('account_id', 'leading', 'message_id')}) BEGIN
  ${note('SELECT NEW.message_id AS id UNION SELECT OLD.message_id', 14)} ${noteAccount('SELECT OLD.account_id AS id')} END;
CREATE TRIGGER derive_reaction_added AFTER INSERT ON reaction WHEN NEW.kind IN ('follow', 'save') AND ${KEPT} BEGIN ${noteAccount('SELECT NEW.account_id AS id')} END;
CREATE TRIGGER derive_reaction_changed AFTER UPDATE OF message_id, container_id, account_id, kind, count, created_at_ms, precision ON reaction WHEN ${KEPT} AND (${differs('message_id', 'container_id', 'account_id', 'kind', 'count', 'created_at_ms', 'precision')}) BEGIN
  ${noteAccount('SELECT NEW.account_id AS id UNION SELECT OLD.account_id')} END;
CREATE TRIGGER derive_account_added AFTER INSERT ON account WHEN ${KEPT} BEGIN ${noteAccount('SELECT NEW.id AS id')} END;
CREATE TRIGGER derive_account_changed AFTER UPDATE OF native_id, handle, name, profile, source_is_brand, source_is_bot ON account WHEN ${KEPT} AND (${differs('native_id', 'handle', 'name', 'profile', 'source_is_brand', 'source_is_bot')}) BEGIN
  ${noteAccount('SELECT NEW.id AS id')} DELETE FROM derive_stamp WHERE part IN ('requests', 'promises') AND EXISTS (SELECT 1 FROM inferred_parent) AND (${differs('handle', 'name')}); END;
-- whose place it is, and what it is called, shapes what is found of everybody
CREATE TRIGGER derive_place_changed AFTER UPDATE OF brand_id, name, kind ON container WHEN ${differs('brand_id', 'name', 'kind')} BEGIN DELETE FROM derive_stamp WHERE part <> 'templates' AND (part = 'roles' OR OLD.brand_id IS NOT NEW.brand_id); END;
`;
