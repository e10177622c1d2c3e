import { ACTS, INTENTS, type Act, type Intent } from '../../domain/model/codes.ts';
import type { Reading } from '../../domain/model/reading.ts';
import { wilsonInterval } from '../../domain/stats/wilson-interval.ts';
import type { OwnRuleHit, OwnRules } from '../../text/text-reader.ts';
import type { ReadingDesk } from './reading-desk.ts';

/** How many messages other rules would label otherwise than those in force. */
export interface RuleEffect {
  readonly population: number;
  readonly n: number;
  readonly changed: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** All messages were read: the estimate is the count. */
  readonly exact: boolean;
  readonly labels: readonly { readonly code: Intent | Act; readonly gained: number; readonly lost: number }[];
  readonly messageIds: readonly number[];
}

const MOST_IDS = 100;

// what hits do to a text, wherever they stand in it: the last word on each label
const doing = (hits: readonly OwnRuleHit[]): string => JSON.stringify([...new Map(hits.map(({ code, on }) => [code, on]))].sort(([a], [b]) => (a < b ? -1 : 1)));

const primaryOf = ({ intent, act }: Reading): string | null => intent ?? act;

/**
 * Reads a seeded sample of the project with other rules and compares labels and main label, message by message. The share
 * of the sample carries a Wilson interval and is scaled to all messages with a text; a sample of all of them needs none.
 */
export async function ruleEffect(desk: ReadingDesk, rules: OwnRules, { seed, stopped }: { readonly seed: number; readonly stopped: () => void }): Promise<RuleEffect> {
  const { population, readings } = await desk.sample(seed, stopped);
  const gained = new Map<string, number>();
  const lost = new Map<string, number>();
  const messageIds: number[] = [];
  let changed = 0;
  for (const { message, reading, seen } of readings) {
    if (seen === null) continue;
    const ask = (asked: OwnRules | null): string => doing(asked?.hits(seen.analysis, seen.language, seen.direction) ?? []);
    if (ask(desk.rules) === ask(rules)) continue;
    const after = desk.readWith(message, rules);
    const news = after.labels.filter((code) => !reading.labels.includes(code));
    const olds = reading.labels.filter((code) => !after.labels.includes(code));
    if (news.length + olds.length === 0 && primaryOf(reading) === primaryOf(after)) continue;
    changed += 1;
    if (messageIds.length < MOST_IDS) messageIds.push(message.id);
    for (const code of news) gained.set(code, (gained.get(code) ?? 0) + 1);
    for (const code of olds) lost.set(code, (lost.get(code) ?? 0) + 1);
  }
  const n = readings.length;
  const exact = n >= population;
  const share = wilsonInterval(changed, n);
  const scaled = (value: number): number => value * population;
  return {
    population, n, changed, exact,
    estimate: exact || n === 0 ? changed : scaled(changed / n),
    // fewer cannot change than were seen to
    low: exact || share === null ? changed : Math.max(changed, scaled(share.low)),
    high: exact || share === null ? changed : Math.min(population - (n - changed), scaled(share.high)),
    labels: [...INTENTS, ...ACTS].flatMap((code) => {
      const [more, less] = [gained.get(code) ?? 0, lost.get(code) ?? 0];
      return more + less === 0 ? [] : [{ code, gained: more, lost: less }];
    }),
    messageIds,
  };
}
