import type { Intent } from './codes.ts';

/** How a probe was found among the imported messages: by the source's own id or address, or by its exact text within a day. */
export const PROBE_MATCHES = ['id', 'text'] as const;
export type ProbeMatch = (typeof PROBE_MATCHES)[number];

/** How a probe ended so far. */
export const PROBE_STATES = ['answered', 'private', 'waiting', 'unseen'] as const;

/** What a row of a table of probes lacks. */
export const PROBE_PROBLEMS = ['no-network', 'no-text', 'no-time', 'no-intent', 'answer-before', 'already'] as const;
export type ProbeProblem = (typeof PROBE_PROBLEMS)[number];

/** What can be probed: what a request asks. */
export const PROBE_INTENTS = ['information', 'trouble', 'idea', 'purchase', 'decision'] as const satisfies readonly Intent[];
export type ProbeIntent = (typeof PROBE_INTENTS)[number];
