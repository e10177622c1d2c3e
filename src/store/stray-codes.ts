import { ACTS, INTENTS, MESSAGE_KINDS, OUTCOMES, REACTION_KINDS, REPLY_COVERAGES, ROLES, SENTIMENTS, TEXT_KINDS, TIME_PRECISIONS, ZONES } from '../domain/model/codes.ts';
import { PROMISE_REASONS } from '../domain/model/promise-state.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What is said of a project that holds such codes. */
export const STRAY_CODES = 'the project file is damaged: it holds words that no Tribuna wrote; restore a copy, or import its sources again';

/** Columns of codes that the schema itself does not hold to their vocabulary, with what may stand there besides nothing. */
const CODED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  message: { kind: MESSAGE_KINDS, precision: TIME_PRECISIONS },
  reaction: { kind: REACTION_KINDS },
  account_role: { role: ROLES },
  label_verdict: { sentiment: SENTIMENTS, primary_intent: INTENTS, primary_act: ACTS },
  reading: { direction: ['inbound', 'outbound'], text_kind: TEXT_KINDS, sentiment: SENTIMENTS, primary_intent: INTENTS, primary_act: ACTS },
  request: { primary_intent: INTENTS, outcome: OUTCOMES },
  coverage: { replies: REPLY_COVERAGES },
  account_balance: { zone: ZONES },
  promise: { reason: PROMISE_REASONS },
};

/** A column that holds codes of no vocabulary, in so many rows. */
interface StrayCodes {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
}

/**
 * Codes that this program never wrote: a bit that changed inside a word leaves every page in order, and nothing else tells it.
 * Reads each of the tables once.
 */
export function strayCodes({ connection }: Pick<ProjectDatabase, 'connection'>): StrayCodes[] {
  return Object.entries(CODED).flatMap(([table, columns]) => {
    const names = Object.keys(columns);
    const counts = names.map((column) => `COALESCE(sum(${column} NOT IN (${(columns[column] ?? []).map(() => '?').join(', ')})), 0) AS ${column}`).join(', ');
    const found = connection.prepare(`SELECT ${counts} FROM ${table}`).get(...Object.values(columns).flat()) as Record<string, number>;
    return names.map((column): StrayCodes => ({ table, column, rows: found[column] ?? 0 })).filter(({ rows }) => rows > 0);
  });
}
