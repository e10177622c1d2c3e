import { NO_TIME, type StoredTime } from './stored-time.ts';

const SHIFTED: Readonly<Record<string, { readonly shift: bigint; readonly epochMs: bigint; readonly unitMs: bigint }>> = {
  x: { shift: 22n, epochMs: 1_288_834_974_657n, unitMs: 1n },
  discord: { shift: 22n, epochMs: 1_420_070_400_000n, unitMs: 1n },
  mastodon: { shift: 16n, epochMs: 0n, unitMs: 1n },
  linkedin: { shift: 22n, epochMs: 0n, unitMs: 1n },
  tiktok: { shift: 32n, epochMs: 0n, unitMs: 1000n },
};
const BASE32 = '234567abcdefghijklmnopqrstuvwxyz';
const EARLIEST_MS = 1_262_304_000_000;
const LATEST_MS = 4_102_444_800_000;

function within(ms: number, precision: StoredTime['precision']): StoredTime {
  return ms >= EARLIEST_MS && ms <= LATEST_MS ? { ms, precision } : NO_TIME;
}

/**
 * The time that some networks write into their ids, for messages whose own time is missing or only relative; no time for
 * ids that carry none (X before November 2010, damaged ids). `linkedin` takes the number of an activity, share or ugcPost.
 * @example timeOfId('linkedin', '7458194261025673216').ms // 1778172078377
 */
export function timeOfId(network: 'x' | 'discord' | 'mastodon' | 'linkedin' | 'tiktok' | 'bluesky', id: string): StoredTime {
  if (network === 'bluesky') {
    // a timestamp identifier: 13 characters of base 32, microseconds above ten bits of clock id
    if (!/^[2-7a-z]{13}$/.test(id)) return NO_TIME;
    let value = 0n;
    for (const sign of id) value = value * 32n + BigInt(BASE32.indexOf(sign));
    return within(Number((value >> 10n) / 1000n), 'ms');
  }
  const rule = SHIFTED[network];
  if (rule === undefined || !/^\d{15,20}$/.test(id)) return NO_TIME;
  const ms = Number((BigInt(id) >> rule.shift) * rule.unitMs + rule.epochMs);
  return within(ms, rule.unitMs === 1n ? 'ms' : 's');
}
