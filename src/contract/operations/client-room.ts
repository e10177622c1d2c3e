import { z } from 'zod';
import { scopeShape } from '../selection.ts';
import { fileHandleSchema } from './project.ts';

const count = z.number().int();
const language = z.enum(['it', 'en']).default('it');
const pageKey = z.string().min(1).max(200);

/** What can lead back from a masked quote to whoever wrote it. */
export const QUOTE_PROBLEMS = ['run', 'alike', 'found', 'mail', 'link', 'mention', 'phone', 'name', 'signature', 'empty'] as const;

const checkShape = {
  /** Empty when nothing was found that leads back; only then can it be approved. */
  problems: z.array(z.object({ kind: z.enum(QUOTE_PROBLEMS), words: z.string() })),
  /** Shared runs of letters with the source, 0 to 1, and how many are too many. */
  similarity: z.number(), most: z.number(),
};

const comment = z.object({
  id: z.string(),
  page: z.string(),
  /** What of the page it is about: `figure:waits:trouble:mean`, `chart:…`, `table:…`; empty for the page. */
  figure: z.string(), about: z.string(),
  /** The figure as it stood in the room; empty where it is about none. */
  written: z.string(),
  text: z.string(), author: z.string(), /** ISO time, as the reader's clock had it. */ at: z.string(),
  /** The room it was written in. */
  title: z.string(), day: z.string(), done: z.boolean(),
});

/** The client room: one file to be opened by a client, quotes masked by hand that may stand in it, and the comments that come back. */
export const clientRoomOperations = {
  /** Writes the client room of a report, or of a closed edition. Always safe for a client. */
  'present.room': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, language, seed: count.default(1), edition: z.string().max(64).optional() }),
    output: z.object({
      file: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
      rows: count, /** Requests of the scope that no row stands for. */ missing: count, figures: count, pages: count,
      /** Why there are no rows; null where there are. */
      withoutRows: z.enum(['changed', 'too-many', 'nobody']).nullable(),
    }),
  },
  /** Comments that came back, the latest first, with the page they stand on. */
  'comments.list': { kind: 'read', input: z.strictObject({}), output: z.object({ comments: z.array(comment) }) },
  /** Takes in a file of comments, all of it or nothing; those already here are passed over. One change, undoable. */
  'comments.read': { kind: 'command', input: z.strictObject({ file: fileHandleSchema }), output: z.object({ comments: count, added: count, same: count }) },
  /** Says that a comment is dealt with, or open again. One change, undoable. */
  'comments.mark': { kind: 'command', input: z.strictObject({ id: z.string().min(1).max(64), done: z.boolean() }), output: z.object({ changed: z.boolean() }) },
  /** Quotes of the reports in a language, with the source as it stands in the data, each checked again. Reports show those `shown`; `lost`: its source is no longer there; `leads`: its words lead back by what is in the data now. */
  'quotes.list': {
    kind: 'read', input: z.strictObject({ language }),
    output: z.object({ quotes: z.array(z.object({ id: z.string(), page: z.string(), text: z.string(), voice: z.boolean(), messageId: count.nullable(), source: z.string().nullable(), state: z.enum(['shown', 'lost', 'leads']) })) }),
  },
  /** A message as the beginning of a quote: contacts, names and numbers taken out; still to be told in other words. */
  'quotes.draft': { kind: 'read', input: z.strictObject({ messageId: count }), output: z.object({ source: z.string(), draft: z.string(), voice: z.boolean(), ...checkShape }) },
  /** What of a wording still leads back to its source, searched in the whole project. */
  'quotes.check': { kind: 'read', input: z.strictObject({ messageId: count, text: z.string().max(400) }), output: z.object(checkShape) },
  /** Lets a wording stand on a page; refused while anything leads back. One change, undoable. */
  'quotes.approve': { kind: 'command', input: z.strictObject({ messageId: count, page: pageKey, language, text: z.string().trim().min(1).max(400) }), output: z.object({ changed: z.boolean() }) },
  'quotes.remove': { kind: 'command', input: z.strictObject({ id: z.string().min(1).max(64) }), output: z.object({ removed: z.boolean() }) },
} as const;
