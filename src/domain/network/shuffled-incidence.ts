import { seededRandom } from '../stats/seeded-random.ts';
import { incidence, type Incidence } from './incidence.ts';

/** Trades a person takes part in, on average; beyond some five nothing more is mixed. */
const TRADES_EACH = 5;

/**
 * A random incidence in which everybody keeps the number of features they have, and every feature its number of people: pairs of
 * people trade the features that only one of them has. Same seed, same shuffle. O(pairs x trades), in typed arrays: a row
 * keeps its length and is dealt anew in its place.
 * Source: Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz 2014, Nature Communications 5:4114; Carstens 2015, Physical Review E 91:042812.
 */
export function shuffledIncidence(given: Incidence, { seed }: { readonly seed: number }): Incidence {
  const { peopleCount, featureCount, starts } = given;
  const random = seededRandom(seed);
  const holders = Int32Array.from({ length: peopleCount }, (_, person) => person).filter((person) => (starts[person + 1] ?? 0) > (starts[person] ?? 0));
  const rows = given.features.slice();
  // in which trade, and in whose hands, a feature was last seen: one number for both, so that nothing is emptied
  const seen = new Int32Array(featureCount).fill(-1);
  let longest = 0;
  for (const person of holders) longest = Math.max(longest, (starts[person + 1] ?? 0) - (starts[person] ?? 0));
  const shared = new Int32Array(longest);
  const pool = new Int32Array(2 * longest);
  const trades = holders.length > 1 ? Math.ceil((holders.length * TRADES_EACH) / 2) : 0;
  for (let trade = 0; trade < trades; trade += 1) {
    const first = Math.floor(random() * holders.length);
    const shift = 1 + Math.floor(random() * (holders.length - 1));
    const one = holders[first] ?? 0;
    const other = holders[(first + shift) % holders.length] ?? 0;
    const [mine, mineEnd, theirs, theirsEnd] = [starts[one] ?? 0, starts[one + 1] ?? 0, starts[other] ?? 0, starts[other + 1] ?? 0];
    const [byOther, byBoth] = [2 * trade, 2 * trade + 1];
    for (let at = theirs; at < theirsEnd; at += 1) seen[rows[at] ?? 0] = byOther;
    let both = 0;
    let pooled = 0;
    for (let at = mine; at < mineEnd; at += 1) {
      const feature = rows[at] ?? 0;
      if (seen[feature] === byOther) {
        seen[feature] = byBoth;
        shared[both++] = feature;
      } else pool[pooled++] = feature;
    }
    for (let at = theirs; at < theirsEnd; at += 1) {
      const feature = rows[at] ?? 0;
      if (seen[feature] !== byBoth) pool[pooled++] = feature;
    }
    for (let at = pooled - 1; at > 0; at -= 1) {
      const pick = Math.floor(random() * (at + 1));
      const held = pool[at] ?? 0;
      pool[at] = pool[pick] ?? 0;
      pool[pick] = held;
    }
    // what both have stays with both, the rest is dealt anew in the same numbers
    for (const [from, to, dealt] of [[mine, mineEnd, 0], [theirs, theirsEnd, mineEnd - mine - both]] as const) {
      rows.set(shared.subarray(0, both), from);
      rows.set(pool.subarray(dealt, dealt + to - from - both), from + both);
    }
  }
  const person = new Int32Array(rows.length);
  for (const holder of holders) person.fill(holder, starts[holder] ?? 0, starts[holder + 1] ?? 0);
  return incidence(given, { person, feature: rows });
}
