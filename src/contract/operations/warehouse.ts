import { z } from 'zod';
import { WAREHOUSE_TABLES } from '../../domain/model/warehouse.ts';

const count = z.number().int();
const table = z.enum(WAREHOUSE_TABLES);

/** Tables of a project for engines that hold more than one machine does: what people wrote, what was derived of it, with every column explained. For the analyst: texts and handles are in them. */
export const warehouseOperations = {
  'warehouse.tables': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({ tables: z.array(z.object({ name: table, rows: count, columns: z.array(z.object({ name: z.string(), kind: z.enum(['whole', 'real', 'text', 'truth']), meaning: z.string() })) })) }),
  },
  /** About `size` rows of a table as columns; `after` of one page asks for the next, null ends. */
  'warehouse.page': {
    kind: 'read',
    input: z.strictObject({ table, after: count.nullable().default(null), size: count.min(1).max(200_000).default(50_000) }),
    output: z.object({ columns: z.array(z.array(z.union([z.number(), z.string(), z.boolean(), z.null()]))), after: count.nullable() }),
  },
} as const;
