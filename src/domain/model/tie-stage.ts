/** How far two parties have come, each stage within the one before: one wrote to the other; the other wrote back; they met in another conversation; each wrote to the other at least twice. */
export const TIE_STAGES = ['met', 'answered', 'again', 'friends'] as const;
export type TieStage = (typeof TIE_STAGES)[number];
