import type { ProjectDatabase } from './project-database.ts';

/** Messages by direction. */
export interface DirectionCounts {
  readonly inbound: number;
  readonly outbound: number;
}

/** How many messages each threshold would leave without a label. */
export interface ThresholdCounts {
  /** Messages with a likeliest label that nobody decided on by hand. */
  readonly labelled: DirectionCounts;
  /** From 0 to .99 by hundredths: messages whose likeliest label is less likely than `below`. */
  readonly steps: readonly (DirectionCounts & { readonly below: number })[];
}

const STEPS = 100;
// a hand decides intents where people write and acts where the brand does
const DECIDED = `SELECT m.id FROM label_verdict d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind WHERE d.intents IS NOT NULL OR d.acts IS NOT NULL`;

/** Counts readings by how likely their likeliest label is. One pass over the readings. */
export function thresholdCounts({ connection }: ProjectDatabase): ThresholdCounts {
  const rows = connection.prepare(`SELECT r.direction AS direction, min(${String(STEPS)}, r.surest_millionths / ${String(1e6 / STEPS)}) AS step, count(*) AS messages FROM reading r
    WHERE r.surest_millionths IS NOT NULL AND r.message_id NOT IN (${DECIDED}) GROUP BY 1, 2`).all() as { direction: 'inbound' | 'outbound'; step: number; messages: number }[];
  const total = (direction: 'inbound' | 'outbound', below: number): number => rows.reduce((sum, row) => (row.direction === direction && row.step < below ? sum + row.messages : sum), 0);
  return {
    labelled: { inbound: total('inbound', STEPS + 1), outbound: total('outbound', STEPS + 1) },
    steps: Array.from({ length: STEPS }, (_, step) => ({ below: step / STEPS, inbound: total('inbound', step), outbound: total('outbound', step) })),
  };
}
