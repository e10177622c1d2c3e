/** An answer of somebody that others took up; `askerId` = who thanked for it, null where somebody else said it again. */
export interface TakenUpAnswer {
  readonly accountId: number;
  readonly messageId: number;
  readonly askerId: number | null;
}

/** A person whose answers others took up. */
export interface LeaderCandidate {
  readonly accountId: number;
  readonly adopted: number;
  readonly thanked: number;
  readonly repeated: number;
  /** Different people who thanked. */
  readonly helped: number;
  readonly messageIds: readonly number[];
}

/** A tribe with fewer people than this has no recognisable leader. */
export const LEAST_FOR_LEADERS = 10;

/**
 * Possible points of reference of a tribe, by how many of their answers were adopted: thanked for by who asked, or said
 * again later by somebody else; an answer counts once however it was adopted. Ties by how many different people thanked,
 * then by id. Popularity plays no part. Nobody without an adopted answer is listed.
 */
export function leaderCandidates(answers: readonly TakenUpAnswer[], { limit }: { readonly limit: number }): LeaderCandidate[] {
  const byPerson = new Map<number, TakenUpAnswer[]>();
  for (const answer of answers) byPerson.set(answer.accountId, [...(byPerson.get(answer.accountId) ?? []), answer]);
  const candidates = [...byPerson].map(([accountId, own]): LeaderCandidate => {
    const ids = (among: readonly TakenUpAnswer[]): number[] => [...new Set(among.map(({ messageId }) => messageId))].toSorted((one, other) => one - other);
    const thanked = own.filter(({ askerId }) => askerId !== null);
    const messageIds = ids(own);
    return { accountId, adopted: messageIds.length, thanked: ids(thanked).length, repeated: ids(own.filter(({ askerId }) => askerId === null)).length, helped: new Set(thanked.map(({ askerId }) => askerId)).size, messageIds };
  });
  return candidates.sort((one, other) => other.adopted - one.adopted || other.helped - one.helped || one.accountId - other.accountId).slice(0, limit);
}
