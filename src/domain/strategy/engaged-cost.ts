/** A range of money as a person gives it, in the project's currency; never measured. */
export interface MoneyRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Cost for every person: a range over a number of people that is itself a range. The lowest cost over the most people, and the
 * highest over the fewest. Null without people or with a range that ends before it begins.
 * @example costPerPerson({ low: 100, high: 200 }, { low: 10, high: 20 }) // { low: 5, high: 20 }
 */
export function costPerPerson(cost: MoneyRange, people: { readonly low: number; readonly high: number }): MoneyRange | null {
  if (!(people.low > 0 && people.high >= people.low && cost.low >= 0 && cost.high >= cost.low)) return null;
  return { low: cost.low / people.high, high: cost.high / people.low };
}
