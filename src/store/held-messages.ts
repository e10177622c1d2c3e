import type Database from 'better-sqlite3';
import { messageColumnSlices, type MessageColumns } from './message-columns.ts';
import { brandMask, messageMask } from './message-mask.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { IdCondition, MessageFilters } from './selection-sql.ts';

/** Messages that a scope keeps, by position in the columns. */
export interface MessageSelection {
  readonly columns: MessageColumns;
  /** 1 where the message at a position is kept. */
  readonly mask: Uint8Array;
  /** How many are kept. */
  readonly count: number;
  /** Whether the message of an id is kept. O(1). */
  readonly keeps: (messageId: number) => boolean;
}

/** Columns of all messages of an open project, held in memory while its data stay as they are. */
export interface HeldMessages {
  readonly columns: MessageColumns;
  /** What a scope keeps. */
  readonly selectionOf: (filters: MessageFilters, brandId: number | null) => MessageSelection;
  /** The same as a condition on an id: ids where they are few, else a look into memory for each message. */
  readonly conditionOf: (filters: MessageFilters, brandId: number | null) => IdCondition;
  /** True while nothing has changed that the columns hold. */
  readonly isCurrent: () => boolean;
}

/** Selections that stay in memory: a room asks some ten questions under the same filters. */
const KEPT = 12;
/** Up to so many messages are named one by one, so that SQLite can begin with them. */
const FEW = 2000;
const FUNCTION = 'held_message';

interface Slot {
  readonly key: string;
  readonly filters: MessageFilters;
  readonly brandId: number | null;
  stamp: string;
  selection: MessageSelection | null;
  /** By id, so that a look is one step. */
  byId: Uint8Array | null;
  /** What the SQL function knows it by. */
  number: number | null;
}

/** The SQL function of a connection: which table of ids a number stands for. */
interface LookUp {
  /** From now on numbers are of new columns; those of the columns before the last are forgotten. */
  readonly startGeneration: () => void;
  readonly add: (tableOf: () => Uint8Array) => number;
  readonly set: (number: number, table: Uint8Array) => void;
}

const lookUps = new WeakMap<ProjectDatabase['connection'], LookUp>();

function lookUpOf({ connection }: ProjectDatabase): LookUp {
  const known = lookUps.get(connection);
  if (known !== undefined) return known;
  let made = 0;
  let latest = new Map<number, () => Uint8Array>();
  let before = latest;
  let looked = -1;
  let table = new Uint8Array(0);
  connection.function(FUNCTION, { deterministic: true, directOnly: true }, (number: unknown, id: unknown) => {
    if (number !== looked) {
      const tableOf = latest.get(number as number) ?? before.get(number as number);
      if (tableOf === undefined) throw new RangeError(`unknown selection: ${String(number)}`);
      table = tableOf() as Uint8Array<ArrayBuffer>;
      looked = number as number;
    }
    return table[id as number] ?? 0;
  });
  const lookUp: LookUp = {
    startGeneration: () => {
      before = latest;
      latest = new Map();
    },
    add: (tableOf) => {
      made += 1;
      latest.set(made, tableOf);
      return made;
    },
    set: (number, given) => {
      looked = number;
      table = given as Uint8Array<ArrayBuffer>;
    },
  };
  lookUps.set(connection, lookUp);
  return lookUp;
}

const changes = new WeakMap<ProjectDatabase, number>();

/** Says that something of a project was, or is about to be, changed by a person: what was selected among its messages is selected anew. */
export function noteChange(project: ProjectDatabase): void {
  changes.set(project, (changes.get(project) ?? 0) + 1);
}

/** What changes whenever a file may have changed: for what rests on roles and tribes besides messages. */
export function fileStamp(project: ProjectDatabase): string {
  return `${String(changes.get(project) ?? 0)} ${heldVersion(project) ?? ''}`;
}

/** What the columns of messages were read from: the data's version, the stages of the analysis, and what other connections wrote. Null while a stage is being made. */
export function heldVersion(project: ProjectDatabase): string | null {
  const { stages, setting, others } = versionsOf(project);
  const made = stages.get() as string;
  if (made.includes('unfinished')) return null;
  return `${(setting.get() as string | undefined) ?? ''} ${made} ${String(others.get())}`;
}

interface Versions {
  readonly stages: Database.Statement;
  readonly setting: Database.Statement;
  readonly others: Database.Statement;
}

const versions = new WeakMap<ProjectDatabase['connection'], Versions>();

function versionsOf({ connection }: ProjectDatabase): Versions {
  const known = versions.get(connection);
  if (known !== undefined) return known;
  const made = {
    stages: connection.prepare(`SELECT COALESCE(group_concat(name || definition_version || input_version || finished_at_ms), '') FROM (SELECT * FROM stage ORDER BY name)`).pluck(),
    setting: connection.prepare(`SELECT value FROM setting WHERE key = 'data_version'`).pluck(),
    others: connection.prepare('PRAGMA data_version').pluck(),
  };
  versions.set(connection, made);
  return made;
}

/**
 * Builds what is held of a project's messages, in slices between which other questions are answered. The last value is null
 * where the data changed meanwhile, or are being changed.
 */
export function* heldMessageSlices(project: ProjectDatabase): Generator<null, HeldMessages | null> {
  const version = heldVersion(project);
  if (version === null) return null;
  const stamp = fileStamp(project);
  const slices = messageColumnSlices(project);
  for (let step = slices.next(); ; step = slices.next()) {
    if (step.done === true) return fileStamp(project) === stamp ? heldMessages(project, step.value, version) : null;
    yield null;
    if (!project.connection.open || fileStamp(project) !== stamp) return null;
  }
}

function heldMessages(project: ProjectDatabase, columns: MessageColumns, version: string): HeldMessages {
  const slots: Slot[] = [];
  const latest = new Map<Slot, number>();
  const brands = new Map<number, { readonly stamp: string; readonly mask: Uint8Array }>();
  let asked = 0;
  const brandOf = (brandId: number): Uint8Array => {
    const stamp = fileStamp(project);
    const known = brands.get(brandId);
    if (known?.stamp === stamp) return known.mask;
    const mask = brandMask(project, columns, brandId);
    brands.set(brandId, { stamp, mask });
    return mask;
  };
  const slotOf = (filters: MessageFilters, brandId: number | null): Slot => {
    const key = JSON.stringify([brandId, ...Object.entries(filters).filter(([, value]) => value !== undefined).sort(([one], [other]) => (one < other ? -1 : 1))]);
    const found = slots.find((slot) => slot.key === key);
    if (found !== undefined) return found;
    const made: Slot = { key, filters, brandId, stamp: '', selection: null, byId: null, number: null };
    slots.push(made);
    return made;
  };
  const selected = (slot: Slot): MessageSelection => {
    const stamp = fileStamp(project);
    asked += 1;
    latest.set(slot, asked);
    if (slot.selection !== null && slot.stamp === stamp) return slot.selection;
    const mask = messageMask(project, columns, slot, brandOf);
    let count = 0;
    for (let at = 0; at < mask.length; at += 1) count += mask[at] ?? 0;
    slot.stamp = stamp;
    slot.byId = null;
    slot.selection = { columns, mask, count, keeps: (messageId) => (slot.byId ?? tableOf(slot))[messageId] === 1 };
    if (latest.size > KEPT) {
      const [oldest] = [...latest].sort(([, one], [, other]) => one - other)[0] ?? [];
      if (oldest !== undefined) {
        oldest.selection = null;
        oldest.byId = null;
        latest.delete(oldest);
      }
    }
    return slot.selection;
  };
  const tableOf = (slot: Slot): Uint8Array => {
    const { mask } = selected(slot);
    if (slot.byId !== null) return slot.byId;
    const table = new Uint8Array((columns.ids[columns.size - 1] ?? 0) + 1);
    for (let at = 0; at < mask.length; at += 1) if (mask[at] === 1) table[columns.ids[at] ?? 0] = 1;
    slot.byId = table;
    return table;
  };
  const lookUp = lookUpOf(project);
  lookUp.startGeneration();
  return {
    columns,
    isCurrent: () => heldVersion(project) === version,
    selectionOf: (filters, brandId) => selected(slotOf(filters, brandId)),
    conditionOf: (filters, brandId) => {
      const slot = slotOf(filters, brandId);
      const { mask, count } = selected(slot);
      if (count <= FEW) {
        const few: number[] = [];
        for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) few.push(columns.ids[at] ?? 0);
        return { sql: (id) => `${id} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(few)] };
      }
      const table = tableOf(slot);
      slot.number ??= lookUp.add(() => slot.byId ?? tableOf(slot));
      lookUp.set(slot.number, table);
      return { sql: (id) => `${FUNCTION}(?, ${id})`, parameters: [slot.number] };
    },
  };
}
