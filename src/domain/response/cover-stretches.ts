import type { ReplyCoverage } from '../model/codes.ts';

/** What one import holds of one place: from its first to its last message, UTC ms. */
export interface CoverWindow {
  readonly fromMs: number;
  readonly toMs: number;
  /** Null where the place has no replies to be covered. */
  readonly replies: ReplyCoverage | null;
}

/** How a stretch of time is covered: all its places with their replies, some without or with part of them, none with them, or nothing imported at all. */
export const COVER_STATES = ['present', 'partly', 'absent', 'none'] as const;
export type CoverState = (typeof COVER_STATES)[number];

/** A stretch of time that is covered in one way, by so many windows (at most at any moment of it). */
export interface CoverStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: CoverState;
  readonly windows: number;
}

/** Shorter pauses are no gap: quiet pages are silent for days, and one file ends where the next begins. As for edges of a collection. */
export const LEAST_GAP_MS = 14 * 86_400_000;

/**
 * The time from the first window to the end of the last as stretches that follow on each other without overlap: so that a fall
 * to nothing where nothing was imported is never read as silence. Windows may overlap and come in any order; a pause shorter
 * than two weeks belongs to the stretch before it. Nothing without windows. Throws RangeError `invalid window: ends before it
 * begins`. O(n log n).
 * @example coverStretches([{ fromMs: 0, toMs: 10, replies: 'absent' }]) // [{ fromMs: 0, toMs: 10, state: 'absent', windows: 1 }]
 */
export function coverStretches(windows: readonly CoverWindow[]): CoverStretch[] {
  if (windows.some(({ fromMs, toMs }) => toMs < fromMs)) throw new RangeError('invalid window: ends before it begins');
  const turns = windows.flatMap(({ fromMs, toMs, replies }) => [{ atMs: fromMs, replies, step: 1 }, { atMs: toMs, replies, step: -1 }]).sort((one, other) => one.atMs - other.atMs || other.step - one.step);
  const open = { present: 0, partly: 0, absent: 0, other: 0 };
  const found: CoverStretch[] = [];
  let sinceMs = turns[0]?.atMs ?? 0;
  for (const { atMs, replies, step } of turns) {
    if (atMs > sinceMs) {
      const all = open.present + open.partly + open.absent + open.other;
      const told = open.present + open.partly + open.absent;
      const state: CoverState = all === 0 ? 'none' : told === 0 || open.present === told ? 'present' : open.absent === told ? 'absent' : 'partly';
      const last = found.at(-1);
      const isPause = state === 'none' && atMs - sinceMs < LEAST_GAP_MS;
      if (last !== undefined && (isPause || last.state === state)) found[found.length - 1] = { ...last, toMs: atMs, windows: Math.max(last.windows, all) };
      else found.push({ fromMs: sinceMs, toMs: atMs, state, windows: all });
      sinceMs = atMs;
    }
    open[replies ?? 'other'] += step;
  }
  return found;
}
