import { z } from 'zod';
import { pageShape } from '../selection.ts';

/** What people need when they ask what this program is, what it is made of, or what went wrong. None of it needs a project. */
export const supportOperations = {
  /** `builtOn`: the day, null where the program runs from its sources. */
  'support.about': {
    kind: 'read', input: z.strictObject({}),
    output: z.object({ version: z.string(), builtOn: z.string().nullable(), host: z.enum(['electron', 'browser', 'terminal']), runtimes: z.array(z.object({ name: z.string(), version: z.string() })) }),
  },
  /** The packages that ship, by name. `licence`: as the package states it; null where it states none. */
  'support.licences': {
    kind: 'read', input: z.strictObject({ ...pageShape }),
    output: z.object({ total: z.number().int(), packages: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string().nullable(), hasText: z.boolean() })) }),
  },
  /** The text of one licence; null where the package carries none. */
  'support.licenceText': { kind: 'read', input: z.strictObject({ name: z.string().min(1).max(214), version: z.string().min(1).max(100) }), output: z.object({ text: z.string().nullable() }) },
  /** Versions, sizes, counts and the log as a text, never contents. `atMs`: when it is asked for, so that asking later is another question. */
  'support.diagnostics': { kind: 'read', input: z.strictObject({ atMs: z.number().int().optional() }), output: z.object({ fileName: z.string(), text: z.string() }) },
} as const;
