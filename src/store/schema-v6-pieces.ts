/** True when pieces are kept that a record may have shaped: before the first analysis nothing is noted. */
const KEPT = 'EXISTS (SELECT 1 FROM piece_stamp)';
const note = (ids: string): string => `INSERT INTO piece_message SELECT id FROM (${ids}) WHERE id IS NOT NULL AND id NOT IN (SELECT message_id FROM piece_message);`;
const READ = 'EXISTS (SELECT 1 FROM text_stamp)';
const NOTE_TEXT = 'INSERT INTO text_message SELECT id, 0 FROM (SELECT NEW.message_id AS id) WHERE id NOT IN (SELECT message_id FROM text_message);';
const differs = (...columns: readonly string[]): string => columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');

/** Columns of a request that a piece rests on; until when it is watched moves for whole places at once, and is looked over with all pieces. */
const REQUEST = ['message_id', 'brand_id', 'account_id', 'intents', 'primary_intent', 'answered_at_ms', 'outcome', 'peer_at_ms', 'observability', 'listed_apart'] as const;
/** Columns of a reading that a piece rests on beside those that the ledger notes: its own, and what a reply says of what it answers. */
const READING = ['language', 'probabilities', 'primary_intent', 'intents', 'thanks'] as const;

/**
 * What the sixth schema adds so that terms, topics, interests and pieces of value are followed up instead of made again.
 * Pieces rest on conversations, requests and bookings. Conversations that something touched come from the ledger, which
 * follows them to their ends; requests and the rest of a reading note their own changes here.
 */
export const SCHEMA_V6_PIECES_SQL = `
-- derived: what terms and prints of texts were last made from; whole = 1 when only what is noted below has changed since, 0 while they are made
CREATE TABLE text_stamp (id INTEGER PRIMARY KEY CHECK (id = 1), basis TEXT NOT NULL, whole INTEGER NOT NULL) STRICT;
-- derived: messages that were read, or wrote in another name, since; changed = 1 where the text itself is another
CREATE TABLE text_message (message_id INTEGER PRIMARY KEY, changed INTEGER NOT NULL) STRICT;
-- derived: how many messages hold each word of a language, as places of a sketch (32 bits each) and counts (16 bits each); floor = fewer are too rare for a code
CREATE TABLE word_sketch (language TEXT PRIMARY KEY, floor INTEGER NOT NULL, places BLOB NOT NULL, counts BLOB NOT NULL) STRICT, WITHOUT ROWID;
-- derived: words that have a code, with how often each is spelt how, as JSON
CREATE TABLE word_form (language TEXT NOT NULL, position INTEGER NOT NULL, stem TEXT NOT NULL, forms TEXT NOT NULL, PRIMARY KEY (language, position)) STRICT, WITHOUT ROWID;
-- derived: messages with words too rare for a code, by the word's place in the sketch
CREATE TABLE rare_word (language TEXT NOT NULL, place INTEGER NOT NULL, message_id INTEGER NOT NULL, PRIMARY KEY (language, place, message_id)) STRICT, WITHOUT ROWID;
-- the messages by which a term of two words was named, as JSON
ALTER TABLE term ADD COLUMN examples TEXT;
-- derived: prints of texts that may have copies, 1,024 messages a row: message, two numbers for the wording, one a band
CREATE TABLE text_print (stretch INTEGER PRIMARY KEY, prints BLOB NOT NULL) STRICT;
-- derived: what a message that asks is about: its content words in order, parted by blanks, and the class of its question word
CREATE TABLE question_words (message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, language TEXT NOT NULL, words TEXT NOT NULL, asks TEXT) STRICT;
CREATE TRIGGER text_reading_added AFTER INSERT ON reading WHEN ${READ} BEGIN ${NOTE_TEXT} END;
CREATE TRIGGER text_reading_changed AFTER UPDATE OF language, direction, text_kind ON reading WHEN ${READ} AND (${differs('language', 'direction', 'text_kind')}) BEGIN ${NOTE_TEXT} END;
CREATE TRIGGER text_changed AFTER UPDATE OF text, account_id ON message WHEN ${READ} AND (${differs('text', 'account_id')}) BEGIN
  UPDATE text_message SET changed = 1 WHERE message_id = NEW.id AND OLD.text IS NOT NEW.text;
  INSERT INTO text_message SELECT id, OLD.text IS NOT NEW.text FROM (SELECT NEW.id AS id) WHERE id NOT IN (SELECT message_id FROM text_message); END;
-- derived: what the pieces were last made from; whole = 1 when only what is noted below has changed since, 0 while they are made
CREATE TABLE piece_stamp (id INTEGER PRIMARY KEY CHECK (id = 1), basis TEXT NOT NULL, whole INTEGER NOT NULL) STRICT;
-- derived: messages whose pieces may rest on something that has changed since
CREATE TABLE piece_message (message_id INTEGER PRIMARY KEY) STRICT;
-- the person at the top of the conversation a piece stands in
ALTER TABLE value_piece ADD COLUMN leader_id INTEGER;
-- derived: the content words by which a message that demands something is compared with others, in order, parted by blanks
CREATE TABLE demand_words (message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, language TEXT NOT NULL, words TEXT NOT NULL) STRICT;
CREATE TRIGGER piece_message_changed AFTER UPDATE OF shares, precision ON message WHEN ${KEPT} AND (${differs('shares', 'precision')}) BEGIN ${note('SELECT NEW.id AS id UNION SELECT NEW.parent_id')} END;
CREATE TRIGGER piece_reading_added AFTER INSERT ON reading WHEN ${KEPT} BEGIN ${note('SELECT NEW.message_id AS id UNION SELECT parent_id FROM message WHERE id = NEW.message_id')} END;
CREATE TRIGGER piece_reading_changed AFTER UPDATE OF ${READING.join(', ')} ON reading WHEN ${KEPT} AND (${differs(...READING)}) BEGIN
  ${note('SELECT NEW.message_id AS id UNION SELECT parent_id FROM message WHERE id = NEW.message_id')} END;
-- who leads a conversation, and what is a reply of the brand, rests on whose side messages are: the ledger follows the conversation
CREATE TRIGGER piece_direction_changed AFTER UPDATE OF direction ON reading WHEN ${KEPT} AND OLD.direction IS NOT NEW.direction BEGIN
  INSERT INTO ledger_message SELECT NEW.message_id WHERE NEW.message_id NOT IN (SELECT message_id FROM ledger_message); END;
-- the best answer to a question that recurs is reused
CREATE TRIGGER piece_answer_chosen AFTER UPDATE OF best_answer_id ON topic WHEN ${KEPT} AND (${differs('best_answer_id')}) BEGIN ${note('SELECT NEW.best_answer_id AS id UNION SELECT OLD.best_answer_id')} END;
CREATE TRIGGER piece_answer_dropped AFTER DELETE ON topic WHEN OLD.best_answer_id IS NOT NULL AND ${KEPT} BEGIN ${note('SELECT OLD.best_answer_id AS id')} END;
CREATE TRIGGER piece_request_added AFTER INSERT ON request WHEN ${KEPT} BEGIN ${note('SELECT NEW.message_id AS id')} END;
CREATE TRIGGER piece_request_removed AFTER DELETE ON request WHEN ${KEPT} BEGIN ${note('SELECT OLD.message_id AS id')} END;
CREATE TRIGGER piece_request_changed AFTER UPDATE OF ${REQUEST.join(', ')} ON request WHEN ${KEPT} AND (${differs(...REQUEST)}) BEGIN ${note('SELECT NEW.message_id AS id UNION SELECT OLD.message_id')} END;
`;
