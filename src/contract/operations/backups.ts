import { z } from 'zod';
import { projectSummarySchema } from './project.ts';

const count = z.number().int();
/** Of the open project, or of one of the list of recent projects, which may not open any more. */
const whose = { recentId: z.string().max(100).optional() };

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
} as const;
