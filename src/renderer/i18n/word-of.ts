/**
 * The catalogue key of a stored code, or null for a code this version does not know (a project may be newer than it).
 * @example wordOf({ 'no-brand-message': 'noBrandMessage' }, 'x') // null
 */
export function wordOf<const Table extends Readonly<Record<string, string>>>(table: Table, code: string): Table[keyof Table] | null {
  for (const name of Object.keys(table) as (keyof Table)[]) if (name === code) return table[name];
  return null;
}
