import { z } from 'zod';
import { MESSAGE_KINDS, REACTION_KINDS, REPLY_COVERAGES, TIME_PRECISIONS } from '../../domain/model/codes.ts';
import { REJECTION_CODES } from '../../domain/model/record.ts';
import { pageShape } from '../selection.ts';
import { mappingSchema } from './imports.ts';

const count = z.number().int();
const share = z.number().nullable();

/** What a message met again may differ in. */
export const UPDATED_FIELDS = ['text', 'time', 'author', 'container', 'parent', 'thread', 'likes', 'replies', 'shares', 'views', 'saves', 'rating', 'likedByBrand', 'hidden', 'direction', 'language', 'address', 'quoted'] as const;

/** Warnings of an import's account; the words live in the catalogue. */
export const IMPORT_WARNINGS = ['answers-before-questions', 'replies-absent', 'replies-partly', 'missing-parents', 'inferred-links', 'vanished', 'likely-duplicates', 'rejected-rows', 'unread-parts', 'relative-times', 'collection-time-unknown', 'not-asked'] as const;

const zoneCheckSchema = z.object({
  /** Answers with exact times, how many of them stand more than five minutes before their question, and the share. */
  pairs: count, preceding: count, share,
  /** Least shift of the answers that mends nine in ten, as minutes; null when none does. */
  shiftMinutes: count.nullable(), mended: count,
});

const totalsShape = { threads: count, declaring: count, imported: count, importedOfDeclared: count, declared: count };

/** Answers of a client about one kind of source; every field may be left open. */
export const sourceAnswersSchema = z.strictObject({
  exportedAtMs: count.optional(),
  /** Handles or names of the official profiles. */
  officialProfiles: z.array(z.string().min(1).max(200)).max(200).optional(),
  moderatedBy: z.enum(['brand', 'agency', 'both', 'nobody', 'unknown']).optional(),
  /** Whether comments under ads, hidden comments, private messages and nested replies are in the files. */
  ads: z.enum(['included', 'excluded', 'none-run', 'unknown']).optional(),
  hiddenComments: z.enum(['included', 'excluded', 'none-hidden', 'unknown']).optional(),
  privateMessages: z.enum(['included', 'excluded', 'unknown']).optional(),
  nestedReplies: z.enum(['included', 'excluded', 'unknown']).optional(),
  /** All comments, or those that the platform finds most relevant. */
  order: z.enum(['all', 'most-relevant', 'unknown']).optional(),
  /** Whether the page deletes comments. */
  deletes: z.enum(['yes', 'no', 'unknown']).optional(),
  campaigns: z.array(z.strictObject({ name: z.string().max(200), fromMs: count, toMs: count })).max(200).optional(),
  closures: z.array(z.strictObject({ fromMs: count, toMs: count })).max(200).optional(),
  note: z.string().max(2000).optional(),
});
export type SourceAnswers = z.infer<typeof sourceAnswersSchema>;

/** What the printable page asks: codes with words in the catalogue. */
export const CLIENT_QUESTIONS = ['exportedAtMs', 'officialProfiles', 'moderatedBy', 'ads', 'hiddenComments', 'privateMessages', 'nestedReplies', 'order', 'deletes', 'campaigns', 'closures'] as const;

const copySchema = z.object({
  messageId: count, nativeId: z.string(), network: z.string(), kind: z.enum(MESSAGE_KINDS), container: z.string().nullable(), authorName: z.string().nullable(),
  atMs: z.number().nullable(), precision: z.enum(TIME_PRECISIONS), text: z.string().nullable(), file: z.string(), setAside: z.boolean(),
});

const rulesSchema = z.object({
  /** Whether answers and threads that no link says count. */
  includeInferred: z.boolean(),
  /** Days after which text and author of a vanished message are dropped; null keeps them. */
  vanishedKeptDays: count.nullable(),
});

/** A mapping kept under a name for files with the same columns. */
export const templateSchema = z.object({ id: z.string(), name: z.string(), headers: z.array(z.string()), mapping: mappingSchema, savedAtMs: z.number() });
export type MappingTemplate = z.infer<typeof templateSchema>;
const templateListSchema = z.object({ templates: z.array(templateSchema) });

/** The account of an import: what came, what changed, what is gone, what is doubled, what nobody can know. */
export const importAccountOperations = {
  'import.account': {
    kind: 'read',
    input: z.strictObject({ importId: count }),
    output: z.object({
      importId: count, file: z.string(), format: z.string(), undone: z.boolean(), finishedAtMs: z.number().nullable(), collectedAtMs: z.number().nullable(),
      parts: z.array(z.object({ name: z.string(), format: z.string().nullable(), rows: count, messages: count, reactions: count, rejected: count, note: z.string().nullable() })),
      /** `added` messages are new to the project, `updated` and `same` were there; `duplicates` are rows met twice, in this file or before. */
      counts: z.object({ rows: count, added: count, updated: count, same: count, duplicates: count, accounts: count, reactions: count, rejected: count }),
      /** Messages and reactions of erased persons that were left out; absent when there were none. */
      suppressed: count.optional(),
      updates: z.array(z.object({ field: z.enum(UPDATED_FIELDS), count })),
      /** Messages that were there and are not in this export any more; hidden only where the export says so. */
      absences: z.object({
        vanished: count, notReExported: count, cameBack: count, hidden: count,
        containers: z.array(z.object({ container: z.string(), vanished: count, notReExported: count })),
      }),
      reactions: z.array(z.object({ kind: z.enum(REACTION_KINDS), named: count, linked: count })),
      missingParents: count, inferred: count, likelyDuplicates: count, setAside: count,
      /** All answers together, and against each file that holds their questions (null: this import itself). */
      zones: z.object({ all: zoneCheckSchema, against: z.array(zoneCheckSchema.extend({ file: z.string().nullable() })) }),
      coverage: z.array(z.object({ container: z.string(), brand: z.string().nullable(), replies: z.enum(REPLY_COVERAGES), imported: count, declared: count.nullable(), reason: z.string() })),
      reasons: z.array(z.object({ code: z.enum(REJECTION_CODES), count, firstRow: count })),
      warnings: z.array(z.object({ code: z.enum(IMPORT_WARNINGS), count: count.nullable() })),
      answers: sourceAnswersSchema,
    }),
  },
  'import.rejectionsCsv': {
    kind: 'read',
    /** A page of refused rows as CSV; the first page carries the header. */
    input: z.strictObject({ importId: count, page: count.min(0).default(0), size: count.min(1).max(20_000).default(20_000), separator: z.enum([',', ';']).default(',') }),
    output: z.object({ fileName: z.string(), total: count, rows: count, text: z.string() }),
  },
  'coverage.detail': {
    kind: 'read',
    input: z.strictObject({ by: z.enum(['post', 'month', 'network']).default('post'), ...pageShape }),
    output: z.object({
      by: z.enum(['post', 'month', 'network']), total: count,
      totals: z.object(totalsShape),
      /** `key` is a message's number, `YYYY-MM` (or `unknown`), or a network's code. */
      rows: z.array(z.object({
        key: z.string(), ...totalsShape,
        post: z.object({ messageId: count, nativeId: z.string(), network: z.string(), container: z.string().nullable(), kind: z.enum(MESSAGE_KINDS), text: z.string().nullable(), url: z.string().nullable(), atMs: z.number().nullable() }).nullable(),
      })),
    }),
  },
  'duplicates.list': {
    kind: 'read',
    input: z.strictObject({ state: z.enum(['open', 'same', 'different']).default('open'), ...pageShape }),
    output: z.object({
      open: count, same: count, different: count,
      pairs: z.array(z.object({ a: copySchema, b: copySchema, likeness: z.number().nullable(), reason: z.string().nullable(), verdict: z.enum(['same', 'different']).nullable() })),
    }),
  },
  /** One change, undoable; null takes a decision back. Of records that are the same the most telling stays, the others are set aside. */
  'duplicates.decide': {
    kind: 'command',
    input: z.strictObject({ pairs: z.array(z.strictObject({ a: count, b: count, verdict: z.enum(['same', 'different']).nullable() })).min(1).max(5000) }),
    output: z.object({ changed: count, setAside: count, open: count, dataVersion: count }),
  },
  'import.clientQuestions': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({
      questions: z.array(z.object({ code: z.enum(CLIENT_QUESTIONS), options: z.array(z.string()), repeats: z.boolean() })),
      networks: z.array(z.object({ network: z.string(), files: z.array(z.object({ code: z.string(), format: z.string().nullable() })), boxes: z.array(z.string()) })),
    }),
  },
  /** Answers on a kind of source, and on one import where they differ. */
  'import.answers': {
    kind: 'read',
    input: z.strictObject({ importId: count.optional() }),
    output: z.object({ sources: z.array(z.object({ format: z.string(), imports: z.array(count), answers: sourceAnswersSchema })), importAnswers: sourceAnswersSchema.nullable() }),
  },
  /** Answers given once hold for all files of a format, present and to come; with `importId` for that import alone. Undoable. */
  'import.answer': {
    kind: 'command',
    input: z.strictObject({ format: z.string().min(1).max(100).optional(), importId: count.optional(), answers: sourceAnswersSchema }),
    output: z.object({ imports: z.array(count), dataVersion: count }),
  },
  'import.rules': { kind: 'read', input: z.strictObject({}), output: rulesSchema },
  /** Changes the rules of inferred links and of vanished texts; undoable, but a text that was dropped does not come back. */
  'import.setRules': { kind: 'command', input: z.strictObject({ includeInferred: z.boolean().optional(), vanishedKeptDays: count.min(0).max(3650).nullable().optional() }), output: rulesSchema },
  'templates.list': { kind: 'read', input: z.strictObject({}), output: templateListSchema },
  'templates.save': { kind: 'command', input: z.strictObject({ name: z.string().min(1).max(120), headers: z.array(z.string().max(500)).min(1).max(2000), mapping: mappingSchema }), output: templateListSchema },
  'templates.remove': { kind: 'command', input: z.strictObject({ id: z.string() }), output: templateListSchema },
  'templates.export': { kind: 'read', input: z.strictObject({ ids: z.array(z.string()).optional() }), output: z.object({ fileName: z.string(), text: z.string() }) },
  'templates.import': { kind: 'command', input: z.strictObject({ text: z.string().max(5_000_000) }), output: z.object({ added: count, replaced: count, templates: z.array(templateSchema) }) },
} as const;
