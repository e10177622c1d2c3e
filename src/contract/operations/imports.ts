import { z } from 'zod';
import { FILE_WARNINGS } from '../../domain/model/file-warning.ts';
import { REJECTION_CODES } from '../../domain/model/record.ts';
import { MESSAGE_KINDS, REPLY_COVERAGES, TIME_PRECISIONS } from '../../domain/model/codes.ts';
import { pageShape } from '../selection.ts';
import { fileHandleSchema, projectSummarySchema } from './project.ts';

/** What a column can become. `responseText`/`responseAt` hold an owner's reply written in the same row as what it answers. */
export const MAPPING_FIELDS = [
  'id', 'parentId', 'rootId', 'kind', 'author', 'authorId', 'text', 'createdAt', 'container', 'likes', 'replies', 'shares',
  'views', 'rating', 'language', 'url', 'inbound', 'network', 'likedByBrand', 'responseText', 'responseAt', 'company',
] as const;

/** A reusable way of reading a table: which column is what, and how its times are written. */
export const mappingSchema = z.strictObject({
  columns: z.record(z.string(), z.enum(MAPPING_FIELDS)),
  delimiter: z.string().length(1).optional(),
  encoding: z.string().optional(),
  /** 0-based index of the header among the file's rows. */
  headerRow: z.number().int().min(0).optional(),
  dateOrder: z.enum(['iso', 'day-first', 'month-first', 'year-first', 'epoch-seconds', 'epoch-milliseconds', 'twitter', 'relative']).optional(),
  network: z.string().optional(),
  /** Container given to every row when no column names one. */
  container: z.strictObject({ name: z.string(), kind: z.enum(['page', 'profile', 'channel', 'subreddit', 'listing', 'help-desk', 'unknown']) }).optional(),
  kind: z.enum(['post', 'comment', 'reply', 'review', 'ticket', 'message']).optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** How one file is to be read; what is left out is worked out from the file. */
export const importOptionsShape = {
  format: z.string().optional(),
  mapping: mappingSchema.optional(),
  /** IANA zone for times written without one. */
  timeZone: z.string().optional(),
  /** When the data were collected (UTC ms): the end of observation for open requests. */
  collectedAtMs: z.number().int().optional(),
};

const importFilesShape = {
  files: z.array(z.strictObject({ file: fileHandleSchema, ...importOptionsShape })).min(1),
  /** For the files of a folder: those that hold nothing readable are left out and listed, where otherwise one fails them all. */
  skipUnreadable: z.boolean().optional(),
} as const;

/** NAME, or NAME=account,account on the command line. */
export const namedBrandSchema = z.strictObject({ name: z.string().min(1), accounts: z.array(z.string()).optional(), containers: z.array(z.string()).optional() });

/** What a file turns out to be before anything is stored. */
export const previewSchema = z.object({
  fileName: z.string(),
  bytes: z.number(),
  format: z.string().nullable(),
  /** The format's own name, for people. */
  formatName: z.string().nullable(),
  confidence: z.number(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  headerRow: z.number().int(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()), field: z.enum(MAPPING_FIELDS).nullable() })),
  rows: z.array(z.array(z.string())),
  mapping: mappingSchema,
  dates: z.object({ order: z.string(), /** Both day-first and month-first fit every value seen: a person must choose. */ ambiguous: z.boolean(), zoneNeeded: z.boolean(), /** The same three times under each order that reads most of the column, to choose by looking. */ readings: z.array(z.object({ order: z.string(), readAsMs: z.array(z.number().nullable()) })), examples: z.array(z.object({ written: z.string(), readAsMs: z.number().nullable() })) }),
  collectedAtMs: z.number().nullable(),
  brandCandidates: z.array(z.string()),
  /** What the first rows become, in any format: the first records as they will be stored. */
  records: z.array(z.object({ kind: z.enum(MESSAGE_KINDS), author: z.string().nullable(), atMs: z.number().nullable(), precision: z.enum(TIME_PRECISIONS), text: z.string().nullable(), isReply: z.boolean(), container: z.string().nullable(), network: z.string() })),
  /** Parts of an archive (one for a plain file) and those that are not read, with the reason. */
  parts: z.array(z.object({ name: z.string(), format: z.string(), formatName: z.string().nullable(), confidence: z.number(), bytes: z.number() })),
  unread: z.array(z.object({ name: z.string(), reason: z.string() })),
  /** Holds conversations that their writers take for private: a person says on what basis they are read. */
  isPrivate: z.boolean(),
  /** A mapping kept earlier for files with these columns; a person takes it up or not. */
  template: z.object({ id: z.string(), name: z.string(), isExact: z.boolean(), mapping: mappingSchema }).nullable(),
  /** False when the format knows its own fields: nothing is to be mapped. */
  isTable: z.boolean(),
  /** `count` of ids, texts, rows, characters or columns; `names` of the encoding or the columns, the first few. `message` is English, for the terminal: the window has words of its own. */
  warnings: z.array(z.object({ code: z.enum(FILE_WARNINGS), message: z.string(), count: z.number().int().nullable(), names: z.array(z.string()) })),
  missing: z.array(z.enum(MAPPING_FIELDS)),
});

/** What came in, file by file, with the rows that did not and why. */
export const importReportSchema = z.object({
  /** Files of a folder that were left out because nothing in them could be read. */
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
  imports: z.array(z.object({
    importId: z.number().int(),
    file: z.string(),
    format: z.string(),
    rows: z.number().int(),
    messages: z.number().int(),
    accounts: z.number().int(),
    reactions: z.number().int(),
    duplicates: z.number().int(),
    rejected: z.number().int(),
    /** Messages and reactions of erased persons that were left out; absent when there were none. */
    suppressed: z.number().int().optional(),
    reasons: z.array(z.object({ code: z.enum(REJECTION_CODES), count: z.number().int(), firstRow: z.number().int() })),
    /** Parts that could not be read to their end, with the reason. */
    unreadable: z.array(z.object({ name: z.string(), reason: z.string() })),
    coverage: z.array(z.object({ container: z.string(), brand: z.string().nullable(), replies: z.enum(REPLY_COVERAGES), imported: z.number().int(), declared: z.number().int().nullable(), reason: z.string() })),
    seconds: z.number(),
  })),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** What an import would bring, counted from end to end without storing anything. */
export const importCheckSchema = z.object({
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
  files: z.array(z.object({
    file: z.string(), formats: z.array(z.string()), parts: z.number().int(), unread: z.array(z.object({ name: z.string(), reason: z.string() })),
    rows: z.number().int(), messages: z.number().int(), reactions: z.number().int(), rejected: z.number().int(),
    /** Of the messages, those the project holds already; copies are further rows of the same message or reaction in these files. */
    known: z.number().int(), copies: z.number().int(), copiesCounted: z.boolean(),
    withoutTime: z.number().int(), withoutAuthor: z.number().int(), replies: z.number().int(), firstAtMs: z.number().nullable(), lastAtMs: z.number().nullable(), networks: z.array(z.string()),
    reasons: z.array(z.object({ code: z.enum(REJECTION_CODES), count: z.number().int(), firstRow: z.number().int() })),
  })),
});
export type ImportCheck = z.infer<typeof importCheckSchema>;

/** Bringing files in, taking them out again, and what was refused. */
export const importOperations = {
  'import.preview': { kind: 'read', input: z.strictObject({ file: fileHandleSchema, ...importOptionsShape }), output: previewSchema },
  'import.run': {
    kind: 'job',
    input: z.strictObject({
      jobId: z.string().optional(),
      ...importFilesShape,
      ownBrand: namedBrandSchema.optional(),
      competitors: z.array(namedBrandSchema).optional(),
      employees: z.array(z.string()).optional(),
      partners: z.array(z.string()).optional(),
      /** How long what comes in may be kept, UTC ms. */
      retainUntilMs: z.number().int().optional(),
    }),
    output: importReportSchema,
  },
  /** What the cells of every column are, over the whole file. */
  'import.columns': {
    kind: 'job',
    input: z.strictObject({ jobId: z.string().optional(), file: fileHandleSchema, ...importOptionsShape }),
    output: z.object({ columns: z.array(z.object({ name: z.string(), filled: z.number().int(), numbers: z.number().int(), dates: z.number().int(), ids: z.number().int(), texts: z.number().int(), distinctUpTo: z.number().int() })), distinctLimit: z.number().int() }),
  },
  'import.check': {
    kind: 'job',
    input: z.strictObject({ jobId: z.string().optional(), ...importFilesShape }),
    output: importCheckSchema,
  },
  'import.list': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({
      imports: z.array(z.object({
        importId: z.number().int(), file: z.string(), format: z.string(), finishedAtMs: z.number().nullable(), collectedAtMs: z.number().nullable(),
        rows: z.number().int(), messages: z.number().int(), duplicates: z.number().int(), rejected: z.number().int(),
        reasons: z.array(z.object({ code: z.enum(REJECTION_CODES), count: z.number().int(), firstRow: z.number().int() })),
        undone: z.boolean(),
      })),
    }),
  },
  'import.rejections': { kind: 'read', input: z.strictObject({ importId: z.number().int(), ...pageShape }), output: z.object({ total: z.number().int(), rows: z.array(z.object({ line: z.number().int(), code: z.enum(REJECTION_CODES), detail: z.string(), part: z.string().nullable(), raw: z.string().nullable() })) }) },
  'import.undo': { kind: 'command', input: z.strictObject({ importId: z.number().int() }), output: projectSummarySchema },
  'formats.list': { kind: 'read', input: z.strictObject({}), output: z.object({ formats: z.array(z.object({ id: z.string(), name: z.string(), description: z.string() })) }) },
} as const;
