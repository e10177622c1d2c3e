/** What a command accepts: its options by name, and whether each takes a value and may be repeated. */
export type OptionTable = Readonly<Record<string, 'flag' | 'value' | 'values'>>;

/** A command line taken apart. Options not given are absent from `values` and `lists`. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** Bad usage: exit code 2, with a sentence that names the offending word. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/**
 * Takes a command line apart. `--name value` and `--name=value` are the same; after `--` everything is positional, and
 * a lone `-` is a positional. Throws {@link UsageError} `unknown option: --x`, `missing value: --x`, `repeated option: --x`.
 */
export function parsedArguments(words: readonly string[], table: OptionTable): ParsedArguments {
  const positionals: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  for (let position = 0; position < words.length; position += 1) {
    const word = words[position] ?? '';
    if (word === '--') {
      positionals.push(...words.slice(position + 1));
      break;
    }
    if (!word.startsWith('--')) {
      positionals.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    const kind = Object.hasOwn(table, name) ? table[name] : undefined;
    if (kind === undefined) throw new UsageError(`unknown option: --${name}`);
    if (kind === 'flag') {
      if (equals >= 0) throw new UsageError(`unexpected value: ${word}`);
      flags.add(name);
      continue;
    }
    const value = equals >= 0 ? word.slice(equals + 1) : words[++position];
    if (value === undefined || (equals < 0 && value.startsWith('--'))) throw new UsageError(`missing value: --${name}`);
    if (kind === 'values') lists.set(name, [...(lists.get(name) ?? []), value]);
    else if (values.has(name)) throw new UsageError(`repeated option: --${name}`);
    else values.set(name, value);
  }
  return { positionals, flags, values, lists };
}

/** An ISO 8601 instant as UTC ms. A time without a zone is UTC; a date alone is its midnight UTC. Throws {@link UsageError}. */
export function isoInstant(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const shape = /^\d{4}-\d{2}-\d{2}(?<time>T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?(?<zone>Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const { time, zone } = shape?.groups ?? {};
  const atMs = shape === null ? Number.NaN : Date.parse(time !== undefined && zone === undefined ? `${text}Z` : text);
  if (Number.isNaN(atMs)) throw new UsageError(`invalid --${option}: ${text} is not an ISO 8601 time`);
  return atMs;
}

/** A whole number of at least `least`. Throws {@link UsageError} `invalid --seed: x`. */
export function wholeNumber(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) throw new UsageError(`invalid --${option}: ${text}`);
  return value;
}

/** One of a closed list of words. Throws {@link UsageError}. */
export function oneOf<Word extends string>(option: string, text: string | undefined, words: readonly Word[]): Word | undefined {
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new UsageError(`invalid --${option}: ${text} (one of ${words.join(', ')})`);
  return word;
}

/** A brand as the command line names it: `NAME`, or `NAME=account,account`. Throws {@link UsageError} for an empty name. */
export function namedBrand(option: string, text: string): { name: string; accounts: string[] } {
  const equals = text.indexOf('=');
  const name = (equals < 0 ? text : text.slice(0, equals)).trim();
  if (name === '') throw new UsageError(`invalid --${option}: ${text} has no name`);
  const accounts = equals < 0 ? [name] : text.slice(equals + 1).split(',').map((account) => account.trim()).filter((account) => account !== '');
  return { name, accounts };
}
