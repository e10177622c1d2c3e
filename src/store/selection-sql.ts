import { INTENTS, codeSet, type Intent, type Role, type Sentiment } from '../domain/model/codes.ts';
import { hoursOfWeek, LOCAL_WEEK_HOUR, narrowsHours } from './local-hours.ts';

/** A piece of a WHERE clause with its bound values; identifiers come from this file alone, values are always bound. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  /** The same condition on nothing but a message's id, where messages are held in memory: who counts rows of another table need not look at each message. */
  readonly ofId?: (() => IdCondition) | undefined;
}

/** A condition on a message's id, given as a column; `parameters` in the order of its `?`. */
export interface IdCondition {
  readonly sql: (id: string) => string;
  readonly parameters: readonly (string | number)[];
}

/** Filters as the contract gives them; every list is an "any of". */
export interface MessageFilters {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly networks?: readonly string[] | undefined;
  readonly containers?: readonly string[] | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly tribes?: readonly string[] | undefined;
  readonly intents?: readonly Intent[] | undefined;
  readonly primaryIntents?: readonly Intent[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly sentiments?: readonly Sentiment[] | undefined;
  readonly text?: string | undefined;
  readonly weekdays?: readonly number[] | undefined;
  readonly hours?: readonly number[] | undefined;
}

/** What selects messages beside filters. `brandId` keeps what is by, to, under or about that brand. */
export interface MessageScope {
  readonly filters?: MessageFilters | undefined;
  readonly brandId?: number | undefined;
  readonly messageIds?: readonly number[] | undefined;
  readonly accountIds?: readonly number[] | undefined;
  readonly direction?: 'inbound' | 'outbound' | 'any' | undefined;
  readonly term?: TermSelection | undefined;
  /** The id of a topic. */
  readonly topic?: string | undefined;
  /** Leaves out what these filters select. */
  readonly except?: MessageFilters | undefined;
  /** Messages held in memory, where they are: filters that would look through other tables are then a look at each message. */
  readonly held?: HeldCondition | undefined;
}

/** Filters and a brand as a condition over what is held in memory. */
export interface HeldCondition {
  readonly conditionOf: (filters: MessageFilters, brandId: number | null) => IdCondition;
}

/** A term as the messages of its language hold it: one character a stem. */
export interface TermSelection {
  readonly language: string;
  readonly code: string;
}

const VOICES = `SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id = ?`;
const ANY_OF = '(SELECT value FROM json_each(?))';

/**
 * The words of a search box as an FTS5 query: each word quoted, all required, the last one a prefix while it is typed.
 * Null when nothing searchable is left. Nothing that a person types is interpreted as query syntax.
 * Source: SQLite FTS5 documentation, "Full-text Query Syntax".
 */
export function searchExpression(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words.map((word, position) => (position === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
}

interface Parts {
  readonly add: (sql: string, ...values: (string | number)[]) => void;
  readonly list: (sql: string, values: readonly (string | number)[] | undefined) => void;
}

/** True where filters or a brand ask other tables than that of messages, or read each time on the clocks of a zone. */
function looksElsewhere({ weekdays, hours, networks, containers, roles, tribes, languages, primaryIntents, sentiments, intents, text }: MessageFilters, brandId: number | undefined): boolean {
  return brandId !== undefined || narrowsHours({ weekdays, hours }) || [networks, containers, roles, tribes, languages, primaryIntents, sentiments, intents, text].some((part) => part !== undefined);
}

/** The filters that look through other tables. */
function addLooks(filters: MessageFilters, { add, list }: Parts): void {
  list(`m.network_id IN (SELECT id FROM network WHERE code IN ${ANY_OF})`, filters.networks);
  list(`m.container_id IN (SELECT id FROM container WHERE name IN ${ANY_OF})`, filters.containers);
  list(`m.account_id IN (SELECT account_id FROM account_role WHERE role IN ${ANY_OF})`, filters.roles);
  list(`m.account_id IN (SELECT account_id FROM tribe_member WHERE tribe IN ${ANY_OF})`, filters.tribes);
  list(`m.id IN (SELECT message_id FROM reading WHERE language IN ${ANY_OF})`, filters.languages);
  list(`m.id IN (SELECT message_id FROM reading WHERE primary_intent IN ${ANY_OF})`, filters.primaryIntents);
  list(`m.id IN (SELECT message_id FROM reading WHERE sentiment IN ${ANY_OF})`, filters.sentiments);
  if (filters.intents !== undefined) add('m.id IN (SELECT message_id FROM reading WHERE intents & ?)', codeSet(INTENTS, filters.intents));
  if (narrowsHours(filters)) list(`${LOCAL_WEEK_HOUR} IN ${ANY_OF}`, hoursOfWeek(filters));
  if (filters.text !== undefined && filters.text.trim() !== '') {
    const expression = searchExpression(filters.text);
    if (expression === null) add('0');
    else add('m.id IN (SELECT rowid FROM message_search WHERE message_search MATCH ?)', expression);
  }
}

/**
 * The condition on alias `m` (table message) that a scope puts on messages; `1` when it puts none. Lists are bound as one
 * JSON text each, so the statement's shape depends on which filters are set, not on their values.
 */
export function messageCondition(scope: MessageScope): SqlCondition {
  const parts: string[] = [];
  const parameters: (string | number)[] = [];
  const add = (sql: string, ...values: (string | number)[]): void => {
    parts.push(sql);
    parameters.push(...values);
  };
  const list = (sql: string, values: readonly (string | number)[] | undefined): void => {
    if (values !== undefined) add(sql, JSON.stringify(values));
  };
  const filters = scope.filters ?? {};
  if (filters.fromMs !== undefined) add('m.created_at_ms >= ?', filters.fromMs);
  if (filters.toMs !== undefined) add('m.created_at_ms < ?', filters.toMs);
  // a time counted back from "2 years ago" places a message in no period
  if (filters.fromMs !== undefined || filters.toMs !== undefined) add(`m.precision NOT IN ('relative', 'none')`);
  const held = scope.held === undefined || !looksElsewhere(filters, scope.brandId) ? null : scope.held.conditionOf(filters, scope.brandId ?? null);
  if (held === null) addLooks(filters, { add, list });
  else add(held.sql('m.id'), ...held.parameters);
  list(`m.id IN ${ANY_OF}`, scope.messageIds);
  list(`m.account_id IN ${ANY_OF}`, scope.accountIds);
  if (scope.direction === 'outbound' || scope.direction === 'inbound') {
    add(`${scope.direction === 'inbound' ? 'NOT ' : ''}EXISTS (SELECT 1 FROM reading d WHERE d.message_id = m.id AND d.direction = 'outbound')`);
  }
  if (scope.term !== undefined) add('m.id IN (SELECT message_id FROM message_term WHERE language = ? AND instr(terms, ?) > 0)', scope.term.language, scope.term.code);
  if (scope.topic !== undefined) add('m.id IN (SELECT message_id FROM topic_message WHERE topic = ?)', scope.topic);
  if (scope.except !== undefined) {
    const excepted = messageCondition({ filters: scope.except, held: scope.held });
    add(`(${excepted.sql}) IS NOT TRUE`, ...excepted.parameters);
  }
  if (scope.brandId !== undefined && held === null) {
    const { brandId } = scope;
    add(
      `(m.container_id IN (SELECT id FROM container WHERE brand_id = ?) OR m.account_id IN (${VOICES})
        OR m.parent_id IN (SELECT id FROM message WHERE account_id IN (${VOICES}))
        OR m.id IN (SELECT message_id FROM mention WHERE account_id IN (${VOICES})))`,
      brandId, brandId, brandId, brandId,
    );
  }
  const sql = parts.length === 0 ? '1' : parts.map((part) => `(${part})`).join(' AND ');
  const { held: memory } = scope;
  const isWhole = [scope.messageIds, scope.accountIds, scope.direction, scope.term, scope.topic, scope.except].every((part) => part === undefined);
  if (memory === undefined || !isWhole) return { sql, parameters };
  return { sql, parameters, ofId: () => (sql === '1' ? { sql: () => '1', parameters: [] } : memory.conditionOf(filters, scope.brandId ?? null)) };
}

/** How a table that names messages by `id` is held against a condition on alias `m`: with the messages joined, or by their ids alone where that is possible. */
export function joinedMessages(condition: SqlCondition, id: string): SqlCondition & { readonly join: string } {
  const own = condition.ofId?.();
  if (own === undefined) return { join: `JOIN message m ON m.id = ${id}`, sql: condition.sql, parameters: condition.parameters };
  return { join: '', sql: own.sql(id), parameters: own.parameters };
}

/**
 * Where two scopes meet: both conditions must hold.
 */
export function bothConditions(first: SqlCondition, second: SqlCondition): SqlCondition {
  return { sql: `(${first.sql}) AND (${second.sql})`, parameters: [...first.parameters, ...second.parameters] };
}
