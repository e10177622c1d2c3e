import type { MergedKind } from '../domain/model/value-piece.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A decision by hand on two pieces of one kind, by content: together, or the first out of the group of the second. */
export interface PairDecision {
  readonly network: string;
  readonly kind: string;
  readonly message: string;
  readonly otherNetwork: string;
  readonly otherKind: string;
  readonly otherMessage: string;
  readonly piece: MergedKind;
  readonly together: boolean;
  /** Decisions are applied in this order. */
  readonly position: number;
  readonly atMs: number;
}

type Columns = Omit<PairDecision, 'together'> & { readonly together: number };
const COLUMNS = 'd.network, d.kind, d.message, d.other_network AS otherNetwork, d.other_kind AS otherKind, d.other_message AS otherMessage, d.piece, d.together, d.position, d.at_ms AS atMs';

/** Every decision on pairs, in order. */
export function pairDecisions({ connection }: ProjectDatabase): PairDecision[] {
  return (connection.prepare(`SELECT ${COLUMNS} FROM piece_pair d ORDER BY d.position`).all() as Columns[]).map((row) => ({ ...row, together: row.together === 1 }));
}

/** Makes exactly these decisions stand. To be called inside a transaction. */
export function putPairDecisions({ connection }: ProjectDatabase, pairs: readonly PairDecision[]): void {
  connection.exec('DELETE FROM piece_pair');
  const insert = connection.prepare(`INSERT INTO piece_pair (network, kind, message, other_network, other_kind, other_message, piece, together, position, at_ms) VALUES (@network, @kind, @message, @otherNetwork, @otherKind, @otherMessage, @piece, @together, @position, @atMs)`);
  for (const pair of pairs) insert.run({ ...pair, together: Number(pair.together) });
}

/** A decision on two pieces that are both there, by their numbers. */
export interface PresentPair {
  readonly one: number;
  readonly other: number;
  readonly together: boolean;
}

/** A piece by the message that a decision names; by its message and not by its kind, of which there are many thousands. */
const PIECE_OF = (side: string, message: string, network: string): string => `CROSS JOIN network ${network} ON ${network}.code = d.${side}network CROSS JOIN message ${message} ON ${message}.network_id = ${network}.id AND ${message}.native_id = d.${side}message AND ${message}.kind = d.${side}kind`;

/** The decisions whose pieces are both in the project, in order. Costs what the decisions cost, not the pieces. */
export function presentPairs({ connection }: ProjectDatabase, kind: MergedKind): PresentPair[] {
  const rows = connection.prepare(`SELECT p.id AS one, o.id AS other, d.together FROM piece_pair d
    ${PIECE_OF('', 'm', 'n')} CROSS JOIN value_piece p ON p.message_id = m.id AND +p.kind = d.piece
    ${PIECE_OF('other_', 'w', 'x')} CROSS JOIN value_piece o ON o.message_id = w.id AND +o.kind = d.piece AND +o.brand_id IS p.brand_id
    WHERE d.piece = ? ORDER BY d.position`).all(kind) as { one: number; other: number; together: number }[];
  return rows.map(({ together, ...pair }) => ({ ...pair, together: together === 1 }));
}

/** The groups that a rule found which decisions touch, with all their pieces and what names each. */
export function touchedPieces({ connection }: ProjectDatabase, kind: MergedKind, pieceIds: readonly number[]): { readonly pieceId: number; readonly group: string; readonly standing: string; readonly key: string }[] {
  return connection.prepare(`SELECT p.id AS pieceId, p.auto_group AS "group", p.group_id AS standing, n.code || ' ' || m.kind || ' ' || m.native_id AS key FROM value_piece p JOIN message m ON m.id = p.message_id JOIN network n ON n.id = m.network_id
    WHERE p.kind = @kind AND p.auto_group IS NOT NULL AND (p.group_id <> p.auto_group OR p.auto_group IN (SELECT auto_group FROM value_piece WHERE id IN (SELECT value FROM json_each(@ids)))) ORDER BY p.id`)
    .all({ kind, ids: JSON.stringify(pieceIds) }) as { pieceId: number; group: string; standing: string; key: string }[];
}

/** Writes the groups of some pieces as they stand. */
export function moveGroups({ connection }: ProjectDatabase, groups: Iterable<readonly [pieceId: number, group: string]>): void {
  const update = connection.prepare('UPDATE value_piece SET group_id = ? WHERE id = ?');
  for (const [pieceId, group] of groups) update.run(group, pieceId);
}
