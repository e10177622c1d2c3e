import { seededRandom, type RandomStream } from '../stats/seeded-random.ts';
import { incidence, type Incidence } from './incidence.ts';

/** Trades a person takes part in, on average; beyond some five nothing more is mixed. */
const TRADES_EACH = 5;

/**
 * A random incidence in which everybody keeps the number of features they have, and every feature its number of people: pairs of
 * people trade the features that only one of them has. Same seed, same shuffle. O(pairs x trades).
 * Source: Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz 2014, Nature Communications 5:4114; Carstens 2015, Physical Review E 91:042812.
 */
export function shuffledIncidence(given: Incidence, { seed }: { readonly seed: number }): Incidence {
  const random = seededRandom(seed);
  const holders = Array.from({ length: given.peopleCount }, (_, person) => person).filter((person) => (given.starts[person + 1] ?? 0) > (given.starts[person] ?? 0));
  const rows = new Map(holders.map((person) => [person, Array.from(given.features.subarray(given.starts[person] ?? 0, given.starts[person + 1] ?? 0))]));
  for (let trade = 0; trade < (holders.length * TRADES_EACH) / 2 && holders.length > 1; trade += 1) {
    const first = Math.floor(random() * holders.length);
    const shift = 1 + Math.floor(random() * (holders.length - 1));
    const [one, other] = [holders[first] ?? 0, holders[(first + shift) % holders.length] ?? 0];
    const [mine, theirs] = traded(rows.get(one) ?? [], rows.get(other) ?? [], random);
    rows.set(one, mine);
    rows.set(other, theirs);
  }
  const person: number[] = [];
  const feature: number[] = [];
  for (const [owner, owned] of rows) {
    for (const one of owned) {
      person.push(owner);
      feature.push(one);
    }
  }
  return incidence(given, { person, feature });
}

/** Two rows after a trade: what both have stays, the rest is dealt anew in the same numbers. */
function traded(mine: readonly number[], theirs: readonly number[], random: RandomStream): [number[], number[]] {
  const [own, other] = [new Set(mine), new Set(theirs)];
  const shared = mine.filter((feature) => other.has(feature));
  const pool = [...mine.filter((feature) => !other.has(feature)), ...theirs.filter((feature) => !own.has(feature))];
  for (let at = pool.length - 1; at > 0; at -= 1) {
    const pick = Math.floor(random() * (at + 1));
    const held = pool[at] ?? 0;
    pool[at] = pool[pick] ?? 0;
    pool[pick] = held;
  }
  const kept = mine.length - shared.length;
  return [[...shared, ...pool.slice(0, kept)], [...shared, ...pool.slice(kept)]];
}
