import { z } from 'zod';

const count = z.number().int();
const accountIds = z.array(count).min(1).max(5000);

/** What can be done with many people at once, beside roles (`roles.decide`) and tags (`notes.tag`). Each is one change that undo takes back. */
export const peopleBulkOperations = {
  /** Puts people in a tribe of the user's own, or takes them out, by name and whatever its rule says of them. `changed`: people who came in or went; 0 changes nothing. */
  'tribes.putPeople': {
    kind: 'command',
    input: z.strictObject({ id: z.string(), accountIds, on: z.boolean() }),
    output: z.object({ id: z.string(), changed: count, size: count, dataVersion: count }),
  },
  /** Writes a text at the end of the notes of people, below what stands there; those that have it as a paragraph already stay as they are, and a note that would grow past 4,000 letters is left alone and counted in `full`. */
  'notes.addText': {
    kind: 'command',
    input: z.strictObject({ text: z.string().trim().min(1).max(1000), accountIds }),
    output: z.object({ changed: count, full: count }),
  },
} as const;
