import { z } from 'zod';
import { ERASE_WORDS } from '../../domain/model/erased-kind.ts';

const count = z.number().int();
/** A project of the list of recent ones. */
const recentId = z.string().min(1).max(100);

/** Deleting a project with everything that the program made beside it. */
export const projectRemovalOperations = {
  /** What `project.delete` would delete. `isThere`: false where neither the file nor a copy of it can be reached; then only its line in the list goes. `copies`: of `files`, those that hold an earlier state. `bytes`: of all. */
  'project.removal': {
    kind: 'read', input: z.strictObject({ recentId }),
    output: z.object({ name: z.string(), fileName: z.string(), isThere: z.boolean(), files: count, copies: count, bytes: count }),
  },
  /** Deletes a project that is not open: its file, what SQLite left beside it, its copies, its line in the list. Cannot be undone. What was exported from it stays. */
  'project.delete': {
    kind: 'command', input: z.strictObject({ recentId, word: z.enum(ERASE_WORDS) }),
    output: z.object({ files: count, bytes: count }),
  },
} as const;
