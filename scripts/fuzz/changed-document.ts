import type { Draws } from './draws.ts';
import { HOSTILE_KEYS, hostileText, hostileValue, ownMembers } from './hostile-values.ts';

/** One place of a document: the list or object that holds a value, and where in it. */
interface Place {
  readonly owner: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

function placesIn(value: unknown, places: Place[] = []): Place[] {
  const open: unknown[] = [value];
  for (let owner = open.pop(); owner !== undefined; owner = open.pop()) {
    if (typeof owner !== 'object' || owner === null) continue;
    for (const key of Array.isArray(owner) ? owner.keys() : Object.keys(owner)) {
      places.push({ owner: owner as Record<string, unknown>, key });
      open.push((owner as Record<string, unknown>)[key]);
    }
  }
  return places;
}

function put({ owner, key }: Place, value: unknown): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Changes a parsed document in place: a member dropped, exchanged, renamed, doubled, moved or of another type. */
function changeOnce(root: { value: unknown }, draws: Draws): void {
  const places = placesIn(root);
  const place = draws.pick(places);
  const { owner, key } = place;
  const old = (owner as Record<string, unknown>)[key];
  switch (draws.below(9)) {
    case 0:
      if (Array.isArray(owner)) owner.splice(Number(key), 1);
      else if (owner !== root) Reflect.deleteProperty(owner, key);
      return;
    case 1: return put(place, hostileValue(draws));
    case 2: return put(place, typeof old === 'string' ? hostileText(draws) : String(old));
    case 3: return put(place, [old]);
    case 4: return put(place, ownMembers([[draws.pick(HOSTILE_KEYS), old], ['value', hostileText(draws)]]));
    case 5: {
      const other = draws.pick(places);
      // what holds itself is no tree any more, and no document
      if (typeof old !== 'object' && typeof (other.owner as Record<string, unknown>)[other.key] !== 'object') {
        put(place, (other.owner as Record<string, unknown>)[other.key]);
        put(other, old);
      }
      return;
    }
    case 6: {
      if (!Array.isArray(owner)) return put({ owner, key: draws.pick(HOSTILE_KEYS) }, hostileValue(draws));
      for (let copy = draws.below(40); copy >= 0; copy -= 1) owner.push(structuredClone(old));
      return;
    }
    case 7: return put(place, typeof old === 'string' ? Number(old) : typeof old === 'number' ? -old : null);
    default: return put(place, typeof old === 'string' ? `${old}${hostileText(draws)}` : hostileValue(draws));
  }
}

function changedValue(value: unknown, draws: Draws): string {
  const root = { value };
  for (let change = draws.below(6); change >= 0; change -= 1) changeOnce(root, draws);
  return JSON.stringify(root.value) ?? 'null';
}

/** A JSON text changed in its structure; null for what is no JSON. */
export function changedJson(text: string, draws: Draws): string | null {
  try {
    return changedValue(JSON.parse(text.replace(/^\ufeff/, '')), draws);
  } catch {
    return null;
  }
}

/** JSON lines with some of them changed, doubled, cut or of another kind; null where no line is JSON. */
export function changedLines(text: string, draws: Draws): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 || changedJson(lines[0] ?? '', draws) === null) return null;
  const changed = lines.flatMap((line) => {
    const kind = draws.below(8);
    if (kind < 3) return [line];
    if (kind === 3) return [line.slice(0, draws.below(line.length))];
    if (kind === 4) return [line, line];
    return [changedJson(line, draws) ?? hostileText(draws)];
  });
  return `${changed.join('\n')}${draws.chance(0.5) ? '\n' : ''}`;
}
