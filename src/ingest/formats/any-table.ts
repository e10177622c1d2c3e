import type { TableFormat } from '../table-format.ts';

/** Any table with a header. */
export const ANY_TABLE: TableFormat = {
  id: 'csv', name: 'CSV, any table', description: 'any table with a header, through a mapping of its columns; names in English and Italian are proposed', requires: [], columns: {}, form: 'table',
};

/** Any JSON document or lines of JSON that hold objects. */
export const ANY_JSON: TableFormat = {
  id: 'json', name: 'JSON, any document', description: 'the objects of any JSON document or of lines of JSON, through a mapping of their members; names in English and Italian are proposed', requires: [], columns: {}, form: 'json',
};
