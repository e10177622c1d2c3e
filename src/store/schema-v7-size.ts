/**
 * What a project no longer carries: indexes that cost more than the few looks into them saved, and lengths of texts in the
 * search index, which serve an order by relevance that nothing asks for.
 */
export const SCHEMA_V7_SIZE_SQL = `
DROP INDEX IF EXISTS mention_handle;
DROP INDEX IF EXISTS reading_intent;
DROP TABLE message_search;
CREATE VIRTUAL TABLE message_search USING fts5(text, content='message', content_rowid='id', columnsize=0, tokenize="unicode61 remove_diacritics 2");
INSERT INTO message_search (message_search) VALUES ('rebuild');
`;
