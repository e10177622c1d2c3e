import { epochAt, listOf, objectOf, textAt, valueAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';

/** A text of an entry under its label, which is written in the language of the account. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** What an entry of a download says, whatever the generation of its file. */
export interface LabelledEntry {
  /** Heading of the entry; in lists it names an account. */
  readonly title: string | null;
  readonly time: StoredTime;
  /** Addresses, in order. */
  readonly links: readonly string[];
  /** Texts that are no address, in order. */
  readonly texts: readonly LabelledText[];
}

const ADDRESS = /^https?:\/\//i;
const DEEPEST = 8;

/**
 * Reads an entry of Facebook's or Instagram's lists by its structure, never by its localised labels: `string_list_data`,
 * `string_map_data` (2021) and `label_values` with nested `dict` and `vec` (2024) all come down to a time, addresses and
 * texts. Times outside 1990 to 2100 count as none.
 */
export function labelledEntry(value: unknown): LabelledEntry {
  const links = new Set<string>();
  const texts: LabelledText[] = [];
  let time: StoredTime = NO_TIME;
  const take = (member: unknown, label: string): void => {
    const href = textAt(member, 'href');
    if (href !== null && ADDRESS.test(href)) links.add(href.trim());
    const text = textAt(member, 'value')?.trim() ?? null;
    if (text !== null) {
      if (ADDRESS.test(text) && !/\s/.test(text)) links.add(text);
      else texts.push({ label, text });
    }
    const found = epochAt(member, 'timestamp').ms === null ? epochAt(member, 'timestamp_value') : epochAt(member, 'timestamp');
    if (time.ms === null) time = found;
  };
  const walk = (members: unknown, depth: number): void => {
    for (const member of listOf(members)) {
      take(member, textAt(member, 'label') ?? textAt(member, 'title') ?? '');
      if (depth < DEEPEST) for (const nested of ['dict', 'vec', 'label_values']) walk(valueAt(member, nested), depth + 1);
    }
  };
  for (const member of listOf(valueAt(value, 'string_list_data'))) take(member, '');
  for (const [label, member] of Object.entries(objectOf(valueAt(value, 'string_map_data')) ?? {})) take(member, label);
  walk(valueAt(value, 'label_values'), 0);
  if (time.ms === null) time = epochAt(value, 'timestamp');
  return { title: textAt(value, 'title')?.trim() ?? null, time, links: [...links], texts };
}

/** True for an entry that {@link labelledEntry} can read. */
export function isLabelled(value: unknown): boolean {
  return Array.isArray(valueAt(value, 'string_list_data')) || objectOf(valueAt(value, 'string_map_data')) !== null || Array.isArray(valueAt(value, 'label_values'));
}
