import { z } from 'zod';
import { HOSTILE_KEYS, hostileNumber, hostileText, hostileValue, ownMembers } from './hostile-values.ts';
import type { Draws } from './draws.ts';

/** The part of JSON Schema that the contract's shapes use. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

/** What is known of a project by the names of members: ids and words that earlier answers held. */
export type KnownValues = ReadonlyMap<string, readonly unknown[]>;

/** Texts that satisfy the contract's patterns, by a part of the pattern. */
const PATTERNED: readonly (readonly [part: string, text: string])[] = [
  ['W\\d', '2025-W10'], ['\\d{4}-\\d{2}-\\d{2}', '2025-03-10'], ['#[0-9A-Fa-f]', '#1a2b3c'], ['data:image', 'data:image/png;base64,iVBORw0KGgo='], ['present', '#/present/notes'], ['#\\/', '#/overview'], ['\\S{1,120}', 'a-word'],
];

interface Drawing {
  readonly draws: Draws;
  readonly known: KnownValues;
  readonly root: Shape;
}

function drawnText(shape: Shape, { draws }: Drawing): string {
  const { pattern, minLength = 0, maxLength = 4000 } = shape;
  if (pattern !== undefined && draws.chance(0.9)) return PATTERNED.find(([part]) => pattern.includes(part))?.[1] ?? 'x';
  const text = draws.chance(0.6) ? draws.pick(['Aurora', 'Bottega', 'carta', 'it', 'prova', '2025-03-10', 'Ciao, come va?']) : hostileText(draws);
  return text.padEnd(minLength, 'x').slice(0, maxLength);
}

function drawnNumber(shape: Shape, { draws }: Drawing): number {
  const [low, high] = [shape.minimum ?? shape.exclusiveMinimum ?? -1e6, shape.maximum ?? 1e6];
  const edge = draws.below(10);
  if (edge === 0) return hostileNumber(draws);
  if (edge === 1) return low;
  if (edge === 2) return high;
  // most whole numbers of the contract are ids, pages and counts, or times
  const span = Math.min(high - low, draws.chance(0.7) ? 40 : 1e9);
  const start = low < -1e9 ? draws.pick([0, Date.UTC(2025, 2, 1)]) : low;
  return shape.type === 'integer' ? Math.round(start) + draws.below(span + 1) : start + (draws.below(1001) / 1000) * span;
}

function drawnObject(shape: Shape, at: Drawing, depth: number): unknown {
  const { draws } = at;
  const entries: (readonly [string, unknown])[] = [];
  const needed = new Set(shape.required);
  for (const [key, member] of Object.entries(shape.properties ?? {})) if (needed.has(key) || draws.chance(depth > 3 ? 0.15 : 0.35)) entries.push([key, drawnMember(key, member, at, depth + 1)]);
  if (typeof shape.additionalProperties === 'object') for (let count = draws.below(4); count > 0; count -= 1) entries.push([draws.chance(0.7) ? drawnText(shape.propertyNames ?? {}, at) : draws.pick(HOSTILE_KEYS), drawnValue(shape.additionalProperties, at, depth + 1)]);
  return ownMembers(entries);
}

function drawnMember(key: string, shape: Shape, at: Drawing, depth: number): unknown {
  const { draws, known } = at;
  const values = known.get(key) ?? [];
  if (values.length > 0 && shape.enum === undefined && draws.chance(0.7)) return draws.pick(values);
  // of a list, the name in the singular: `messageIds` holds values of `messageId`
  const single = known.get(key.replace(/s$/, '')) ?? [];
  if (shape.type === 'array' && single.length > 0 && draws.chance(0.7)) return Array.from({ length: 1 + draws.below(Math.min(3, shape.maxItems ?? 3)) }, () => draws.pick(single));
  return drawnValue(shape, at, depth);
}

function drawnValue(shape: Shape, at: Drawing, depth: number): unknown {
  const { draws, root } = at;
  if (shape.$ref !== undefined) return depth > 6 ? null : drawnValue(root.$defs?.[shape.$ref.split('/').at(-1) ?? ''] ?? {}, at, depth + 1);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return draws.pick(shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return drawnValue(draws.pick(choices), at, depth + 1);
  switch (shape.type) {
    case 'string': return drawnText(shape, at);
    case 'integer':
    case 'number': return drawnNumber(shape, at);
    case 'boolean': return draws.chance(0.5);
    case 'null': return null;
    case 'array': {
      if (shape.prefixItems !== undefined) return shape.prefixItems.map((item) => drawnValue(item, at, depth + 1));
      const least = shape.minItems ?? 0;
      return Array.from({ length: least + draws.below(Math.max(1, Math.min(4, (shape.maxItems ?? 4) - least + 1))) }, () => drawnValue(shape.items ?? {}, at, depth + 1));
    }
    case 'object': return drawnObject(shape, at, depth);
    default: return hostileValue(draws);
  }
}

/** Changes one member somewhere: dropped, of another type, or one more than the shape allows. */
function spoilt(value: unknown, draws: Draws): unknown {
  if (typeof value !== 'object' || value === null || draws.chance(0.25)) return hostileValue(draws);
  const keys = Object.keys(value);
  if (keys.length === 0 || draws.chance(0.15)) return Array.isArray(value) ? [...(value as unknown[]), hostileValue(draws)] : ownMembers([...Object.entries(value), [draws.pick(HOSTILE_KEYS), hostileValue(draws)]]);
  const at = draws.pick(keys);
  const member = (value as Record<string, unknown>)[at];
  if (Array.isArray(value)) return value.map((each: unknown, position) => (String(position) === at ? spoilt(each, draws) : each));
  if (draws.chance(0.2)) return ownMembers(Object.entries(value).filter(([key]) => key !== at));
  return ownMembers(Object.entries(value).map(([key, each]) => [key, key === at ? spoilt(member, draws) : each]));
}

const shapes = new Map<z.ZodType, Shape>();

/** An input for an operation: mostly of its shape, with values that the project knows; sometimes with one part spoilt, rarely without any shape. */
export function drawnInput(schema: z.ZodType, known: KnownValues, draws: Draws): unknown {
  const root = shapes.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);
  shapes.set(schema, root);
  if (draws.chance(0.03)) return hostileValue(draws);
  const value = drawnValue(root, { draws, known, root }, 0);
  return draws.chance(0.2) ? spoilt(value, draws) : value;
}
