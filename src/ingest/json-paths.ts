import type { JsonItem, JsonObject } from './json-item.ts';

/** An item before it is known where in the file it stands. */
export type FoundItem = Omit<JsonItem, 'line'>;

/** Levels of nesting beyond which a value is no message. */
export const DEEPEST = 64;
/** Longest text kept of an object that holds items, in characters. */
export const MEMBER_TEXT = 4096;

/** Depth of a value; more than the deepest allowed is reported as one more than that. */
export function depthOf(value: unknown, limit = DEEPEST + 1): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (limit === 0) return 1;
  let deepest = 0;
  for (const inner of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) deepest = Math.max(deepest, depthOf(inner, limit - 1));
  return deepest + 1;
}

/** A path pattern as steps: `[]` is any element, `*` any key. `''` is the document itself. */
export function pathSteps(pattern: string): string[] {
  return pattern.split('.').flatMap((step) => {
    const key = step.replace(/(?:\[\])+$/, '');
    return [...(key === '' ? [] : [key]), ...Array.from({ length: (step.length - key.length) / 2 }, () => '[]')];
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members of an object that fit beside an item: no arrays, no long texts, no large objects. */
function smallMembers(value: JsonObject): JsonObject {
  const kept: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    if (Array.isArray(member)) continue;
    if (typeof member === 'string' ? member.length <= MEMBER_TEXT : !isObject(member) || depthOf(member) <= 3) kept[key] = member;
  }
  return kept;
}

function* walk(at: unknown, steps: readonly string[], ancestors: readonly JsonObject[]): Generator<Omit<FoundItem, 'path'>> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    yield { value: at, ancestors };
    return;
  }
  if (step === '[]') {
    if (Array.isArray(at)) for (const element of at as unknown[]) yield* walk(element, rest, ancestors);
    return;
  }
  if (!isObject(at)) return;
  const known = [...ancestors, smallMembers(at)];
  for (const key of step === '*' ? Object.keys(at) : Object.hasOwn(at, step) ? [step] : []) yield* walk(at[key], rest, known);
}

/** True where a value holds what a pattern names: the list, be it empty, or the one value. */
export function holdsPath(value: unknown, steps: readonly string[]): boolean {
  const isList = steps.at(-1) === '[]';
  for (const found of walk(value, isList ? steps.slice(0, -1) : steps, [])) if (!isList || Array.isArray(found.value)) return true;
  return false;
}

/**
 * Patterns of which some lie below others, `[]` and `[].data[]`: what stands under the upper one is a page where it holds
 * what a lower one names, and an item itself where it does not.
 */
export interface Pages {
  /** The patterns below none: those to look for. */
  readonly outer: readonly string[];
  /** The items of something found under an outer pattern: of a page those inside, in the order of the patterns. */
  readonly items: (found: FoundItem) => Iterable<FoundItem>;
}

/** Sorts patterns into those of pages and those of the items inside. */
export function createPages(patterns: readonly string[]): Pages {
  const all = [...new Set(patterns)].map((pattern) => ({ pattern, steps: pathSteps(pattern) }));
  const isBelow = (lower: readonly string[], upper: readonly string[]): boolean => lower.length > upper.length && upper.every((step, position) => step === lower[position]);
  const topmost = (some: typeof all): typeof all => some.filter(({ steps }) => !some.some((other) => isBelow(steps, other.steps)));
  const inside = new Map(all.map(({ pattern, steps }) => [pattern, topmost(all.filter((other) => isBelow(other.steps, steps))).map((other) => ({ pattern: other.pattern, steps: other.steps.slice(steps.length) }))]));
  function* items(found: FoundItem): Generator<FoundItem> {
    const held = (inside.get(found.path) ?? []).filter(({ steps }) => holdsPath(found.value, steps));
    if (held.length === 0) yield found;
    for (const { pattern, steps } of held) for (const { value, ancestors } of walk(found.value, steps, found.ancestors)) yield* items({ value, ancestors, path: pattern });
  }
  return { outer: topmost(all).map(({ pattern }) => pattern), items };
}

/** The items of a whole document under some patterns, pattern by pattern. */
export function* itemsIn(document: unknown, { outer, items }: Pages): Generator<FoundItem> {
  for (const pattern of outer) for (const { value, ancestors } of walk(document, pathSteps(pattern), [])) yield* items({ value, ancestors, path: pattern });
}
