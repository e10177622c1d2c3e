import { z } from 'zod';
import { NOTE_SUBJECTS, type NoteSubject } from '../../domain/model/note-subject.ts';
import { planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Kind of a note's record; the id is what it stands on, by content: `message facebook comment 123`. */
export const NOTE_KIND = 'note';
const bodySchema = z.object({ text: z.string().default(''), tags: z.array(z.string()).default([]), inReport: z.boolean().default(false) });
/** What is written: a text, tags, and whether it stands in reports. */
export type NoteBody = z.output<typeof bodySchema>;
/** A note in which nothing is written. */
export const EMPTY_NOTE: NoteBody = { text: '', tags: [], inReport: false };

/** A note with what it stands on. */
export interface Note extends NoteBody {
  readonly kind: NoteSubject;
  readonly key: string;
  readonly changedMs: number;
}

/** The id of a note's record: its kind and what it stands on, by content. */
export const idOf = (kind: NoteSubject, key: string): string => `${kind} ${key}`;
/** A tag as it is compared: capitals do not count. */
export const folded = (tag: string): string => tag.toLocaleLowerCase();

/** Tags once each, whatever their capitals, spelled as the project spells them already, in order of the alphabet. */
export function tidyTags(tags: readonly string[], spelled: ReadonlyMap<string, string>): string[] {
  const once = new Map<string, string>();
  for (const tag of tags) if (!once.has(folded(tag))) once.set(folded(tag), spelled.get(folded(tag)) ?? tag);
  return [...once.values()].sort((one, other) => one.localeCompare(other));
}

/** How the tags of a project are spelled, by their folded form: as they were written first. */
export function spelledTags(notes: readonly Note[]): Map<string, string> {
  const spelled = new Map<string, string>();
  for (const { tags } of notes) for (const tag of tags) if (!spelled.has(folded(tag))) spelled.set(folded(tag), tag);
  return spelled;
}

/** Reads a record's body; what cannot be read is an empty note. */
export function bodyOf(body: string): NoteBody {
  const parsed = bodySchema.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data : EMPTY_NOTE;
}

/** All notes of a project. */
export function standingNotes(project: ProjectDatabase): Note[] {
  return planRecords(project, NOTE_KIND).flatMap(({ id, body, changedMs }) => {
    const cut = id.indexOf(' ');
    const kind = NOTE_SUBJECTS.find((known) => known === id.slice(0, cut));
    return kind === undefined ? [] : [{ kind, key: id.slice(cut + 1), changedMs, ...bodyOf(body) }];
  });
}
