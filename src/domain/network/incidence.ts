/**
 * Who has what: people by features, each pair once. The features of person p stand in `features[starts[p] .. starts[p + 1])`,
 * the people of feature f in `people[featureStarts[f] .. featureStarts[f + 1])`, both ascending.
 */
export interface Incidence {
  readonly peopleCount: number;
  readonly featureCount: number;
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly featureStarts: Int32Array;
  readonly people: Int32Array;
}

/** What bounds an incidence to what can tie people: a feature of one ties nobody, one of nearly all ties everybody. */
export interface IncidenceBounds {
  /** Pairs of people looked at, at most: the commonest features are left out until so many remain. */
  readonly mostPairs: number;
}

/**
 * Puts pairs of person and feature, in any order, repeated or not, into rows by person and by feature. Numbers from 0. Throws
 * RangeError `invalid pair: 3 - -1`. O(pairs).
 */
export function incidence({ peopleCount, featureCount }: { readonly peopleCount: number; readonly featureCount: number }, pairs: { readonly person: ArrayLike<number>; readonly feature: ArrayLike<number> }): Incidence {
  const isIn = (number: number, count: number): boolean => Number.isInteger(number) && number >= 0 && number < count;
  for (let at = 0; at < pairs.person.length; at += 1) {
    const [person, feature] = [pairs.person[at] ?? -1, pairs.feature[at] ?? -1];
    if (!isIn(person, peopleCount) || !isIn(feature, featureCount)) throw new RangeError(`invalid pair: ${person} - ${feature}`);
  }
  // sorted by feature, then by person without losing that order: both rows come out ascending, and doubles side by side
  const byFeature = sortedRows(featureCount, pairs.feature, pairs.person);
  const owners = rowOwners(byFeature.starts);
  const byPerson = withoutDoubles(sortedRows(peopleCount, byFeature.values, owners));
  const back = sortedRows(featureCount, byPerson.values, rowOwners(byPerson.starts));
  return { peopleCount, featureCount, starts: byPerson.starts, features: byPerson.values, featureStarts: back.starts, people: back.values };
}

/** The incidence without features of one person or none, and without the commonest ones beyond `mostPairs`. Features keep their numbers and are empty where left out. */
export function tyingIncidence(all: Incidence, { mostPairs }: IncidenceBounds): { readonly incidence: Incidence; readonly tooCommon: number } {
  const size = (feature: number): number => (all.featureStarts[feature + 1] ?? 0) - (all.featureStarts[feature] ?? 0);
  const order = Array.from({ length: all.featureCount }, (_, feature) => feature).filter((feature) => size(feature) > 1).sort((one, other) => size(one) - size(other) || one - other);
  const kept = new Uint8Array(all.featureCount);
  let pairs = 0;
  let tooCommon = 0;
  for (const feature of order) {
    pairs += (size(feature) * (size(feature) - 1)) / 2;
    if (pairs <= mostPairs) kept[feature] = 1;
    else tooCommon += 1;
  }
  const person: number[] = [];
  const feature: number[] = [];
  for (let one = 0; one < all.featureCount; one += 1) {
    if (kept[one] !== 1) continue;
    for (let at = all.featureStarts[one] ?? 0; at < (all.featureStarts[one + 1] ?? 0); at += 1) {
      person.push(all.people[at] ?? 0);
      feature.push(one);
    }
  }
  return { incidence: incidence(all, { person, feature }), tooCommon };
}

interface Rows {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** A counting sort: the values of each row in the order they came. */
function sortedRows(count: number, rows: ArrayLike<number>, values: ArrayLike<number>): Rows {
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < rows.length; at += 1) starts[(rows[at] ?? 0) + 1] = (starts[(rows[at] ?? 0) + 1] ?? 0) + 1;
  for (let row = 0; row < count; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const free = starts.slice();
  const sorted = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const place = free[row] ?? 0;
    free[row] = place + 1;
    sorted[place] = values[at] ?? 0;
  }
  return { starts, values: sorted };
}

/** For each entry the row it stands in. */
function rowOwners(starts: Int32Array): Int32Array {
  const owners = new Int32Array(starts[starts.length - 1] ?? 0);
  for (let row = 0; row + 1 < starts.length; row += 1) owners.fill(row, starts[row] ?? 0, starts[row + 1] ?? 0);
  return owners;
}

function withoutDoubles({ starts, values }: Rows): Rows {
  const kept = new Int32Array(values.length);
  const ends = new Int32Array(starts.length);
  let length = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const from = length;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const value = values[at] ?? 0;
      if (length > from && kept[length - 1] === value) continue;
      kept[length] = value;
      length += 1;
    }
    ends[row + 1] = length;
  }
  return { starts: ends, values: kept.slice(0, length) };
}
