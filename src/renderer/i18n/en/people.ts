import type { people as italian } from '../it/people.ts';
import type { SameKeys } from '../same-keys.ts';

/** Words of the people room. */
export const people: SameKeys<typeof italian> = {
  title: 'People',
};
