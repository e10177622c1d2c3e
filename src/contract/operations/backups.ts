import { z } from 'zod';
import { fileHandleSchema, projectSummarySchema } from './project.ts';

const count = z.number().int();
/** Of the open project, or of one of the list of recent projects, which may not open any more. */
const whose = { recentId: z.string().max(100).optional() };

const salvaged = z.object({ read: count, unreadableRows: count, unreadablePages: count });

/** Copies that the program makes while a project is worked on, and going back to one. */
export const backupOperations = {
  /** The latest first. `replaced`: what stood there when a copy was put in its place. Empty for a project without copies. */
  'backups.list': {
    kind: 'read', input: z.strictObject({ ...whose }),
    output: z.object({ project: z.string(), backups: z.array(z.object({ name: z.string(), atMs: count, bytes: count, replaced: z.boolean() })) }),
  },
  /** Makes a copy now and lets go of those that are no longer kept. */
  'backups.make': { kind: 'command', input: z.strictObject({}), output: z.object({ name: z.string(), atMs: count, bytes: count }) },
  /** Puts a copy in the project's place and opens it; what stood there becomes a copy. */
  'backups.restore': { kind: 'command', input: z.strictObject({ ...whose, name: z.string().min(1).max(400) }), output: projectSummarySchema },
  /**
   * Writes what can still be read of a project that does not open, chosen by its file or from the list of recent ones, into a new folder: messages
   * and accounts as CSV, decisions as JSON. The project itself is not touched. `beside`: the folder lies beside the project, otherwise where
   * new projects go. `declared`: messages that its imports counted, null when that cannot be read.
   */
  'project.salvage': {
    kind: 'command', input: z.strictObject({ ...whose, file: fileHandleSchema.optional() }),
    output: z.object({ folder: z.string(), beside: z.boolean(), messages: salvaged, accounts: salvaged, decisions: salvaged, declared: count.nullable() }),
  },
} as const;
