/** Words of the people room. */
export const people = {
  title: 'Persone',
} as const;
