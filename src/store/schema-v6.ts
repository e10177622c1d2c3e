import { SCHEMA_V6_DERIVE_SQL } from './schema-v6-derive.ts';
import { SCHEMA_V6_PIECES_SQL } from './schema-v6-pieces.ts';
import { SCHEMA_V6_VIEWS_SQL } from './schema-v6-views.ts';

/** The sixth schema, as the step from the fifth: what a large project is read by, and what its parts were made from. */
export const SCHEMA_V6_SQL = [SCHEMA_V6_VIEWS_SQL, SCHEMA_V6_DERIVE_SQL, SCHEMA_V6_PIECES_SQL].join('\n');
