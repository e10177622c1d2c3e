/** What an event on the time line is: something that happened around the brand, noted by a person. */
export const EVENT_KINDS = ['campaign', 'contest', 'launch', 'price', 'outage', 'crisis', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
