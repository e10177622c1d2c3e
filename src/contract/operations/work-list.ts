import { z } from 'zod';
import { INTENTS } from '../../domain/model/codes.ts';
import { responseRuleShape, scopeShape } from '../selection.ts';
import { fileHandleSchema } from './project.ts';

const count = z.number().int();

/** The list of requests to answer that goes to whoever runs the page, and what comes back. It holds personal data and is no part of a report. */
export const workListOperations = {
  /** Open requests with names, links and texts as a file that says until when it may be kept. */
  'present.workList': {
    kind: 'read',
    input: z.strictObject({
      ...scopeShape, ...responseRuleShape,
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      language: z.enum(['it', 'en']).default('it'),
      /** Of a CSV file; left out: that of the language's spreadsheets. */
      separator: z.enum([',', ';']).optional(),
      intent: z.enum(INTENTS).optional(),
      container: z.string().max(500).optional(),
      orderBy: z.enum(['importance', 'age', 'probability']).default('importance'),
      /** How long the file may be kept. */
      days: count.min(1).max(365).default(30),
    }),
    output: z.object({
      file: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
      rows: count, /** Open requests; the file holds five thousand at most. */ total: count,
      /** Of them those that a list brought back as answered. */
      reported: count,
      /** ISO day by which the file is to be deleted. */
      expires: z.string(),
    }),
  },
  /** Takes in what was noted in a work list: all of it or, where a row cannot be understood, nothing; undoable as one change. */
  'present.readWorkList': {
    kind: 'command',
    input: z.strictObject({ file: fileHandleSchema, dryRun: z.boolean().default(false) }),
    output: z.object({
      imported: z.boolean(), /** Rows that something was noted in. */ rows: count, changed: count, same: count,
      /** Rows of messages that are not in this project; left out. */
      unknown: count,
      /** The file should have been deleted by now. */
      expired: z.boolean(),
      errors: z.array(z.object({ row: count, code: z.enum(['no-key', 'unknown-day', 'future-day', 'twice']), detail: z.string() })), errorCount: count,
    }),
  },
} as const;
