/** What a note or a tag stands on. */
export const NOTE_SUBJECTS = ['message', 'account', 'tribe'] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];
