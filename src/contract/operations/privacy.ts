import { z } from 'zod';
import { ERASED_KINDS, ERASE_WORDS, SHEET_FIELDS } from '../../domain/model/erased-kind.ts';
import { projectSummarySchema } from './project.ts';

const count = z.number().int();
const word = z.enum(ERASE_WORDS);
const text = z.string().trim().min(1).max(500);
const counts = z.array(z.object({ kind: z.enum(ERASED_KINDS), count }));
const backup = z.object({ name: z.string(), bytes: count, atMs: count });

/** What stays of an erasure: when, how many of what, and nothing of whom. */
export const erasureReceiptSchema = z.object({
  /** Place in the order of erasures, from 1. */
  number: count,
  /** A person, or an import past its date. */
  kind: z.enum(['person', 'import']),
  atMs: count,
  counts,
  /** A look at every byte of the project's files afterwards: texts looked for, those that others say as well, those left without a reason. */
  check: z.object({ looked: count, ofOthers: count, left: count, logCut: z.boolean() }),
  /** Copies beside the project that held the person: deleted, or kept and to be deleted by hand. */
  backups: z.array(z.object({ name: z.string(), state: z.enum(['deleted', 'kept']) })),
});

/** Lines of the data sheet; empty where nothing was written. */
export const dataSheetSchema = z.object(Object.fromEntries(SHEET_FIELDS.map((field) => [field, z.string().max(1000)])) as Record<(typeof SHEET_FIELDS)[number], z.ZodString>);

/** Erasing persons, keeping them out, how long imports are kept, and what a project says of its data. */
export const privacyOperations = {
  /** Accounts that bear a handle, a name or an id. */
  'privacy.find': {
    kind: 'read',
    input: z.strictObject({ text }),
    output: z.object({ accounts: z.array(z.object({ accountId: count, network: z.string(), name: z.string(), messages: count })) }),
  },
  /** What erasing a person would remove; changes nothing. */
  'privacy.rehearse': {
    kind: 'job',
    input: z.strictObject({ jobId: z.string().optional(), accountId: count }),
    output: z.object({ accounts: z.array(z.object({ network: z.string(), name: z.string() })), counts, backups: z.array(backup) }),
  },
  /** Erases a person for good. Cannot be undone. Copies beside the project are deleted where they are named in `deleteBackups`. */
  'privacy.erase': {
    kind: 'job',
    input: z.strictObject({ jobId: z.string().optional(), accountId: count, word, deleteBackups: z.array(z.string().max(300)).max(50).default([]) }),
    output: erasureReceiptSchema,
  },
  'privacy.state': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({
      /** Persons whom imports leave out. */
      suppressed: count,
      /** The latest first. */
      receipts: z.array(erasureReceiptSchema),
      backups: z.array(backup),
    }),
  },
  /** A receipt as a file: no identity is in it. */
  'privacy.receiptFile': {
    kind: 'read',
    input: z.strictObject({ number: count, format: z.enum(['text', 'json']), language: z.enum(['it', 'en']).default('it') }),
    output: z.object({ fileName: z.string(), text: z.string() }),
  },
  /** Takes those who bear a handle or an id off the list, so that further imports bring them; undoable. `allowed` is 0 when nobody on the list bears it. */
  'privacy.allowAgain': {
    kind: 'command',
    input: z.strictObject({ text }),
    output: z.object({ allowed: count, suppressed: count }),
  },
  'privacy.deleteBackups': {
    kind: 'command',
    input: z.strictObject({ names: z.array(z.string().max(300)).min(1).max(50), word }),
    output: z.object({ deleted: z.array(z.string()) }),
  },
  'retention.list': {
    kind: 'read',
    input: z.strictObject({}),
    /** Imports with a date until which they may be kept, the earliest date first; `isPast` by the present. */
    output: z.object({ imports: z.array(z.object({ importId: count, file: z.string(), messages: count, untilMs: count, isPast: z.boolean() })) }),
  },
  /** Until when an import may be kept; null takes the date away. Undoable. Nothing is ever removed by itself. */
  'retention.set': {
    kind: 'command',
    input: z.strictObject({ importId: count, untilMs: count.nullable() }),
    output: projectSummarySchema,
  },
  /** Removes an import for good, with the decisions about what only it held. Cannot be undone. */
  'retention.remove': {
    kind: 'job',
    input: z.strictObject({ jobId: z.string().optional(), importId: count, word, deleteBackups: z.array(z.string().max(300)).max(50).default([]) }),
    output: erasureReceiptSchema,
  },
  'sheet.get': { kind: 'read', input: z.strictObject({}), output: dataSheetSchema },
  /** Writes the data sheet; undoable. */
  'sheet.save': {
    kind: 'command',
    input: z.strictObject(Object.fromEntries(SHEET_FIELDS.map((field) => [field, z.string().trim().max(1000)])) as Record<(typeof SHEET_FIELDS)[number], z.ZodString>),
    output: dataSheetSchema,
  },
} as const;
