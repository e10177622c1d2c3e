import type { ProjectDatabase } from '../../src/store/project-database.ts';

const message = (id: string): string => `(SELECT xn.code || ' ' || x.kind || ' ' || x.native_id FROM message x JOIN network xn ON xn.id = x.network_id WHERE x.id = ${id})`;
const account = (id: string): string => `(SELECT xn.code || ' ' || x.native_id FROM account x JOIN network xn ON xn.id = x.network_id WHERE x.id = ${id})`;
const container = (id: string): string => `(SELECT xn.code || ' ' || x.native_id FROM container x JOIN network xn ON xn.id = x.network_id WHERE x.id = ${id})`;
const brand = (id: string): string => `(SELECT name FROM brand WHERE id = ${id})`;
const file = (id: string): string => `(SELECT file_name FROM import WHERE id = ${id})`;
/** A thread by the first of its messages by content: which of them leads it is a matter of row numbers. */
const thread = (id: string): string => `(SELECT thread FROM temp.thread_name WHERE root_id = ${id})`;
const party = (kind: string, id: string): string => `CASE ${kind} WHEN 'account' THEN ${account(id)} WHEN 'brand' THEN ${brand(id)} WHEN 'audience' THEN ${container(id)} ELSE ${kind} END`;

const EPISODE = `${message('t.message_id')} AS message, ${brand('t.brand_id')} AS brand, ${account('t.account_id')} AS author, ${container('t.container_id')} AS container, ${thread('t.root_id')} AS thread, t.at_ms, t.precision, t.intents, t.primary_intent, t.intent_order,
  t.observation_end_ms, t.answered_at_ms, ${message('t.answer_message_id')} AS answer, t.outcome, t.waited_s, t.censored, t.inferred, t.reopened, t.clock_skewed, t.peer_first, t.peer_at_ms, t.observability, t.listed_apart, t.under_promotion, t.leads, t.local_hour, t.local_weekday, t.tribe_before`;

/** Every table that a person's figures rest on, without row numbers: rows name each other by what sources call them. */
const QUERIES: Readonly<Record<string, string>> = {
  message: `SELECT ${message('t.id')} AS key, ${container('t.container_id')} AS container, ${account('t.account_id')} AS author, t.created_at_ms, t.precision, t.text, t.parent_native_id, ${message('t.parent_id')} AS parent, t.root_native_id, ${thread('t.root_id')} AS thread, t.source_inbound, t.language_tag, t.url, t.address,
    t.rating, t.likes, t.replies, t.shares, t.views, t.saves, t.liked_by_brand, t.hidden, t.quoted_native_id FROM message t`,
  account: `SELECT ${account('t.id')} AS key, t.handle, t.name, t.followers, t.source_is_brand, t.profile, t.link, t.mail_hash, t.source_is_bot FROM account t`,
  account_role: `SELECT ${account('t.account_id')} AS account, ${brand('t.brand_id')} AS brand, t.role, t.from_ms, t.to_ms, t.origin FROM account_role t`,
  // a place that every message has left, because another file names it otherwise, is nothing a person sees
  container: `SELECT ${container('t.id')} AS key, t.name, t.kind, ${brand('t.brand_id')} AS brand FROM container t WHERE EXISTS (SELECT 1 FROM message m WHERE m.container_id = t.id) OR EXISTS (SELECT 1 FROM reaction r WHERE r.container_id = t.id)`,
  brand: 'SELECT t.name, t.is_own FROM brand t',
  mention: `SELECT ${message('t.message_id')} AS message, lower(t.handle) AS handle, t.leading, ${account('t.account_id')} AS account FROM mention t`,
  reaction: `SELECT t.target_native_id, ${message('t.message_id')} AS message, ${container('t.container_id')} AS container, ${account('t.account_id')} AS account, t.kind, t.count, t.created_at_ms, t.precision FROM reaction t`,
  coverage: `SELECT ${container('t.container_id')} AS container, ${file('t.import_id')} AS file, t.replies, t.reason, t.imported, t.declared FROM coverage t`,
  absence: `SELECT ${message('t.message_id')} AS message, ${file('t.since_import_id')} AS file, t.state FROM absence t`,
  inferred_parent: `SELECT ${message('t.message_id')} AS message, ${message('t.parent_id')} AS parent, t.confidence, t.reason FROM inferred_parent t`,
  likely_duplicate: `SELECT ${message('t.message_a')} AS a, ${message('t.message_b')} AS b, t.likeness, t.reason FROM likely_duplicate t`,
  search: `SELECT ${message('t.rowid')} AS message, t.text FROM message_search t`,
  reading: `SELECT ${message('t.message_id')} AS message, t.direction, t.text_kind, t.language, t.sentiment, t.negative, t.intents, t.primary_intent, t.acts, t.primary_act, t.probabilities, t.spans, t.promises, t.recommendation_sign, t.economic_tie, t.thanks FROM reading t`,
  request: `SELECT ${EPISODE} FROM request t`,
  compliment: `SELECT ${EPISODE} FROM compliment t`,
  request_part: `SELECT ${message('t.message_id')} AS message, ${message('q.message_id')} AS request FROM request_part t JOIN request q ON q.id = t.request_id`,
  request_unread: `SELECT ${brand('t.brand_id')} AS brand, ${message('t.message_id')} AS message FROM request_unread t`,
  booking: `SELECT t.rule, ${party('t.giver_kind', 't.giver_id')} AS giver, ${party('t.receiver_kind', 't.receiver_id')} AS receiver, t.units, round(t.points, 6) AS points, t.basis, t.at_ms, ${brand('t.brand_id')} AS brand, ${message('t.message_id')} AS message, t.span_start, t.span_end, ${message('t.pair_message_id')} AS pair FROM booking t`,
  topic: `SELECT t.id, t.kind, ${brand('t.brand_id')} AS brand, t.label, t.terms, ${message('t.best_answer_id')} AS answer, t.best_answer_reason FROM topic t`,
  topic_message: `SELECT t.topic, ${message('t.message_id')} AS message, t.likeness FROM topic_message t`,
  // codes are given as words are met, and mean nothing; which words there are and how they are written does
  term: `SELECT t.language, t.stem, CASE WHEN length(t.code) = 1 THEN t.shown END AS shown FROM term t`,
  message_term: `SELECT t.language, ${account('t.account_id')} AS account, ${message('t.message_id')} AS message, length(t.terms) AS terms FROM message_term t`,
  tribe_member: `SELECT t.tribe, ${account('t.account_id')} AS account FROM tribe_member t`,
};

/** What a project holds, table by table, each row as a text and the rows in order: two projects with the same contents say the same, whatever order their files came in. */
export function projectContents({ connection }: ProjectDatabase): Record<string, string[]> {
  connection.exec(`DROP TABLE IF EXISTS temp.thread_name; CREATE TEMP TABLE thread_name AS SELECT root_id, min(${message('m.id')}) AS thread FROM message m GROUP BY root_id; CREATE INDEX temp.thread_name_root ON thread_name (root_id);`);
  return Object.fromEntries(Object.entries(QUERIES).map(([table, sql]) => [table, (connection.prepare(sql).all() as Record<string, unknown>[]).map((row) => JSON.stringify(row)).sort()]));
}

/** Tables in which two contents differ, with the first rows that only one of them has. */
export function differences(one: Record<string, readonly string[]>, other: Record<string, readonly string[]>): Record<string, { readonly onlyFirst: string[]; readonly onlySecond: string[] }> {
  const missing = (from: readonly string[], these: readonly string[]): string[] => {
    const known = new Map<string, number>();
    for (const row of these) known.set(row, (known.get(row) ?? 0) + 1);
    return from.filter((row) => {
      const left = known.get(row) ?? 0;
      known.set(row, left - 1);
      return left <= 0;
    });
  };
  return Object.fromEntries(Object.keys(one).flatMap((table) => {
    const [onlyFirst, onlySecond] = [missing(one[table] ?? [], other[table] ?? []), missing(other[table] ?? [], one[table] ?? [])];
    return onlyFirst.length + onlySecond.length === 0 ? [] : [[table, { onlyFirst: onlyFirst.slice(0, 4), onlySecond: onlySecond.slice(0, 4) }]];
  }));
}
