import { INTENTS, SENTIMENTS, codeSet } from '../domain/model/codes.ts';
import { hoursOfWeek, narrowsHours, weekHourIn } from './local-hours.ts';
import { MESSAGE_MARK, NO_INTENTS, positionIn, type MessageColumns } from './message-columns.ts';
import type { ProjectDatabase } from './project-database.ts';
import { searchExpression, type MessageFilters } from './selection-sql.ts';
import { settingOf } from './stage-queries.ts';

/** What a mask keeps: messages under filters, and of one brand where it is given. */
export interface MaskedScope {
  readonly filters: MessageFilters;
  readonly brandId: number | null;
}

const ANY_OF = '(SELECT value FROM json_each(?))';

function ids({ connection }: ProjectDatabase, sql: string, ...parameters: (string | number)[]): number[] {
  return connection.prepare(sql).pluck().all(...parameters) as number[];
}

/** Ids as a table that is looked up by id: 1 where it is one of them. */
function flags(found: readonly number[]): Uint8Array {
  const table = new Uint8Array(found.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const id of found) table[id] = 1;
  return table;
}

/** 1 for every message that is by, to, under or about a brand. One pass and one look at who is named. */
export function brandMask(project: ProjectDatabase, columns: MessageColumns, brandId: number): Uint8Array {
  const voices = flags(ids(project, `SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id = ?`, brandId));
  const places = flags(ids(project, 'SELECT id FROM container WHERE brand_id = ?', brandId));
  const { size, accounts, containers, parents } = columns;
  const mask = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) {
    const parent = parents[at] ?? 0;
    if (places[containers[at] ?? 0] === 1 || voices[accounts[at] ?? 0] === 1 || (parent > 0 && voices[accounts[parent - 1] ?? 0] === 1)) mask[at] = 1;
  }
  const naming = ids(project, `SELECT message_id FROM mention WHERE account_id IN (SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id = ?)`, brandId);
  for (const id of naming) {
    const at = positionIn(columns.ids, id);
    if (at >= 0) mask[at] = 1;
  }
  return mask;
}

type Keeps = (at: number) => boolean;

/** The single filters as tests of a position; each holds what the condition of {@link messageCondition} of the same name holds. */
function tests(project: ProjectDatabase, columns: MessageColumns, filters: MessageFilters): Keeps[] {
  const { networks, containers, accounts, times, marks, languages, languageCodes, intents, primaryIntents, sentiments } = columns;
  const found: Keeps[] = [];
  const byId = (column: Uint32Array, wanted: readonly number[]): void => {
    const table = flags(wanted);
    found.push((at) => table[column[at] ?? 0] === 1);
  };
  const list = (values: readonly string[]): string => JSON.stringify(values);
  const { fromMs, toMs } = filters;
  if (fromMs !== undefined || toMs !== undefined) found.push((at) => ((marks[at] ?? 0) & MESSAGE_MARK.placedInTime) !== 0);
  if (fromMs !== undefined) found.push((at) => (times[at] ?? NaN) >= fromMs);
  if (toMs !== undefined) found.push((at) => (times[at] ?? NaN) < toMs);
  if (narrowsHours(filters)) {
    const [wanted, weekHour] = [flags(hoursOfWeek(filters)), weekHourIn(settingOf(project, 'time_zone'))];
    found.push((at) => ((marks[at] ?? 0) & MESSAGE_MARK.withHour) !== 0 && wanted[weekHour(times[at] ?? NaN)] === 1);
  }
  if (filters.networks !== undefined) byId(networks, ids(project, `SELECT id FROM network WHERE code IN ${ANY_OF}`, list(filters.networks)));
  if (filters.containers !== undefined) byId(containers, ids(project, `SELECT id FROM container WHERE name IN ${ANY_OF}`, list(filters.containers)));
  if (filters.roles !== undefined) byId(accounts, ids(project, `SELECT account_id FROM account_role WHERE role IN ${ANY_OF}`, list(filters.roles)));
  if (filters.tribes !== undefined) byId(accounts, ids(project, `SELECT account_id FROM tribe_member WHERE tribe IN ${ANY_OF}`, list(filters.tribes)));
  if (filters.languages !== undefined) {
    const table = flags(filters.languages.map((code) => languageCodes.indexOf(code) + 1).filter((code) => code > 0));
    found.push((at) => table[languages[at] ?? 0] === 1);
  }
  if (filters.primaryIntents !== undefined) {
    const table = flags(filters.primaryIntents.map((code) => INTENTS.indexOf(code) + 1));
    found.push((at) => table[primaryIntents[at] ?? 0] === 1);
  }
  if (filters.sentiments !== undefined) {
    const table = flags(filters.sentiments.map((code) => SENTIMENTS.indexOf(code) + 1));
    found.push((at) => table[sentiments[at] ?? 0] === 1);
  }
  if (filters.intents !== undefined) {
    const wanted = codeSet(INTENTS, filters.intents);
    found.push((at) => intents[at] !== NO_INTENTS && ((intents[at] ?? 0) & wanted) !== 0);
  }
  return found;
}

/** Positions of messages in which words are found; null where no words are asked for. */
function worded(project: ProjectDatabase, columns: MessageColumns, text: string | undefined): Uint8Array | null {
  if (text === undefined || text.trim() === '') return null;
  const mask = new Uint8Array(columns.size);
  const expression = searchExpression(text);
  if (expression === null) return mask;
  for (const id of ids(project, 'SELECT rowid FROM message_search WHERE message_search MATCH ?', expression)) {
    const at = positionIn(columns.ids, id);
    if (at >= 0) mask[at] = 1;
  }
  return mask;
}

/**
 * 1 at the position of every message that a scope keeps: the same messages as {@link messageCondition} keeps for its filters
 * and brand. `brandOf` gives the mask of a brand, which is worth keeping. A pass over the columns of the filters that are set.
 */
export function messageMask(project: ProjectDatabase, columns: MessageColumns, { filters, brandId }: MaskedScope, brandOf: (brandId: number) => Uint8Array): Uint8Array {
  const mask = worded(project, columns, filters.text) ?? new Uint8Array(columns.size).fill(1);
  for (const keeps of tests(project, columns, filters)) {
    for (let at = 0; at < mask.length; at += 1) if (mask[at] === 1 && !keeps(at)) mask[at] = 0;
  }
  if (brandId !== null) {
    const brand = brandOf(brandId);
    for (let at = 0; at < mask.length; at += 1) if (brand[at] === 0) mask[at] = 0;
  }
  return mask;
}
