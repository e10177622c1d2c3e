import { z } from 'zod';
import { ERASED_KINDS } from '../../domain/model/erased-kind.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Where receipts are kept. */
export const RECEIPTS_SETTING = 'erasure_receipts';

const count = z.number().int();
const receiptSchema = z.object({
  /** Place in the order of erasures, from 1. */
  number: count,
  kind: z.enum(['person', 'import']),
  atMs: count,
  counts: z.array(z.object({ kind: z.enum(ERASED_KINDS), count })),
  /** A look at every byte of the project's files afterwards. */
  check: z.object({ looked: count, ofOthers: count, left: count, logCut: z.boolean() }),
  /** Copies beside the project that held the person: deleted, or kept and to be deleted by hand. */
  backups: z.array(z.object({ name: z.string(), state: z.enum(['deleted', 'kept']) })),
});

/** Shape of the receipts as they are kept. */
export const erasureReceiptsSchema = z.array(receiptSchema);

/** What stays of an erasure: when, how many of what, and nothing of whom. */
export type ErasureReceipt = z.infer<typeof receiptSchema>;

/** Receipts of the project, the oldest first. */
export function erasureReceipts(project: ProjectDatabase): ErasureReceipt[] {
  const kept = settingOf(project, RECEIPTS_SETTING);
  const parsed = kept === null ? null : erasureReceiptsSchema.safeParse(JSON.parse(kept));
  return parsed?.success === true ? parsed.data : [];
}

/** Adds a receipt, or puts another in the place of the one of the same number. To be called inside a transaction. */
export function storeReceipt(project: ProjectDatabase, receipt: ErasureReceipt): void {
  const others = erasureReceipts(project).filter(({ number }) => number !== receipt.number);
  storeSetting(project, RECEIPTS_SETTING, JSON.stringify([...others, receipt].sort((one, other) => one.number - other.number)));
}
