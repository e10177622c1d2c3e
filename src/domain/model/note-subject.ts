/** What a note or a tag stands on: a message, a person, a tribe of any lens, a figure by its definition. */
export const NOTE_SUBJECTS = ['message', 'account', 'tribe', 'figure'] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];
