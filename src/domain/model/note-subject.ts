/** What a note or a tag stands on; tribes have notes of their own on their page. */
export const NOTE_SUBJECTS = ['message', 'account'] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];
