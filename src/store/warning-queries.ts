import type { ProjectDatabase } from './project-database.ts';

/** A question that recurs, with the messages that ask it. */
export interface AskedTopic {
  readonly id: string;
  readonly label: string;
  readonly messageIds: readonly number[];
}

/** Questions around a brand (null: around any) that at least so many messages ask, those asked most often first. */
export function askedTopics({ connection }: ProjectDatabase, { brandId, least, most }: { readonly brandId: number | null; readonly least: number; readonly most: number }): AskedTopic[] {
  const topics = connection
    .prepare(`SELECT t.id, t.label FROM topic t JOIN topic_message x ON x.topic = t.id WHERE t.kind = 'question' AND (? IS NULL OR t.brand_id = ?) GROUP BY t.id HAVING count(*) >= ? ORDER BY count(*) DESC, t.id LIMIT ?`)
    .all(brandId, brandId, least, most) as { id: string; label: string }[];
  const members = connection.prepare('SELECT message_id FROM topic_message WHERE topic = ? ORDER BY message_id').pluck();
  return topics.map(({ id, label }) => ({ id, label, messageIds: members.all(id) as number[] }));
}
