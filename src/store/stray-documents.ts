import type { ProjectDatabase } from './project-database.ts';
import { strayCodes } from './stray-codes.ts';

type Kind = 'object' | 'array' | 'text' | 'integer';

/** What a column of JSON holds wherever it holds anything, with the members without which no answer can be made of it. `only`: in rows of this kind. */
interface KeptDocument {
  readonly table: string;
  readonly column: string;
  readonly is: 'object' | 'array';
  readonly members?: Readonly<Record<string, readonly Kind[]>>;
  readonly only?: string;
}

const DOCUMENTS: readonly KeptDocument[] = [
  { table: 'plan_record', column: 'body', is: 'object' },
  { table: 'plan_record', column: 'body', is: 'object', members: { text: ['text'], atMs: ['integer'] }, only: 'probe' },
  { table: 'journal', column: 'forward', is: 'object' },
  { table: 'journal', column: 'inverse', is: 'object' },
  { table: 'import', column: 'mapping', is: 'object' },
  { table: 'import', column: 'answers', is: 'object' },
  { table: 'import', column: 'report', is: 'object' },
  { table: 'role_proposal', column: 'detail', is: 'object', members: { reasons: ['array'] } },
  { table: 'own_tribe', column: 'rule', is: 'object' },
  { table: 'tribe', column: 'result', is: 'object', members: { figures: ['object'] } },
  { table: 'topic', column: 'terms', is: 'array' },
  { table: 'dictionary', column: 'rules', is: 'array' },
  { table: 'weight_version', column: 'points', is: 'object' },
  { table: 'network_run', column: 'facts', is: 'object', members: { people: ['integer'] } },
  { table: 'interest_run', column: 'facts', is: 'object', members: { sources: ['array'] } },
];

/** A column that holds in so many rows what no version of this program wrote. */
interface StrayContents {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
}

/** JSON that is none, or of another shape: whoever reads it would stumble. Reads each of the columns once; none of these tables grows with every message. */
function strayDocuments({ connection }: Pick<ProjectDatabase, 'connection'>): StrayContents[] {
  return DOCUMENTS.flatMap(({ table, column, is, members = {}, only }) => {
    const parts = Object.entries(members).map(([name, kinds]) => `COALESCE(json_type(${column}, '$.${name}') IN (${kinds.map((kind) => `'${kind}'`).join(', ')}), 0)`);
    // JSON functions throw on what is no JSON, so that it is asked for first
    const count = `SELECT count(*) FROM ${table} WHERE ${column} IS NOT NULL AND ${only === undefined ? '1' : 'kind = ?'} AND NOT CASE WHEN json_valid(${column}) THEN ${[`json_type(${column}) = '${is}'`, ...parts].join(' AND ')} ELSE 0 END`;
    const rows = connection.prepare(count).pluck().get(...(only === undefined ? [] : [only])) as number;
    return rows === 0 ? [] : [{ table, column, rows }];
  });
}

/** Everything in an open project that has its place and is of no use there: codes of no vocabulary, and documents of no known shape. Empty in what this program wrote. */
export function strayContents(project: Pick<ProjectDatabase, 'connection'>): StrayContents[] {
  return [...strayCodes(project), ...strayDocuments(project)];
}
