/** From how many people and cases on figures are told. */
export interface Floors {
  /** Fewer people than this: nothing is estimated of them. */
  readonly people: number;
  /** Fewer cases than this: a count of how many, no share and no estimate. */
  readonly cases: number;
}

/** The floors of the definitions, below which nobody can go: five people, thirty cases. */
export const LEAST_FLOORS: Floors = { people: 5, cases: 30 };
/** The highest floors that can be set. */
export const HIGHEST_FLOORS: Floors = { people: 100, cases: 1000 };

/** True where a person asked for more than the definitions do. */
export function isRaised({ people, cases }: Floors): boolean {
  return people > LEAST_FLOORS.people || cases > LEAST_FLOORS.cases;
}
