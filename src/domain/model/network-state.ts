/** What came of looking for communities: too few people have ties, nothing beyond chance, or communities. */
export const NETWORK_STATES = ['few-ties', 'no-structure', 'found'] as const;
export type NetworkState = (typeof NETWORK_STATES)[number];
