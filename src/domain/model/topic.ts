/** What topics group: texts that say the same in nearly the same words, or questions that ask the same. */
export const TOPIC_KINDS = ['copies', 'question'] as const;
/** One of {@link TOPIC_KINDS}. */
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** Why an answer was chosen for a topic: the asker thanked for it, it was given most often, or it is the latest. */
export const BEST_ANSWER_REASONS = ['thanked', 'repeated', 'latest'] as const;
/** One of {@link BEST_ANSWER_REASONS}. */
export type BestAnswerReason = (typeof BEST_ANSWER_REASONS)[number];
