import { SCHEMA_V4_INTERESTS_SQL } from './schema-v4-interests.ts';
import { SCHEMA_V4_LOST_SQL } from './schema-v4-lost.ts';
import { SCHEMA_V4_NETWORK_SQL } from './schema-v4-network.ts';
import { SCHEMA_V4_TRIBES_SQL } from './schema-v4-tribes.ts';
import { SCHEMA_V4_VALUE_SQL } from './schema-v4-value.ts';

/** The fourth schema, as the step from the third: the ledger's weights by version and what was routed from it; tribes made by hand and kept over time; ties and communities. */
export const SCHEMA_V4_SQL = [SCHEMA_V4_VALUE_SQL, SCHEMA_V4_LOST_SQL, SCHEMA_V4_TRIBES_SQL, SCHEMA_V4_NETWORK_SQL, SCHEMA_V4_INTERESTS_SQL].join('\n');
