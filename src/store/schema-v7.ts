import { SCHEMA_V7_SIZE_SQL } from './schema-v7-size.ts';

/** The seventh schema, as the step from the sixth, after {@link compactReadings}: what a large project no longer has to carry. */
export const SCHEMA_V7_SQL = [SCHEMA_V7_SIZE_SQL].join('\n');
