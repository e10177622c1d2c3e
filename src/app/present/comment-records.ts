import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { z } from 'zod';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { printableText } from '../../present/printable-text.ts';
import { planRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { smallText } from '../check/label-file.ts';
import { deliverableSeal } from './room-source.ts';

/** Where comments that came back are written down: there is one book of them. */
export const COMMENT_RECORD = { kind: 'room-comment', id: 'book' } as const;

const MOST_BYTES = 2_000_000;
const MOST_COMMENTS = 500;
/** A book of more is no longer read at a glance; what is over it is refused, never dropped. */
const MOST_KEPT = 5000;
const ID_LETTERS = 32;

const line = (most: number): z.ZodString => z.string().max(most);
const hex = z.string().regex(/^[0-9a-f]{32}$/u);
const sentSchema = z.strictObject({
  page: line(200).min(1), figure: line(300), about: line(300), written: line(200), text: line(2000).refine((text) => printableText(text).trim() !== '', 'a comment without words'), at: z.iso.datetime(),
});
const fileSchema = z.strictObject({
  format: z.literal('tribuna-comments'), version: z.literal(1), deliverable: hex, seal: hex, report: z.strictObject({ title: line(300), day: line(10) }),
  author: line(100).refine((name) => printableText(name).trim() !== '', 'nobody said who comments'), comments: z.array(sentSchema).min(1).max(MOST_COMMENTS),
});
const keptSchema = z.object({ page: z.string(), figure: z.string(), about: z.string(), written: z.string(), text: z.string(), author: z.string(), at: z.string(), title: z.string(), day: z.string(), done: z.boolean() });
const bodySchema = z.object({ comments: z.record(z.string(), keptSchema) });

/** A comment as it is kept, by an id made of its content. */
export type KeptComment = z.infer<typeof keptSchema>;

/** All comments by id; none where the record cannot be read. */
export function keptComments(project: ProjectDatabase): Readonly<Record<string, KeptComment>> {
  const record = planRecord(project, COMMENT_RECORD);
  const parsed = record === null ? null : bodySchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? parsed.data.comments : {};
}

/** Comments as a list, the latest first. */
export function listedComments(project: ProjectDatabase): OperationValue<'comments.list'>['comments'] {
  return Object.entries(keptComments(project)).map(([id, comment]) => ({ id, ...comment })).toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.id < other.id ? -1 : 1));
}

function parsedFile(path: string): unknown {
  try {
    return JSON.parse(smallText(path).replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}

/**
 * Reads a file of comments that came back from a room of this project. Texts lose control characters and marks that turn their
 * direction, and stay texts: nothing in them is followed. Failures: `unreadable-file` for one over two megabytes or that is
 * no such file, with where it is wrong, and `invalid-input` for one of another project.
 */
export function returnedComments(project: ProjectDatabase, path: string): Outcome<ReadonlyMap<string, KeptComment>> {
  if (statSync(path).size > MOST_BYTES) return failed('unreadable-file', 'a file of comments has at most 2 MB');
  const parsed = fileSchema.safeParse(parsedFile(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return failed('unreadable-file', `this is no file of comments from a client room, or it was changed on its way${issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.').slice(0, 60)})`}`);
  }
  const { deliverable, seal, report, author, comments } = parsed.data;
  if (seal !== deliverableSeal(project, deliverable)) return failed('invalid-input', 'these comments are on a client room of another project: open that project, then read them there');
  const plain = (text: string): string => printableText(text).trim();
  return success(new Map(comments.map(({ page, figure, about, written, text, at }) => {
    const comment: KeptComment = { page: plain(page), figure: plain(figure), about: plain(about), written: plain(written), text: plain(text), author: plain(author), at, title: plain(report.title), day: plain(report.day), done: false };
    return [createHash('sha256').update(JSON.stringify([deliverable, page, figure, text, author, at])).digest('hex').slice(0, ID_LETTERS), comment];
  })));
}

/** Comments with others added; null where the book would become too long. */
export function joinedComments(kept: Readonly<Record<string, KeptComment>>, added: ReadonlyMap<string, KeptComment>): Readonly<Record<string, KeptComment>> | null {
  const all = { ...Object.fromEntries(added), ...kept };
  return Object.keys(all).length > MOST_KEPT ? null : all;
}
