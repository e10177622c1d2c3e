/** The five activities that Altimeter found in 143 corporations, each measured in its own unit; never added up. */
export const ACTIVITIES = ['intense-response', 'broadcasting', 'campaigns', 'distributed-presence', 'service-support'] as const;

/** The three causes of the missing scorers, in the order they are shown. */
export const CAUSES = ['team', 'flows', 'arena'] as const;

/** Eight statements of the old and the new marketing. */
export const MINDSET_STATEMENTS = ['image', 'message-first', 'we-know', 'every-channel', 'answer-needs', 'all-departments', 'keep-asking', 'people-speak'] as const;
export type MindsetStatement = (typeof MINDSET_STATEMENTS)[number];

/** How a person answers a statement for the brand. */
export const DECLARED_MINDSETS = ['old', 'between', 'new'] as const;
export type DeclaredMindset = (typeof DECLARED_MINDSETS)[number];
