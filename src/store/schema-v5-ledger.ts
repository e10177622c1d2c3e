/** True when the row that fired a trigger may have been booked: nothing is noted before the first analysis. */
const BOOKED = 'EXISTS (SELECT 1 FROM ledger_stamp)';
const note = (ids: string): string => `INSERT INTO ledger_message SELECT id FROM (${ids}) WHERE id IS NOT NULL AND id NOT IN (SELECT message_id FROM ledger_message);`;
const noteAccount = (ids: string): string => `INSERT INTO ledger_account SELECT id FROM (${ids}) WHERE id IS NOT NULL AND id NOT IN (SELECT account_id FROM ledger_account);`;
const differs = (...columns: readonly string[]): string => columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');

/**
 * What the fifth schema adds so that the ledger is kept up to date instead of made again: what it was made from, and what
 * has changed since. Records note their own changes, whoever writes them; nothing is noted before there is a ledger.
 */
export const SCHEMA_V5_LEDGER_SQL = `
-- derived: what the bookings and the balances were last made from; whole = 1 when only what is noted below has changed since, 0 while they are made
CREATE TABLE ledger_stamp (part TEXT PRIMARY KEY CHECK (part IN ('bookings', 'balances')), basis TEXT NOT NULL, whole INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- derived: messages whose bookings, and accounts whose balances, may rest on something that has changed since
CREATE TABLE ledger_message (message_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE ledger_account (account_id INTEGER PRIMARY KEY) STRICT;
-- derived: requests and roles as they were booked, to be compared with those of today; parts = the messages merged into a request, as JSON
CREATE TABLE ledger_request (message_id INTEGER NOT NULL, brand_id INTEGER NOT NULL, facts TEXT NOT NULL, parts TEXT NOT NULL, PRIMARY KEY (message_id, brand_id, facts, parts)) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_role (account_id INTEGER NOT NULL, role TEXT NOT NULL, brand_id INTEGER, from_ms INTEGER, to_ms INTEGER) STRICT;
CREATE TRIGGER ledger_message_added AFTER INSERT ON message WHEN ${BOOKED} BEGIN
  ${note('SELECT NEW.id AS id')} ${noteAccount('SELECT NEW.account_id AS id')} END;
CREATE TRIGGER ledger_message_changed AFTER UPDATE OF account_id, created_at_ms, kind, container_id, text, parent_id, root_id, likes, views ON message
  WHEN ${BOOKED} AND (${differs('account_id', 'created_at_ms', 'kind', 'container_id', 'text', 'parent_id', 'root_id', 'likes', 'views')}) BEGIN
  ${note('SELECT NEW.id AS id UNION SELECT OLD.parent_id UNION SELECT OLD.root_id')} ${noteAccount('SELECT NEW.account_id AS id UNION SELECT OLD.account_id')} END;
CREATE TRIGGER ledger_reading_added AFTER INSERT ON reading WHEN ${BOOKED} BEGIN ${note('SELECT NEW.message_id AS id')} END;
CREATE TRIGGER ledger_reading_changed AFTER UPDATE OF intents, acts, text_kind, recommendation_sign, economic_tie, thanks ON reading
  WHEN ${BOOKED} AND (${differs('intents', 'acts', 'text_kind', 'recommendation_sign', 'economic_tie', 'thanks')}) BEGIN ${note('SELECT NEW.message_id AS id')} END;
CREATE TRIGGER ledger_mention_added AFTER INSERT ON mention WHEN ${BOOKED} BEGIN ${note('SELECT NEW.message_id AS id')} END;
CREATE TRIGGER ledger_mention_changed AFTER UPDATE OF account_id, leading, message_id ON mention WHEN ${BOOKED} AND (${differs('account_id', 'leading', 'message_id')}) BEGIN
  ${note('SELECT NEW.message_id AS id UNION SELECT OLD.message_id')} END;
CREATE TRIGGER ledger_reaction_added AFTER INSERT ON reaction WHEN NEW.message_id IS NOT NULL AND ${BOOKED} BEGIN ${note('SELECT NEW.message_id AS id')} END;
CREATE TRIGGER ledger_reaction_changed AFTER UPDATE OF message_id, account_id, kind, count, created_at_ms ON reaction WHEN ${BOOKED} AND (${differs('message_id', 'account_id', 'kind', 'count', 'created_at_ms')}) BEGIN
  ${note('SELECT NEW.message_id AS id UNION SELECT OLD.message_id')} END;
-- whose place it is shapes every booking of the place
CREATE TRIGGER ledger_place_changed AFTER UPDATE OF brand_id ON container WHEN OLD.brand_id IS NOT NEW.brand_id BEGIN DELETE FROM ledger_stamp; END;
`;
