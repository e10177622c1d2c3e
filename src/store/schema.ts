/** Marks the file as a Tribuna project in SQLite's header ("TRBN" in ASCII). */
export const APPLICATION_ID = 0x5452424e;

/** Version of the schema that this program writes, stored as user_version; raised by every migration that lands. */
export const SCHEMA_VERSION = 8;

/**
 * The first schema, as one script. Ids of sources are TEXT (they exceed 2^53); times are UTC milliseconds; code sets are
 * integers packed by `codeSet`. Tables fall in three groups: records (what sources said), decisions (what a person said,
 * never touched by analysis) and derived (rebuilt from the first two at any time).
 */
export const SCHEMA_SQL = `
-- project
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE stage (name TEXT PRIMARY KEY, definition_version TEXT NOT NULL, input_version TEXT NOT NULL, finished_at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE journal (id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, command TEXT NOT NULL, label TEXT NOT NULL, forward TEXT NOT NULL, inverse TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0) STRICT;

-- records
CREATE TABLE network (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE brand (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, is_own INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE container (id INTEGER PRIMARY KEY, network_id INTEGER NOT NULL REFERENCES network(id), native_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, brand_id INTEGER REFERENCES brand(id), UNIQUE (network_id, native_id)) STRICT;
CREATE TABLE account (id INTEGER PRIMARY KEY, network_id INTEGER NOT NULL REFERENCES network(id), native_id TEXT NOT NULL, handle TEXT, name TEXT, followers INTEGER, source_is_brand INTEGER, UNIQUE (network_id, native_id)) STRICT;
CREATE INDEX account_handle ON account (handle COLLATE NOCASE);
CREATE TABLE import (id INTEGER PRIMARY KEY, file_name TEXT NOT NULL, file_hash TEXT NOT NULL, format TEXT NOT NULL, mapping TEXT NOT NULL, time_zone TEXT NOT NULL, collected_at_ms INTEGER, started_at_ms INTEGER NOT NULL, finished_at_ms INTEGER, state TEXT NOT NULL CHECK (state IN ('open', 'done', 'undone')),
  row_count INTEGER NOT NULL DEFAULT 0, message_count INTEGER NOT NULL DEFAULT 0, account_count INTEGER NOT NULL DEFAULT 0, reaction_count INTEGER NOT NULL DEFAULT 0, duplicate_count INTEGER NOT NULL DEFAULT 0, rejected_count INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE rejection (import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE, line INTEGER NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
CREATE INDEX rejection_import ON rejection (import_id, line);
-- What an import found already there. before = the values it replaced, as JSON; null when it changed nothing. Lets an import be undone whole and out of order.
CREATE TABLE sighting (import_id INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK (record IN ('message', 'account')), record_id INTEGER NOT NULL, before TEXT, PRIMARY KEY (import_id, record, record_id)) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_record ON sighting (record, record_id);
-- What an undone import had brought, compressed, so that redo needs no file.
CREATE TABLE undone_part (import_id INTEGER NOT NULL REFERENCES import(id), part INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (import_id, part)) STRICT;
CREATE TABLE message (
  id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import(id), network_id INTEGER NOT NULL REFERENCES network(id), native_id TEXT NOT NULL, kind TEXT NOT NULL,
  container_id INTEGER REFERENCES container(id), account_id INTEGER REFERENCES account(id), created_at_ms INTEGER, precision TEXT NOT NULL, text TEXT,
  parent_native_id TEXT, parent_id INTEGER, root_native_id TEXT, root_id INTEGER, source_inbound INTEGER, language_tag TEXT, url TEXT,
  rating REAL, likes INTEGER, replies INTEGER, shares INTEGER, views INTEGER, liked_by_brand INTEGER, line INTEGER NOT NULL,
  UNIQUE (network_id, native_id, kind)) STRICT;
CREATE INDEX message_import ON message (import_id);
CREATE INDEX message_time ON message (created_at_ms);
CREATE INDEX message_account ON message (account_id, created_at_ms);
CREATE INDEX message_container ON message (container_id, created_at_ms);
CREATE INDEX message_parent ON message (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX message_root ON message (root_id);
-- A handle written in a text; leading = stands before any other word.
CREATE TABLE mention (message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, handle TEXT NOT NULL COLLATE NOCASE, leading INTEGER NOT NULL, account_id INTEGER REFERENCES account(id)) STRICT;
CREATE INDEX mention_message ON mention (message_id);
CREATE INDEX mention_handle ON mention (handle);
CREATE TABLE reaction (id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import(id), network_id INTEGER NOT NULL, message_id INTEGER REFERENCES message(id), account_id INTEGER REFERENCES account(id), kind TEXT NOT NULL, count INTEGER NOT NULL DEFAULT 1, created_at_ms INTEGER) STRICT;
CREATE TABLE coverage (container_id INTEGER NOT NULL REFERENCES container(id), import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE, replies TEXT NOT NULL, reason TEXT NOT NULL, imported INTEGER NOT NULL, declared INTEGER, PRIMARY KEY (container_id, import_id)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE message_search USING fts5(text, content='message', content_rowid='id', tokenize="unicode61 remove_diacritics 2");

-- decisions: by hand or by the caller's arguments; dated, never overwritten by analysis
CREATE TABLE account_role (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account(id), brand_id INTEGER REFERENCES brand(id), role TEXT NOT NULL, from_ms INTEGER, to_ms INTEGER, origin TEXT NOT NULL CHECK (origin IN ('source', 'rule', 'evidence', 'argument', 'hand')), UNIQUE (account_id, brand_id, role, origin)) STRICT;
CREATE INDEX account_role_brand ON account_role (brand_id, role);
CREATE TABLE label_decision (message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, intents INTEGER, primary_intent TEXT, acts INTEGER, primary_act TEXT, sentiment TEXT, at_ms INTEGER NOT NULL) STRICT;
CREATE TABLE weight (rule TEXT PRIMARY KEY, points REAL NOT NULL) STRICT, WITHOUT ROWID;

-- derived: reading
CREATE TABLE reading (message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, direction TEXT NOT NULL, text_kind TEXT NOT NULL, language TEXT NOT NULL, sentiment TEXT, negative REAL, positive REAL,
  intents INTEGER, primary_intent TEXT, acts INTEGER, primary_act TEXT, probabilities TEXT, spans TEXT, promises TEXT, recommendation_sign INTEGER, economic_tie INTEGER NOT NULL, thanks INTEGER NOT NULL) STRICT;
CREATE INDEX reading_intent ON reading (primary_intent);

-- derived: response. One row per request of one brand; a message addressed to several brands has several rows, of which one
-- leads: the one answered first. Compliments have the same shape: they serve as a reference only.
CREATE TABLE request (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES message(id), brand_id INTEGER NOT NULL, account_id INTEGER, container_id INTEGER, network_id INTEGER NOT NULL, import_id INTEGER NOT NULL, root_id INTEGER NOT NULL,
  at_ms INTEGER, precision TEXT NOT NULL, intents INTEGER NOT NULL, primary_intent TEXT NOT NULL, intent_order TEXT NOT NULL, observation_end_ms INTEGER NOT NULL, answered_at_ms INTEGER, answer_message_id INTEGER, outcome TEXT NOT NULL, waited_s REAL, censored INTEGER NOT NULL,
  inferred INTEGER NOT NULL, reopened INTEGER NOT NULL, clock_skewed INTEGER NOT NULL, peer_first INTEGER NOT NULL, peer_at_ms INTEGER, observability TEXT NOT NULL, listed_apart TEXT, under_promotion INTEGER NOT NULL,
  leads INTEGER NOT NULL DEFAULT 1, local_hour INTEGER, local_weekday INTEGER, tribe_before TEXT) STRICT;
CREATE TABLE compliment (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES message(id), brand_id INTEGER NOT NULL, account_id INTEGER, container_id INTEGER, network_id INTEGER NOT NULL, import_id INTEGER NOT NULL, root_id INTEGER NOT NULL,
  at_ms INTEGER, precision TEXT NOT NULL, intents INTEGER NOT NULL, primary_intent TEXT NOT NULL, intent_order TEXT NOT NULL, observation_end_ms INTEGER NOT NULL, answered_at_ms INTEGER, answer_message_id INTEGER, outcome TEXT NOT NULL, waited_s REAL, censored INTEGER NOT NULL,
  inferred INTEGER NOT NULL, reopened INTEGER NOT NULL, clock_skewed INTEGER NOT NULL, peer_first INTEGER NOT NULL, peer_at_ms INTEGER, observability TEXT NOT NULL, listed_apart TEXT, under_promotion INTEGER NOT NULL,
  leads INTEGER NOT NULL DEFAULT 1, local_hour INTEGER, local_weekday INTEGER, tribe_before TEXT) STRICT;
CREATE INDEX request_message ON request (message_id);
CREATE INDEX request_brand ON request (brand_id, at_ms);
CREATE INDEX compliment_brand ON compliment (brand_id, at_ms);
CREATE TABLE request_part (message_id INTEGER NOT NULL, request_id INTEGER NOT NULL REFERENCES request(id) ON DELETE CASCADE, PRIMARY KEY (message_id, request_id)) STRICT, WITHOUT ROWID;
CREATE INDEX request_part_request ON request_part (request_id);
-- messages addressed to a brand that nobody could read
CREATE TABLE request_unread (brand_id INTEGER NOT NULL, message_id INTEGER NOT NULL, PRIMARY KEY (brand_id, message_id)) STRICT, WITHOUT ROWID;

-- derived: what the rooms ask when they open, answered by the analysis; JSON
CREATE TABLE answer (key TEXT PRIMARY KEY, version TEXT NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- derived: value ledger. A party is ('account', id), ('brand', id), ('commons', 0) or ('audience', container id).
CREATE TABLE booking (id INTEGER PRIMARY KEY, rule TEXT NOT NULL, rule_version INTEGER NOT NULL, giver_kind TEXT NOT NULL, giver_id INTEGER NOT NULL, receiver_kind TEXT NOT NULL, receiver_id INTEGER NOT NULL, units REAL NOT NULL, points REAL NOT NULL, basis TEXT NOT NULL CHECK (basis IN ('observed', 'received', 'estimated')), at_ms INTEGER, brand_id INTEGER, message_id INTEGER NOT NULL, span_start INTEGER, span_end INTEGER, pair_message_id INTEGER) STRICT;
CREATE INDEX booking_giver ON booking (giver_kind, giver_id);
CREATE INDEX booking_receiver ON booking (receiver_kind, receiver_id);
CREATE INDEX booking_message ON booking (message_id);
-- derived: balance per account with the project's weights, over the whole period
CREATE TABLE account_balance (account_id INTEGER PRIMARY KEY REFERENCES account(id), bookings INTEGER NOT NULL, created REAL NOT NULL, observed REAL NOT NULL, received REAL NOT NULL, estimated REAL NOT NULL, created_unpaired REAL NOT NULL, consumed_unpaired REAL NOT NULL, log2_balance REAL, low REAL, high REAL, zone TEXT, zone_share REAL) STRICT;
CREATE TABLE tribe_member (tribe TEXT NOT NULL, account_id INTEGER NOT NULL REFERENCES account(id), PRIMARY KEY (tribe, account_id)) STRICT, WITHOUT ROWID;
CREATE INDEX tribe_member_account ON tribe_member (account_id);
CREATE TABLE tribe (id TEXT PRIMARY KEY, lens TEXT NOT NULL, name TEXT NOT NULL, result TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
