import type { FactTable } from './fact-table.ts';

/** Whom a brand message reaches by climbing its parents. */
export interface ReplyChains {
  /** Per brand message: position of the first message above it that its own brand did not write, or -1. */
  readonly personAbove: Int32Array;
  /**
   * The nearest eligible message of the asker that a brand message reaches through messages of that asker and of that brand
   * only, or -1.
   */
  readonly reached: (position: number) => number;
}

/** Passed no brand message yet. */
const NO_BRAND = -1;
/** Passed messages of several brands: the chain belongs to none. */
const SEVERAL_BRANDS = -2;

/**
 * Climbs every reply chain once, remembering the results, so that a thread of any depth costs O(n) in all. `eligible` marks the
 * messages that may be (part of) a request; the asker's other messages are climbed through.
 */
export function replyChains(table: FactTable, eligible: Uint8Array): ReplyChains {
  const { facts, parent } = table;
  const n = facts.length;
  const personAbove = new Int32Array(n).fill(-1);
  const nearest = new Int32Array(n).fill(-1);
  const passedBrand = new Int32Array(n).fill(NO_BRAND);
  for (const position of parentsFirst(parent)) {
    const fact = facts[position];
    const above = parent[position] ?? -1;
    const aboveFact = facts[above];
    if (fact === undefined) continue;
    if (fact.voiceOfBrandId !== null) {
      if (aboveFact === undefined) continue;
      personAbove[position] = aboveFact.voiceOfBrandId === fact.voiceOfBrandId ? (personAbove[above] ?? -1) : above;
      continue;
    }
    if (eligible[position] === 1) {
      nearest[position] = position;
      continue;
    }
    if (aboveFact === undefined || fact.authorId === null) continue;
    const person = aboveFact.voiceOfBrandId === null ? above : (personAbove[above] ?? -1);
    if (facts[person]?.authorId !== fact.authorId) continue;
    nearest[position] = nearest[person] ?? -1;
    const here = aboveFact.voiceOfBrandId ?? NO_BRAND;
    const before = passedBrand[person] ?? NO_BRAND;
    passedBrand[position] = here === NO_BRAND ? before : before === NO_BRAND || before === here ? here : SEVERAL_BRANDS;
  }
  return {
    personAbove,
    reached(position) {
      const person = personAbove[position] ?? -1;
      if (person < 0 || facts[person]?.voiceOfBrandId !== null) return -1;
      const passed = passedBrand[person] ?? NO_BRAND;
      return passed === NO_BRAND || passed === facts[position]?.voiceOfBrandId ? (nearest[person] ?? -1) : -1;
    },
  };
}

/** Positions ordered so that every parent comes before its replies. */
function parentsFirst(parent: Int32Array): Int32Array {
  const n = parent.length;
  const order = new Int32Array(n);
  const placed = new Uint8Array(n);
  const waiting: number[] = [];
  let count = 0;
  for (let start = 0; start < n; start += 1) {
    for (let climb = start; climb >= 0 && placed[climb] === 0; climb = parent[climb] ?? -1) waiting.push(climb);
    for (let position = waiting.pop(); position !== undefined; position = waiting.pop()) {
      placed[position] = 1;
      order[count] = position;
      count += 1;
    }
  }
  return order;
}
