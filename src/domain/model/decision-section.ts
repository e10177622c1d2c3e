/**
 * Kinds of what people decide and write down, in the order in which a file of decisions holds them and an import lays them
 * down: who is who first, then what messages say, then what rests on both.
 */
export const DECISION_SECTIONS = [
  'brands', 'roles', 'identities', 'duplicates', 'labels', 'rules', 'promises', 'routes', 'pairs', 'questions', 'tribes', 'tribe-edits', 'judgements', 'weights', 'hours', 'settings', 'plan',
] as const;
export type DecisionSection = (typeof DECISION_SECTIONS)[number];
