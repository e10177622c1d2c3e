/** A part of a decision that two copies say otherwise; null where one of them says nothing of it. */
export interface FieldDifference {
  /** The way to the part, with dots between: `lines.insight.text`. */
  readonly field: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

/** What stands in one part: a word, a number, a yes or no; lists of words are one part. */
export type FieldValue = string | number | boolean | null;

type Parts = ReadonlyMap<string, FieldValue>;

const isPlain = (value: unknown): value is FieldValue => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Every part of a content by its way; a list of plain values is one text, other lists count by position. */
function partsOf(value: unknown, way: string, found: Map<string, FieldValue>): Parts {
  if (isPlain(value)) found.set(way, value);
  else if (Array.isArray(value) && value.every(isPlain)) found.set(way, value.map(String).join(', '));
  else if (typeof value === 'object' && value !== null) for (const [name, part] of Object.entries(value)) partsOf(part, way === '' ? name : `${way}.${name}`, found);
  return found;
}

/**
 * The parts in which two contents differ, in the order in which the first names them, then the second. Equal contents
 * differ in none. Linear in their size.
 * @example decisionDifferences({ owner: 'Marta' }, { owner: 'Luca' }) // [{ field: 'owner', mine: 'Marta', theirs: 'Luca' }]
 */
export function decisionDifferences(mine: unknown, theirs: unknown): FieldDifference[] {
  const [own, other] = [partsOf(mine, '', new Map()), partsOf(theirs, '', new Map())];
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((field) => {
    const [one, two] = [own.get(field) ?? null, other.get(field) ?? null];
    return one === two ? [] : [{ field, mine: one, theirs: two }];
  });
}
