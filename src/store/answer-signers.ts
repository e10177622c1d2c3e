import type { ProjectDatabase } from './project-database.ts';

/** A first answer with the profile it came from. */
export interface SignedAnswer {
  readonly messageId: number;
  readonly network: string;
  /** Handle of the profile, or its id at the source. */
  readonly profile: string;
  readonly text: string | null;
}

/** Answers by id in the order of their ids, read row by row, for their texts need not be held; those without an author are left out. */
export function* signedAnswers({ connection }: ProjectDatabase, messageIds: readonly number[]): Generator<SignedAnswer> {
  const rows = connection.prepare(`SELECT m.id AS messageId, n.code AS network, COALESCE(a.handle, a.native_id) AS profile, m.text AS text
    FROM json_each(?) wanted JOIN message m ON m.id = wanted.value JOIN account a ON a.id = COALESCE(m.source_account_id, m.account_id) JOIN network n ON n.id = a.network_id`);
  yield* rows.iterate(JSON.stringify([...messageIds].sort((one, other) => one - other))) as IterableIterator<SignedAnswer>;
}
