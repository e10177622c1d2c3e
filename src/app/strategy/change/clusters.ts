/** Numbers from 0 for whoever is drawn together: a person, or a message of nobody known; the same everywhere it is asked. */
export interface ClusterNumbers {
  readonly of: (accountId: number | null, messageId: number) => number;
  readonly size: () => number;
}

/** Begins a numbering. */
export function clusterNumbers(): ClusterNumbers {
  const known = new Map<string, number>();
  return {
    of(accountId, messageId) {
      const key = accountId === null ? `m${messageId}` : `a${accountId}`;
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    },
    size: () => known.size,
  };
}
