/** How a complaint left the first page of a place, or that it still stood there at the end. */
export const STAY_ENDS = ['answered', 'pushed', 'vanished', 'open'] as const;
export type StayEnd = (typeof STAY_ENDS)[number];
