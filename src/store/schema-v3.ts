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

-- the random sample that the reading is checked with: drawn once, in order; weight = how many messages one stands for
CREATE TABLE check_sample (position INTEGER PRIMARY KEY, network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, language TEXT NOT NULL, stratum TEXT NOT NULL, weight REAL NOT NULL, UNIQUE (network, kind, message)) STRICT;

-- the person's own rules, a row per version of the whole set; the last one holds
CREATE TABLE dictionary (version INTEGER PRIMARY KEY, rules TEXT NOT NULL, at_ms INTEGER NOT NULL) STRICT;

-- what corrections taught, a row per version of the whole layer; the last one that is not taken back holds
CREATE TABLE reading_layer (version INTEGER PRIMARY KEY, layer TEXT NOT NULL, taken_back INTEGER NOT NULL DEFAULT 0, at_ms INTEGER NOT NULL) STRICT;

-- derived: doubt = 1 where sarcasm is likely; abstained = 1 where no intent or act is likely enough; contact = 1 where the author asks to be contacted
ALTER TABLE reading ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN abstained INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN contact INTEGER NOT NULL DEFAULT 0;
-- emotional, informative or both, for content and promotion
ALTER TABLE reading ADD COLUMN tone TEXT;

-- derived: promises of a brand's messages with what became of them; verdicts by hand are by content and win
CREATE TABLE promise (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, brand_id INTEGER REFERENCES brand(id), account_id INTEGER REFERENCES account(id), at_ms INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, due_text TEXT, due_ms INTEGER, judged_ms INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'late', 'broken', 'unverifiable')), reason TEXT NOT NULL, evidence_message_id INTEGER REFERENCES message(id) ON DELETE SET NULL, evidence_start INTEGER, evidence_end INTEGER, shown_ms INTEGER, by_hand INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX promise_message ON promise (message_id);
CREATE INDEX promise_brand ON promise (brand_id, at_ms);
CREATE INDEX promise_evidence ON promise (evidence_message_id) WHERE evidence_message_id IS NOT NULL;
CREATE TABLE promise_verdict (network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, start INTEGER NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', at_ms INTEGER NOT NULL, PRIMARY KEY (network, kind, message, start)) STRICT, WITHOUT ROWID;

-- derived: groups of messages that say the same, with an id that later imports keep
CREATE TABLE topic (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('copies', 'question')), label TEXT NOT NULL, terms TEXT NOT NULL, best_answer_id INTEGER REFERENCES message(id) ON DELETE SET NULL) STRICT, WITHOUT ROWID;
CREATE TABLE topic_message (topic TEXT NOT NULL REFERENCES topic(id) ON DELETE CASCADE, message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, likeness REAL NOT NULL, PRIMARY KEY (topic, message_id)) STRICT, WITHOUT ROWID;
CREATE INDEX topic_message_message ON topic_message (message_id);
CREATE INDEX topic_best_answer ON topic (best_answer_id) WHERE best_answer_id IS NOT NULL;
`;
