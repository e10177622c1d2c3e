import type { ClaimStanding, ScepticLevel } from '../model/sceptic.ts';

/** Draws in which everything changed at once, and in how many the sentence held. */
export interface JointCount {
  readonly draws: number;
  readonly held: number;
}

/** How far a sentence may be trusted, with the counts the rule rests on. */
export interface ScepticVerdict {
  readonly level: ScepticLevel;
  readonly tried: number;
  readonly held: number;
  readonly unclear: number;
  readonly failed: number;
}

/** A sentence holds when it does so in at least nine joint draws of ten: the share that names a zone of the value map. */
const LEAST_HELD_SHARE = 0.9;
/** Under half of the joint draws the opposite is likelier than the sentence. */
const FALLS_BELOW = 0.5;

/**
 * How much to trust a sentence, by rule. `falls`: it held in fewer than half of the joint draws, or half or more of the single
 * changes make it false. `depends`: a single change makes it false, or it held in fewer than nine draws of ten. `holds`: neither. `untried`:
 * nothing could be changed. A change without a figure counts as tried and not held; unclear ones count as held but unclear.
 */
export function scepticVerdict(standings: readonly ClaimStanding[], joint: JointCount | null): ScepticVerdict {
  const count = (wanted: ClaimStanding): number => standings.filter((standing) => standing === wanted).length;
  const [failed, unclear, tried] = [count('fails') + count('gone'), count('unclear'), standings.length];
  const share = joint === null || joint.draws === 0 ? null : joint.held / joint.draws;
  const counts = { tried, held: count('holds') + unclear, unclear, failed };
  if (tried === 0 && share === null) return { level: 'untried', ...counts };
  if ((share !== null && share < FALLS_BELOW) || (tried > 0 && failed * 2 >= tried)) return { level: 'falls', ...counts };
  return { level: failed > 0 || (share !== null && share < LEAST_HELD_SHARE) ? 'depends' : 'holds', ...counts };
}
