/** What a first answer does, in the order shown. */
export const ANSWER_KINDS_SHOWN = ['care', 'answer', 'deflect', 'template'] as const;
/** What the asker does after it, in the order shown. */
export const ANSWER_SEQUELS_SHOWN = ['thanked', 'resolved', 'reopened'] as const;
/** A fact of a first answer. */
export type AnswerFact = (typeof ANSWER_KINDS_SHOWN)[number] | (typeof ANSWER_SEQUELS_SHOWN)[number];
