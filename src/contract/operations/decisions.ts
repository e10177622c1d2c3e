import { z } from 'zod';
import { DECISION_SECTIONS } from '../../domain/model/decision-section.ts';
import { fileHandleSchema } from './project.ts';
import { pageShape } from '../selection.ts';

const count = z.number().int();
const section = z.enum(DECISION_SECTIONS);
const part = z.union([z.string(), z.number(), z.boolean()]).nullable();
const side = z.enum(['mine', 'theirs']);

/** Decisions by hand and what people wrote down, handed from one copy of a project to another in a small file. */
export const decisionOperations = {
  /** Everything decided by hand, named by content: no message, no number of a row. Kept sentences and what people wrote themselves are in it. */
  'decisions.export': { kind: 'read', input: z.strictObject({}), output: z.object({ fileName: z.string(), text: z.string(), decisions: count }) },
  /** What a file would bring, beside what stands here; nothing is changed. Conflicts come a page at a time. */
  'decisions.preview': {
    kind: 'read',
    input: z.strictObject({ file: fileHandleSchema, ...pageShape }),
    output: z.object({
      from: z.string(), madeAtMs: count,
      /** `absent`: about messages, accounts or tribes that are not in this project. */
      sections: z.array(z.object({ section, total: count, new: count, same: count, conflicts: count, absent: count })),
      total: count,
      conflicts: z.array(z.object({
        key: z.string(), section, subject: z.string(), messageId: count.nullable(),
        /** The parts in which the two differ, at most eight; `more`: how many others. */
        fields: z.array(z.object({ field: z.string(), mine: part, theirs: part })), more: count,
      })),
    }),
  },
  /** Takes in what is new, and of what conflicts the side that is named; the others keep `others`. One change, undoable. */
  'decisions.import': {
    kind: 'command',
    input: z.strictObject({ file: fileHandleSchema, others: side.default('mine'), choices: z.array(z.strictObject({ key: z.string().max(5000), side })).max(50_000).default([]) }),
    /** `refused`: decisions on accounts that cannot stand beside those of this copy. */
    output: z.object({ taken: count, kept: count, same: count, absent: count, refused: count, dataVersion: count }),
  },
} as const;
