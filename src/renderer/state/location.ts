import { INTENTS, ROLES, SENTIMENTS } from '../../domain/model/codes.ts';
import type { Filters } from '../../contract/selection.ts';

/** Where in the workbench one is: a room or page, what it shows, and the filters that act everywhere. */
export interface WorkbenchLocation {
  /** `['overview']`, `['tribes', 'value:even']`; empty at the start. */
  readonly path: readonly string[];
  readonly filters: Filters;
  /** Brand whose figures are shown; the project's own when absent. */
  readonly brand: string | null;
  /** Further parameters of the room (`lens`, `by`). */
  readonly parameters: Readonly<Record<string, string>>;
}

const LISTS = { network: 'networks', container: 'containers', role: 'roles', tribe: 'tribes', intent: 'intents', 'main-intent': 'primaryIntents', language: 'languages', sentiment: 'sentiments' } as const;
const VOCABULARIES: Partial<Record<keyof typeof LISTS, readonly string[]>> = { role: ROLES, intent: INTENTS, 'main-intent': INTENTS, sentiment: SENTIMENTS };
/** Lists of whole numbers, with the least and the highest of them. */
const NUMBERS = { weekday: { member: 'weekdays', least: 1, most: 7 }, hour: { member: 'hours', least: 0, most: 23 } } as const;
const TAKEN = new Set<string>([...Object.keys(LISTS), ...Object.keys(NUMBERS), 'from', 'to', 'text', 'brand']);

function milliseconds(written: string | null): number | null {
  if (written === null || !/^-?\d{1,15}$/.test(written)) return null;
  return Number(written);
}

/**
 * Reads a location from a hash. What it does not understand it leaves out: a damaged link opens what it can.
 * @example locationFromHash('#/tribes/value?intent=trouble').path // ['tribes', 'value']
 */
export function locationFromHash(hash: string): WorkbenchLocation {
  const [pathPart = '', queryPart = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const query = new URLSearchParams(queryPart);
  const filters: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(LISTS) as [keyof typeof LISTS, string][]) {
    const known = VOCABULARIES[name];
    const values = query.getAll(name).filter((value) => value !== '' && (known === undefined || known.includes(value)));
    if (values.length > 0) filters[member] = values;
  }
  for (const [name, { member, least, most }] of Object.entries(NUMBERS)) {
    const values = query.getAll(name).filter((written) => /^\d{1,2}$/.test(written)).map(Number).filter((value) => value >= least && value <= most);
    if (values.length > 0) filters[member] = [...new Set(values)];
  }
  const [fromMs, toMs] = [milliseconds(query.get('from')), milliseconds(query.get('to'))];
  if (fromMs !== null) filters['fromMs'] = fromMs;
  if (toMs !== null) filters['toMs'] = toMs;
  const text = query.get('text');
  if (text !== null && text !== '') filters['text'] = text.slice(0, 200);
  return {
    path: pathPart.split('/').filter((part) => part !== '').map(decoded),
    filters,
    brand: query.get('brand'),
    parameters: Object.fromEntries([...query].filter(([name]) => !TAKEN.has(name))),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Writes a location as a hash; inverse of {@link locationFromHash}. */
export function hashFromLocation({ path, filters, brand, parameters }: WorkbenchLocation): string {
  const query = new URLSearchParams();
  for (const [name, member] of Object.entries(LISTS)) for (const value of filters[member] ?? []) query.append(name, value);
  for (const [name, { member }] of Object.entries(NUMBERS)) for (const value of filters[member] ?? []) query.append(name, String(value));
  if (filters.fromMs !== undefined) query.set('from', String(filters.fromMs));
  if (filters.toMs !== undefined) query.set('to', String(filters.toMs));
  if (filters.text !== undefined && filters.text !== '') query.set('text', filters.text);
  if (brand !== null) query.set('brand', brand);
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  const written = query.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${written === '' ? '' : `?${written}`}`;
}
