const MOST_OF_TODAY = 3;
const MOST = 10;
/** Copies together take at most so much, the latest excepted: a large project must not fill a disk with its past. */
const MOST_BYTES = 4 * 2 ** 30;

/** A copy as it is weighed: when it was made and how large it is. */
export interface WeighedBackup {
  readonly name: string;
  readonly atMs: number;
  readonly bytes: number;
}

/**
 * The copies that are kept, the latest first: three of today, the latest of each other day, ten in all and within four GiB
 * together; the latest always. Copies of a moment that has not come yet were made before the clock was put back: they count as
 * older than all others, so that the one just made is never the one that goes. `day` names the local day of a moment.
 */
export function keptBackups(backups: readonly WeighedBackup[], { nowMs, day }: { readonly nowMs: number; readonly day: (ms: number) => string }): WeighedBackup[] {
  const today = day(nowMs);
  const perDay = new Map<string, number>();
  const kept: WeighedBackup[] = [];
  let bytes = 0;
  for (const backup of [...backups].sort((one, other) => Number(one.atMs > nowMs) - Number(other.atMs > nowMs) || other.atMs - one.atMs || (one.name < other.name ? 1 : -1))) {
    const its = day(backup.atMs);
    const already = perDay.get(its) ?? 0;
    if (already >= (its === today ? MOST_OF_TODAY : 1) || kept.length >= MOST) continue;
    if (kept.length > 0 && bytes + backup.bytes > MOST_BYTES) continue;
    perDay.set(its, already + 1);
    bytes += backup.bytes;
    kept.push(backup);
  }
  return kept;
}
