import { z } from 'zod';
import { planRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Where what work lists brought back is written down: there is one book of it. */
export const WORK_LIST_RECORD = { kind: 'work-list', id: 'answers' } as const;

const noteSchema = z.object({ answered: z.string().nullable(), by: z.string(), note: z.string() });
const bodySchema = z.object({ notes: z.record(z.string(), noteSchema) });

/** What somebody noted of one request: the ISO day it was answered, by whom, and anything else. */
export type WorkNote = z.infer<typeof noteSchema>;

/** All notes that came back, by the key of their message; none where the record cannot be read. */
export function workNotes(project: ProjectDatabase): Readonly<Record<string, WorkNote>> {
  const record = planRecord(project, WORK_LIST_RECORD);
  const parsed = record === null ? null : bodySchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? parsed.data.notes : {};
}
