import type { Token } from 'stream-json/parser.js';
import { IngestFailure } from './ingest-failure.ts';
import { DEEPEST, MEMBER_TEXT, pathSteps, type FoundItem } from './json-paths.ts';
import { jsonNumber } from './lossless-json.ts';

type Holder = { kind: 'object'; key: string; value: Record<string, unknown> } | { kind: 'array'; value: unknown[] };

/**
 * Assembles the elements under the patterns out of tokens; everything else is passed over, but for plain members of ancestors.
 * Each token gives the item it completes, or null; nesting beyond the deepest allowed throws IngestFailure `unreadable-file`.
 */
export function createItemAssembler(patterns: readonly string[]): (token: Token) => FoundItem | null {
  const wanted = patterns.map((pattern) => ({ pattern, steps: pathSteps(pattern) }));
  // the containers outside items, with what is known of them
  const outside: ({ key: string; members: Record<string, unknown> } | { key: '[]'; members: null })[] = [];
  let pendingKey = '';
  const inside: Holder[] = [];
  let found: string | null = null;

  const here = (): string[] => outside.map(({ key, members }) => (members === null ? '[]' : key));
  const patternHere = (): string | null => {
    const path = here();
    return wanted.find(({ steps }) => steps.length === path.length && steps.every((step, position) => step === path[position] || (step === '*' && path[position] !== '[]')))?.pattern ?? null;
  };
  const put = (value: unknown): void => {
    const holder = inside.at(-1);
    if (holder === undefined) return;
    if (holder.kind === 'array') holder.value.push(value);
    else Object.defineProperty(holder.value, holder.key, { value, writable: true, enumerable: true, configurable: true });
  };
  const finish = (value: unknown): FoundItem | null => {
    const path = found ?? '';
    found = null;
    return { value, path, ancestors: outside.flatMap(({ members }) => (members === null ? [] : [{ ...members }])) };
  };

  function scalar(value: unknown): FoundItem | null {
    if (inside.length > 0) {
      put(value);
      return null;
    }
    const pattern = patternHere();
    if (pattern !== null) {
      found = pattern;
      return finish(value);
    }
    const top = outside.at(-1);
    if (top?.members != null && (typeof value !== 'string' || value.length <= MEMBER_TEXT)) Object.defineProperty(top.members, top.key, { value, writable: true, enumerable: true, configurable: true });
    return null;
  }

  return (token) => {
    switch (token.name) {
      case 'startObject':
      case 'startArray': {
        if (outside.length + inside.length >= DEEPEST) throw new IngestFailure('unreadable-file', `the file is nested more than ${String(DEEPEST)} levels deep`);
        const isArray = token.name === 'startArray';
        if (inside.length === 0) {
          found = patternHere();
          if (found === null) {
            outside.push(isArray ? { key: '[]', members: null } : { key: '', members: {} });
            return null;
          }
        }
        inside.push(isArray ? { kind: 'array', value: [] } : { kind: 'object', key: '', value: {} });
        return null;
      }
      case 'endObject':
      case 'endArray': {
        const closed = inside.pop();
        if (closed === undefined) {
          outside.pop();
          return null;
        }
        if (inside.length === 0) return finish(closed.value);
        put(closed.value);
        return null;
      }
      case 'keyValue': {
        pendingKey = token.value;
        const holder = inside.at(-1) ?? outside.at(-1);
        if (holder !== undefined && 'key' in holder && (!('members' in holder) || holder.members !== null)) holder.key = pendingKey;
        return null;
      }
      case 'stringValue':
        return scalar(token.value);
      case 'numberValue':
        return scalar(jsonNumber(token.value));
      case 'nullValue':
        return scalar(null);
      case 'trueValue':
        return scalar(true);
      case 'falseValue':
        return scalar(false);
      default:
        return null;
    }
  };
}
