import type { Intent } from '../model/codes.ts';

/** Messages that the reader read alike. */
export interface ReadAlike {
  /** Labels as read, the row of the check first; never empty. */
  readonly said: readonly string[];
  /** To use (1) or to avoid (-1) where the reader sees advice; null where it sees none. */
  readonly sign: 1 | -1 | null;
  readonly messages: number;
}

/** The labels that are on, the main one first where it is on; `other` where none is, as the check takes a message too. */
export function saidLabels(primary: Intent | null, on: readonly Intent[]): readonly [Intent, ...Intent[]] {
  const [first, ...others] = on;
  if (first === undefined) return ['other'];
  return primary !== null && on.includes(primary) ? [primary, ...on.filter((label) => label !== primary)] : [first, ...others];
}
