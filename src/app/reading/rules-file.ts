import { z } from 'zod';
import { ownRuleSchema, ruleSetSchema } from '../../contract/operations/reading.ts';
import { failed, success, type Failure, type Outcome } from '../../contract/outcome.ts';
import type { OwnRule } from '../../domain/model/own-rule.ts';
import { csvCell, plainCell } from '../../domain/wording/csv-cell.ts';
import { csvText, type CsvSeparator } from '../../domain/wording/csv-text.ts';
import { csvRows } from './csv-rows.ts';

const fileSchema = z.object({ tribunaRules: z.literal(1), rules: ruleSetSchema });
const COLUMNS = ['id', 'name', 'language', 'direction', 'label', 'effect', 'lines', 'must match', 'must not match'] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['name', 'label', 'lines'];
const BOM = '\uFEFF';

/** Rules as readable JSON that another project takes in. */
export function rulesAsJson(rules: readonly OwnRule[]): string {
  return `${JSON.stringify({ tribunaRules: 1, rules }, null, 2)}\n`;
}

/** Rules as CSV with CRLF, one a row, lines and examples below each other within their cell; opens in a spreadsheet, which computes none of it. */
export function rulesAsCsv(rules: readonly OwnRule[], separator: CsvSeparator): string {
  const rows = rules.map(({ id, name, language, direction, code, effect, lines, matches, rejects }) =>
    [id, name, language, direction, code, effect, lines.join('\n'), matches.join('\n'), rejects.join('\n')].map(csvCell));
  return csvText([COLUMNS, ...rows], separator);
}

const linesIn = (cell: string): string[] => cell.split(/\r\n|\r|\n/u).map((line) => line.trim()).filter((line) => line !== '');

const issuesOf = (error: z.ZodError): NonNullable<Failure['issues']> => error.issues.slice(0, 50).map(({ path, message }) => ({ path: path.map(String).join('.'), message }));

function rulesInTable(text: string): Outcome<OwnRule[]> {
  const [head = [], ...rows] = csvRows(text);
  const places = new Map(head.map((name, at) => [name.trim().toLowerCase(), at] as const));
  const missing = NEEDED.filter((name) => !places.has(name));
  if (missing.length > 0) return failed('invalid-input', `this is no list of rules: the table has no column ${missing.join(', ')}`);
  const rules: OwnRule[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const cell = (name: Column): string => plainCell(row[places.get(name) ?? -1] ?? '').trim();
    const parsed = ownRuleSchema.safeParse({
      id: cell('id') || `row-${String(at + 1)}`, name: cell('name'), language: cell('language') || 'any', direction: cell('direction') || 'inbound', code: cell('label'), effect: cell('effect') || 'on',
      lines: linesIn(cell('lines')), matches: linesIn(cell('must match')), rejects: linesIn(cell('must not match')),
    });
    if (!parsed.success) return failed('invalid-input', `row ${String(at + 2)} of the table is no rule`, issuesOf(parsed.error));
    rules.push(parsed.data);
  }
  const parsed = ruleSetSchema.safeParse(rules);
  return parsed.success ? success(parsed.data) : failed('invalid-input', 'the table holds more rules than a project may have', issuesOf(parsed.error));
}

/** Reads rules from a text: JSON as {@link rulesAsJson} writes it, else a table whose columns are named as {@link rulesAsCsv} names them. Failure `invalid-input` says what is wrong and where. */
export function rulesFromText(text: string): Outcome<OwnRule[]> {
  const bare = text.startsWith(BOM) ? text.slice(1) : text;
  if (!/^\s*[{[]/u.test(bare)) return rulesInTable(bare);
  let read: unknown;
  try {
    read = JSON.parse(bare);
  } catch {
    return failed('invalid-input', 'this is no list of rules: the JSON is not valid');
  }
  const parsed = fileSchema.safeParse(read);
  return parsed.success ? success(parsed.data.rules) : failed('invalid-input', 'this is no list of rules: choose the file that another Tribuna wrote', issuesOf(parsed.error));
}
