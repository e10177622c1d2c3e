import { ACTS, codeSet } from '../domain/model/codes.ts';
import type { ReplyRuns, TemplateReplies, WrittenReply } from '../domain/response/template-replies.ts';
import type { ProjectDatabase } from './project-database.ts';

const TEMPLATE = codeSet(ACTS, ['template']);
const REPLIES = `FROM reading r JOIN message m ON m.id = r.message_id WHERE r.direction = 'outbound' AND m.text IS NOT NULL AND m.parent_native_id IS NOT NULL AND m.account_id IS NOT NULL`;

/** Replies written in a brand's name, by id: what near-duplicates are looked for in. */
export function* outboundTexts(project: ProjectDatabase): Generator<WrittenReply> {
  yield* project.connection.prepare(`SELECT m.id AS id, m.account_id AS accountId, m.text AS text ${REPLIES} ORDER BY m.id`).iterate() as IterableIterator<WrittenReply>;
}

/** Those of some messages that are replies written in a brand's name. */
export function outboundTextsOf({ connection }: ProjectDatabase, ids: readonly number[]): WrittenReply[] {
  return connection.prepare(`SELECT m.id AS id, m.account_id AS accountId, m.text AS text FROM json_each(?) wanted CROSS JOIN reading r ON r.message_id = wanted.value JOIN message m ON m.id = r.message_id ${REPLIES.slice(REPLIES.indexOf('WHERE'))} ORDER BY m.id`)
    .all(JSON.stringify(ids)) as WrittenReply[];
}

const blobOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): Buffer => Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
// a copy: what the driver hands out need not begin at a multiple of four
const numbersIn = (blobs: readonly Buffer[]): Int32Array => new Int32Array(new Uint8Array(Buffer.concat([...blobs])).buffer);

/** Adds runs of an account's replies to those that are kept. */
export function keepReplyRuns({ connection }: ProjectDatabase, accountId: number, { runs, ids }: ReplyRuns): void {
  if (runs.length > 0) connection.prepare('INSERT INTO reply_run (account_id, runs, ids) VALUES (?, ?, ?)').run(accountId, blobOf(runs), blobOf(ids));
}

/** The runs that are kept of an account's replies. */
export function keptReplyRuns({ connection }: ProjectDatabase, accountId: number): ReplyRuns {
  const rows = connection.prepare('SELECT runs, ids FROM reply_run WHERE account_id = ? ORDER BY rowid').all(accountId) as { readonly runs: Buffer; readonly ids: Buffer }[];
  return { runs: numbersIn(rows.map(({ runs }) => runs)), ids: numbersIn(rows.map(({ ids }) => ids)) };
}

/** Every reply that runs are kept of. */
export function repliesWithRuns({ connection }: ProjectDatabase): ReadonlySet<number> {
  const rows = connection.prepare('SELECT ids FROM reply_run WHERE account_id <> 0').pluck().all() as Buffer[];
  return new Set(numbersIn(rows));
}

/** How common runs were when they were first kept. */
export function keptFrequency({ connection }: ProjectDatabase): Uint8Array {
  return new Uint8Array(connection.prepare('SELECT runs FROM reply_run WHERE account_id = 0').pluck().get() as Buffer);
}

/** Makes exactly these replies templates, and keeps what further ones are compared with. */
export function replaceTemplates(project: ProjectDatabase, { templateIds, frequency, runsOf }: TemplateReplies): void {
  const { connection } = project;
  connection.transaction(() => {
    connection.exec('DELETE FROM template_reply; DELETE FROM reply_run');
    connection.prepare('INSERT INTO template_reply SELECT value FROM json_each(?)').run(JSON.stringify(templateIds));
    connection.prepare('INSERT INTO reply_run (account_id, runs, ids) VALUES (0, ?, ?)').run(blobOf(frequency), Buffer.alloc(0));
    for (const [accountId, runs] of runsOf) keepReplyRuns(project, accountId, runs);
    connection.prepare('UPDATE reading SET acts = acts & ~@bit WHERE acts & @bit AND message_id NOT IN (SELECT message_id FROM template_reply)').run({ bit: TEMPLATE });
    connection.prepare('UPDATE reading SET acts = acts | @bit WHERE acts IS NOT NULL AND NOT acts & @bit AND message_id IN (SELECT message_id FROM template_reply)').run({ bit: TEMPLATE });
  }).immediate();
}

/** Adds templates, and lays them over the readings of these and of the messages that were read again. */
export function addTemplates({ connection }: ProjectDatabase, templateIds: readonly number[], readAgain: readonly number[]): void {
  connection.prepare('INSERT OR IGNORE INTO template_reply SELECT value FROM json_each(?)').run(JSON.stringify(templateIds));
  const ids = JSON.stringify([...templateIds, ...readAgain]);
  connection.prepare('UPDATE reading SET acts = CASE WHEN message_id IN (SELECT message_id FROM template_reply) THEN acts | @bit ELSE acts & ~@bit END WHERE acts IS NOT NULL AND message_id IN (SELECT value FROM json_each(@ids))').run({ bit: TEMPLATE, ids });
}

/** Tells of a reply whether it is a template. */
export function templateReader({ connection }: ProjectDatabase): (id: number) => boolean {
  const known = connection.prepare('SELECT 1 FROM template_reply WHERE message_id = ?').pluck();
  return (id) => known.get(id) !== undefined;
}
