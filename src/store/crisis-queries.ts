import type { ProjectDatabase } from './project-database.ts';

/** The first message of a brand in some conversations after a moment. Time UTC ms. */
export interface FirstStatement {
  readonly messageId: number;
  readonly atMs: number;
}

/** What a brand (null: any) first wrote in one of these conversations from a moment on; null where it wrote nothing there, or without a time. */
export function firstStatement({ connection }: ProjectDatabase, { brandId, rootIds, fromMs }: { readonly brandId: number | null; readonly rootIds: readonly number[]; readonly fromMs: number }): FirstStatement | null {
  return (connection.prepare(`SELECT m.id AS messageId, m.created_at_ms AS atMs FROM json_each(@roots) t JOIN message m ON m.root_id = t.value OR m.id = t.value
    WHERE m.created_at_ms >= @from AND m.precision NOT IN ('relative', 'none', 'day') AND EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND v.brand_id IS NOT NULL AND (@brand IS NULL OR v.brand_id = @brand))
    ORDER BY m.created_at_ms, m.id LIMIT 1`).get({ roots: JSON.stringify(rootIds), from: fromMs, brand: brandId }) as FirstStatement | undefined) ?? null;
}

/** Of some messages, those whose trouble at least `least` people reported in all, and others after them: message id to group. */
export function recurrentTrouble({ connection }: ProjectDatabase, messageIds: readonly number[], least: number): Map<number, string> {
  const rows = connection.prepare(`SELECT p.message_id, p.group_id FROM json_each(@ids) t JOIN value_piece p ON p.message_id = t.value AND p.kind = 'fault' AND p.group_id IS NOT NULL
    WHERE (SELECT count(DISTINCT o.account_id) FROM value_piece o WHERE o.group_id = p.group_id AND o.kind = 'fault') >= @least
      AND EXISTS (SELECT 1 FROM value_piece o WHERE o.group_id = p.group_id AND o.kind = 'fault' AND o.at_ms > p.at_ms AND o.account_id IS NOT p.account_id)`).raw().all({ ids: JSON.stringify(messageIds), least }) as [number, string][];
  return new Map(rows);
}
