/** What a column of the tables for other engines holds: whole numbers up to 2^53, reals, texts, or true and false. */
export type WarehouseKind = 'whole' | 'real' | 'text' | 'truth';

/** One column, with what it means for whoever queries it elsewhere. */
export interface WarehouseColumn {
  readonly name: string;
  readonly kind: WarehouseKind;
  readonly meaning: string;
}

/** Tables that leave for other engines, in the order in which they are written. */
export const WAREHOUSE_TABLES = ['accounts', 'messages', 'requests', 'bookings', 'tribe_members'] as const;
export type WarehouseTableName = (typeof WAREHOUSE_TABLES)[number];

/** A cell; null where the project knows nothing. */
export type WarehouseCell = number | string | boolean | null;
