/** What the fourth schema adds for pieces of value: what became of them, where they go, which of them ask the same. */
export const SCHEMA_V4_LOST_SQL = `
-- derived: pieces of value that people created, with what became of each; kind 'request' = a request that is no piece, kept for the shares of departments. leads = 1 on one row of each request
-- auto_group = what a rule found to ask the same; group_id = as it stands by hand, for questions the topic; requester_id = whom it counts for among independent requesters
-- routed and what follows: the route as it stands by hand, copied from the decisions below so that lists need not look for it
CREATE TABLE value_piece (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE, kind TEXT NOT NULL, brand_id INTEGER, account_id INTEGER, at_ms INTEGER, state TEXT NOT NULL, unseen TEXT, answered INTEGER NOT NULL, thanked INTEGER NOT NULL, reused INTEGER NOT NULL, reply_ms INTEGER, watched_ms INTEGER NOT NULL,
  probability REAL, leads INTEGER NOT NULL, author_points REAL NOT NULL DEFAULT 0, department TEXT NOT NULL, department_rule TEXT NOT NULL, department_words TEXT NOT NULL, auto_group TEXT, group_id TEXT, likeness REAL NOT NULL DEFAULT 1, requester_id INTEGER,
  routed TEXT CHECK (routed IN ('piece', 'group')), hand_department TEXT, owner TEXT, due_ms INTEGER, route_state TEXT, note TEXT, routed_ms INTEGER) STRICT;
CREATE INDEX value_piece_message ON value_piece (message_id);
CREATE INDEX value_piece_kind ON value_piece (kind, brand_id);
CREATE INDEX value_piece_group ON value_piece (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX value_piece_routed ON value_piece (routed) WHERE routed IS NOT NULL;
-- decisions: where a piece, or the group it belongs to, was sent and how far it has come; by content, wins over what is proposed
CREATE TABLE piece_route (network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, piece TEXT NOT NULL, scope TEXT NOT NULL CHECK (scope IN ('piece', 'group')), department TEXT, owner TEXT NOT NULL, due_ms INTEGER, state TEXT NOT NULL, note TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (network, kind, message, piece, scope)) STRICT, WITHOUT ROWID;
-- decisions: when a route reached each of its states, by the date a person gives
CREATE TABLE piece_route_step (network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, piece TEXT NOT NULL, scope TEXT NOT NULL, position INTEGER NOT NULL, state TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (network, kind, message, piece, scope, position)) STRICT, WITHOUT ROWID;
-- decisions: two pieces that ask the same (1), or the first of which leaves the group of the second (0); applied in the order of position
CREATE TABLE piece_pair (network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, other_network TEXT NOT NULL, other_kind TEXT NOT NULL, other_message TEXT NOT NULL, piece TEXT NOT NULL, together INTEGER NOT NULL, position INTEGER NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (network, kind, message, other_network, other_kind, other_message, piece)) STRICT, WITHOUT ROWID;
-- decisions: what a person said of a question that recurs, held by one of its messages: whether to keep it, the answer to give, or another message that answers best
CREATE TABLE question_card (network TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, kept INTEGER NOT NULL, text TEXT NOT NULL, answer_network TEXT, answer_kind TEXT, answer_message TEXT, at_ms INTEGER NOT NULL, PRIMARY KEY (network, kind, message)) STRICT, WITHOUT ROWID;
`;
