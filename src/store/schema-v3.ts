/**
 * The third schema, as the step from the second: what a person says of messages is kept by content, so that it survives
 * undo and import again; a random sample to check the reading with; rules and a layer of the project's own over the
 * reader; doubts, abstentions and requests for contact beside each reading; promises followed; topics that keep their ids.
 */
export const SCHEMA_V3_SQL = `
-- decisions: labels by hand, by content; origin = how the message came to be labelled
CREATE TABLE label_verdict (network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, intents INTEGER, primary_intent TEXT, acts INTEGER, primary_act TEXT, sentiment TEXT, origin TEXT NOT NULL DEFAULT 'correction' CHECK (origin IN ('correction', 'sample', 'proposal', 'file')), at_ms INTEGER NOT NULL, PRIMARY KEY (network, kind, message)) STRICT, WITHOUT ROWID;
INSERT INTO label_verdict (network, kind, message, intents, primary_intent, acts, primary_act, sentiment, origin, at_ms)
  SELECT n.code, m.kind, m.native_id, d.intents, d.primary_intent, d.acts, d.primary_act, d.sentiment, 'correction', d.at_ms FROM label_decision d JOIN message m ON m.id = d.message_id JOIN network n ON n.id = m.network_id;
DROP TABLE label_decision;

-- the random sample that the reading is checked with: drawn once, in order; weight = how many messages one stands for; skipped_ms = when a person set it aside as undecidable
CREATE TABLE check_sample (position INTEGER PRIMARY KEY, network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, language TEXT NOT NULL, stratum TEXT NOT NULL, weight REAL NOT NULL, skipped_ms INTEGER, UNIQUE (network, kind, message)) STRICT;

-- the person's own rules, a row per version of the whole set; the last one holds; fingerprint = what of them shapes readings, empty without rules
CREATE TABLE dictionary (version INTEGER PRIMARY KEY, rules TEXT NOT NULL, fingerprint TEXT NOT NULL, at_ms INTEGER NOT NULL) STRICT;

-- what corrections taught, a row per version of the whole layer; the last one that is not taken back holds; card = what it rests on and what it changes
CREATE TABLE reading_layer (version INTEGER PRIMARY KEY, layer TEXT NOT NULL, card TEXT NOT NULL, taken_back INTEGER NOT NULL DEFAULT 0, at_ms INTEGER NOT NULL) STRICT;

-- derived: doubt = 1 where sarcasm is likely; abstained = 1 where no intent or act is likely enough; contact = 1 where the author asks to be contacted
ALTER TABLE reading ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN abstained INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN contact INTEGER NOT NULL DEFAULT 0;
-- probability of the likeliest intent or act, before abstaining
ALTER TABLE reading ADD COLUMN surest REAL;
-- emotional, informative or both, for content and promotion
ALTER TABLE reading ADD COLUMN tone TEXT;

-- derived: promises of a brand's messages with what became of them; account_id = the person it was made to
CREATE TABLE promise (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, brand_id INTEGER REFERENCES brand(id), account_id INTEGER REFERENCES account(id), at_ms INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, due_text TEXT, due_ms INTEGER, judged_ms INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'late', 'broken', 'unverifiable')), reason TEXT NOT NULL, evidence_message_id INTEGER REFERENCES message(id) ON DELETE SET NULL, evidence_start INTEGER, evidence_end INTEGER, shown_ms INTEGER) STRICT;
CREATE INDEX promise_message ON promise (message_id);
CREATE INDEX promise_brand ON promise (brand_id, at_ms);
CREATE INDEX promise_evidence ON promise (evidence_message_id) WHERE evidence_message_id IS NOT NULL;
-- decisions: verdicts by hand, by content; they hold for the promise that shares words with start to end, and win over what is derived
CREATE TABLE promise_verdict (network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', at_ms INTEGER NOT NULL, PRIMARY KEY (network, kind, message, start)) STRICT, WITHOUT ROWID;

-- derived: groups of messages that say the same, with an id that later imports keep
-- brand_id = whose questions they are, null for copies; terms = content words of the message in the middle, as JSON
CREATE TABLE topic (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('copies', 'question')), brand_id INTEGER REFERENCES brand(id) ON DELETE CASCADE, label TEXT NOT NULL, terms TEXT NOT NULL, best_answer_id INTEGER REFERENCES message(id) ON DELETE SET NULL, best_answer_reason TEXT CHECK (best_answer_reason IN ('thanked', 'repeated', 'latest'))) STRICT, WITHOUT ROWID;
CREATE TABLE topic_message (topic TEXT NOT NULL REFERENCES topic(id) ON DELETE CASCADE, message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, likeness REAL NOT NULL, PRIMARY KEY (topic, message_id)) STRICT, WITHOUT ROWID;
CREATE INDEX topic_message_message ON topic_message (message_id);
CREATE INDEX topic_best_answer ON topic (best_answer_id) WHERE best_answer_id IS NOT NULL;
CREATE INDEX topic_brand ON topic (brand_id) WHERE brand_id IS NOT NULL;

-- derived: terms of what people write. In term a code is one character for a stem, two for two words that are one term; in message_term they stand in order, with a blank where two are not in a row
CREATE TABLE term (language TEXT NOT NULL, code TEXT NOT NULL, stem TEXT NOT NULL, shown TEXT NOT NULL, PRIMARY KEY (language, code)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX term_stem ON term (language, stem);
CREATE TABLE message_term (language TEXT NOT NULL, account_id INTEGER NOT NULL, message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, terms TEXT NOT NULL, PRIMARY KEY (language, account_id, message_id)) STRICT, WITHOUT ROWID;
CREATE INDEX message_term_message ON message_term (message_id);

-- imports
-- What an import says of a record that another import brought. stated = its values as JSON where they differ from what the record's own import says, null where it says the same; rereads = 1 while the import is open, where what is read of the message changed with it.
ALTER TABLE sighting RENAME TO sighting_v2;
CREATE TABLE sighting (import_id INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK (record IN ('message', 'account', 'container')), record_id INTEGER NOT NULL, stated TEXT, said TEXT, declared INTEGER, rereads INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (import_id, record, record_id)) STRICT, WITHOUT ROWID;
-- What the import that brought a record says of it, as JSON, where the record became something else by what other imports say.
CREATE TABLE own_statement (record TEXT NOT NULL CHECK (record IN ('message', 'account', 'container')), record_id INTEGER NOT NULL, stated TEXT NOT NULL, PRIMARY KEY (record, record_id)) STRICT, WITHOUT ROWID;
-- the import that brought it; null in what files of earlier versions hold, and where a decision outlives the import
ALTER TABLE account ADD COLUMN import_id INTEGER REFERENCES import(id);
ALTER TABLE container ADD COLUMN import_id INTEGER REFERENCES import(id);
-- A reaction that a further import holds, with the time it says; without a precision it says what the reaction's own import says. The own import has a row where an earlier time replaced its own. Undo reads all of it once: there may be many millions.
CREATE TABLE reaction_sighting (reaction_id INTEGER NOT NULL REFERENCES reaction(id) ON DELETE CASCADE, import_id INTEGER NOT NULL REFERENCES import(id), created_at_ms INTEGER, precision TEXT, PRIMARY KEY (reaction_id, import_id)) STRICT, WITHOUT ROWID;
-- before the first replacement a record was what its own import says; after each, what the import that made it says is not known better than by what came out
INSERT INTO own_statement (record, record_id, stated) SELECT record, record_id, before FROM (SELECT record, record_id, before, row_number() OVER (PARTITION BY record, record_id ORDER BY import_id) AS place FROM sighting_v2 WHERE before IS NOT NULL)
  WHERE place = 1 AND CASE record WHEN 'message' THEN EXISTS (SELECT 1 FROM message m WHERE m.id = record_id AND NOT (m.text IS NULL AND EXISTS (SELECT 1 FROM dropped_text d WHERE d.message_id = m.id))) ELSE EXISTS (SELECT 1 FROM account a WHERE a.id = record_id) END;
-- of a message the mentions in its text, as a JSON text of pairs of handle and place
UPDATE own_statement SET stated = json_set(stated, '$.mentions', COALESCE((SELECT s.before ->> '$.mentions' FROM sighting_v2 s WHERE s.record = 'message' AND s.record_id = own_statement.record_id AND s.before ->> '$.mentions' IS NOT NULL ORDER BY s.import_id LIMIT 1),
  (SELECT json_group_array(json_array(handle, leading)) FROM (SELECT handle, leading FROM mention WHERE message_id = own_statement.record_id ORDER BY rowid)))) WHERE record = 'message';
INSERT INTO sighting (import_id, record, record_id, stated, said, declared)
  SELECT s.import_id, s.record, s.record_id, CASE WHEN o.stated IS NOT NULL AND s.before IS NOT NULL THEN (SELECT CASE WHEN count(*) > 0 THEN json_group_object(a.key, CASE a.key WHEN 'mentions' THEN a.value || '' ELSE a.value END) END FROM json_each(COALESCE(
      (SELECT n.before FROM sighting_v2 n WHERE n.record = s.record AND n.record_id = s.record_id AND n.import_id > s.import_id AND n.before IS NOT NULL ORDER BY n.import_id LIMIT 1),
      CASE s.record WHEN 'message' THEN (SELECT json_object('container_id', CASE WHEN m.placed_by_root IS NULL THEN m.container_id END, 'account_id', COALESCE(m.source_account_id, m.account_id), 'created_at_ms', m.created_at_ms, 'precision', m.precision, 'text', m.text, 'parent_native_id', m.parent_native_id, 'root_native_id', m.root_native_id,
          'source_inbound', m.source_inbound, 'language_tag', m.language_tag, 'url', m.url, 'rating', m.rating, 'likes', m.likes, 'replies', m.replies, 'shares', m.shares, 'views', m.views, 'liked_by_brand', m.liked_by_brand, 'saves', m.saves, 'hidden', m.hidden, 'quoted_native_id', m.quoted_native_id, 'address', m.address, 'guessed_container_id', m.guessed_container_id,
          'mentions', (SELECT json_group_array(json_array(handle, leading)) FROM (SELECT handle, leading FROM mention WHERE message_id = m.id ORDER BY rowid))) FROM message m WHERE m.id = s.record_id)
        ELSE (SELECT json_object('handle', a.handle, 'name', a.name, 'followers', a.followers, 'source_is_brand', a.source_is_brand, 'profile', a.profile, 'link', a.link, 'mail_hash', a.mail_hash, 'source_is_bot', a.source_is_bot) FROM account a WHERE a.id = s.record_id) END, '{}')) a
    WHERE a.value IS NOT (o.stated ->> ('$.' || a.key)) AND NOT (a.key = 'mentions' AND a.type = 'null')) END, s.said, s.declared
  FROM sighting_v2 s LEFT JOIN own_statement o ON o.record = s.record AND o.record_id = s.record_id;
-- a time was not rounded with the text that was dropped
UPDATE set_aside SET content = json_set(content, '$.message.created_at_ms', m.created_at_ms, '$.message.precision', m.precision), copy_before = json_set(copy_before, '$.created_at_ms', m.created_at_ms, '$.precision', m.precision)
  FROM message m JOIN dropped_text d ON d.message_id = m.id WHERE m.id = set_aside.copy_of AND m.text IS NULL;
DROP TABLE sighting_v2;
CREATE INDEX sighting_record ON sighting (record, record_id);
`;
