import { SCHEMA_V5_LEDGER_SQL } from './schema-v5-ledger.ts';
import { SCHEMA_V5_PLAN_SQL } from './schema-v5-plan.ts';

/** The fifth schema, as the step from the fourth: what people write down to act upon; what the ledger was made from. */
export const SCHEMA_V5_SQL = [SCHEMA_V5_PLAN_SQL, SCHEMA_V5_LEDGER_SQL].join('\n');
