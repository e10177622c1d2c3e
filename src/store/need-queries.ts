import type { PieceKind, RouteState } from '../domain/model/value-piece.ts';
import type { PieceCondition } from './piece-pages.ts';
import type { ProjectDatabase } from './project-database.ts';

/** One message in which a person asks for something that others may ask for as well. */
export interface NeedPiece {
  readonly group: string;
  readonly kind: PieceKind;
  readonly messageId: number;
  readonly accountId: number;
  /** Whether the data can show what became of it; one that still waits is seen, and not answered so far. */
  readonly seen: boolean;
  readonly answered: boolean;
  readonly routeState: RouteState | null;
  readonly likeness: number;
}

/** Pieces by known authors under a condition on aliases `p` and `m`, in order of groups; one that is in no group is left out. */
export function needPieces({ connection }: ProjectDatabase, { join, sql, parameters }: PieceCondition): NeedPiece[] {
  const rows = connection.prepare(`SELECT DISTINCT p.group_id AS "group", p.kind AS kind, p.message_id AS messageId, p.account_id AS accountId, p.state <> 'unseen' AS seen, p.answered AS answered, p.route_state AS routeState, p.likeness AS likeness
    FROM value_piece p ${join} WHERE ${sql} AND p.group_id IS NOT NULL AND p.account_id IS NOT NULL AND p.account_id IN (SELECT account_id FROM account_balance) ORDER BY p.group_id, p.message_id`)
    .all(...parameters) as (Omit<NeedPiece, 'seen' | 'answered'> & { seen: number; answered: number })[];
  return rows.map(({ seen, answered, ...row }) => ({ ...row, seen: seen === 1, answered: answered === 1 }));
}
