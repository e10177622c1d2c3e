import type { z } from 'zod';
import { LEAST_FLOORS, type Floors } from '../../domain/model/floors.ts';

type Shape = Readonly<Record<string, unknown>>;
/** The parts of a schema that matter here. */
interface Part {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
}

const CASES = ['n', 'requests'] as const;
const PEOPLE = ['people', 'authors', 'size', 'askers'] as const;
/** What an estimate is called wherever a figure is told with its limits. */
const ESTIMATES = ['estimate', 'low', 'high'] as const;
/** Lists that draw a figure point by point: they are emptied with it. */
const DRAWN = new Set(['steps', 'curve', 'points']);

const partOf = (schema: z.core.$ZodType): Part => schema._zod.def;
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema under what may be left out or null. */
function bare(schema: z.core.$ZodType): { readonly schema: z.core.$ZodType; readonly nullable: boolean } {
  let [inner, nullable] = [schema, false];
  for (let part = partOf(inner); part.innerType !== undefined && ['nullable', 'optional', 'default', 'readonly'].includes(part.type); part = partOf(inner)) {
    nullable ||= part.type === 'nullable';
    inner = part.innerType;
  }
  return { schema: inner, nullable };
}

function counted(value: Shape, names: readonly string[]): number | null {
  for (const name of names) {
    const found = value[name];
    if (typeof found === 'number') return found;
  }
  return null;
}

/** A floor acts only where it was raised: what the definitions ask for has been asked already. */
function isUnder(value: Shape, { people, cases }: Floors): boolean {
  const [some, persons] = [counted(value, CASES), counted(value, PEOPLE)];
  return (cases > LEAST_FLOORS.cases && some !== null && some < cases) || (people > LEAST_FLOORS.people && persons !== null && persons < people);
}

/** A figure without its numbers: what may be null is, what draws it is empty; counts, names and reasons stay. */
function withheld(value: Shape, shape: Readonly<Record<string, z.core.$ZodType>>): Shape {
  return Object.fromEntries(Object.entries(value).map(([name, part]) => {
    const declared = shape[name];
    if (name === 'tooFew') return [name, true];
    if (declared === undefined || [...CASES, ...PEOPLE].some((counts) => counts === name)) return [name, part];
    const { schema, nullable } = bare(declared);
    const { type, element, shape: inner } = partOf(schema);
    if (nullable && (type === 'number' || type === 'object')) return [name, null];
    if (Array.isArray(part) && element !== undefined) {
      const { shape: row } = partOf(bare(element).schema);
      if (DRAWN.has(name)) return [name, []];
      return [name, row === undefined ? part : part.map((one: unknown) => (isShape(one) ? withheld(one, row) : one))];
    }
    return [name, isShape(part) && inner !== undefined ? withheld(part, inner) : part];
  }));
}

/** True for a schema of an estimate with its limits. */
function isEstimate(schema: z.core.$ZodType): boolean {
  const { shape } = partOf(schema);
  return shape !== undefined && ESTIMATES.every((name) => name in shape);
}

/** An estimate within something that has too few cases: null where it may be, else without its numbers and with that reason. */
function withheldEstimate(part: unknown, declared: z.core.$ZodType): unknown {
  const { schema, nullable } = bare(declared);
  const { shape } = partOf(schema);
  if (nullable || !isShape(part) || shape === undefined) return null;
  return { ...withheld(part, shape), ...('gap' in shape ? { gap: 'too-few' } : {}) };
}

/** A sentence by rule is not said at all of fewer cases: its form for too few speaks of the floors of the definitions. */
function isUnsaid(schema: z.core.$ZodType, value: unknown, floors: Floors): boolean {
  const { shape } = partOf(bare(schema).schema);
  return shape !== undefined && 'rule' in shape && 'form' in shape && 'evidence' in shape && isShape(value) && isUnder(value, floors);
}

/**
 * An answer under floors that a person raised: wherever it tells a figure of fewer cases or people than that, the figure is
 * withheld as it would be under the floors of the definitions: `tooFew` is true, what may be null is null, and a share of k in n
 * keeps both and loses its estimate, a sentence by rule is left out. Works by the operation's own schema, so that every answer still fits it, and every room,
 * report and caller gets the same. `true` and counts are never made up. Linear in the answer.
 */
export function underRaisedFloors(schema: z.core.$ZodType, value: unknown, floors: Floors): unknown {
  const { schema: inner } = bare(schema);
  const { type, shape, element, valueType } = partOf(inner);
  if (type === 'array' && element !== undefined && Array.isArray(value)) return value.filter((one: unknown) => !isUnsaid(element, one, floors)).map((one: unknown) => underRaisedFloors(element, one, floors));
  if (type === 'record' && valueType !== undefined && isShape(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, underRaisedFloors(valueType, one, floors)]));
  if (type !== 'object' || shape === undefined || !isShape(value)) return value;
  const flag = shape['tooFew'];
  const isFigure = flag !== undefined && partOf(bare(flag).schema).type === 'boolean';
  if (isFigure && isUnder(value, floors)) return withheld(value, shape);
  const isLow = !isFigure && isUnder(value, floors);
  const lowered = isLow && typeof value['k'] === 'number';
  return Object.fromEntries(Object.entries(value).map(([name, part]) => {
    const declared = shape[name];
    if (declared === undefined) return [name, part];
    if (isLow && isEstimate(bare(declared).schema) && (bare(declared).nullable || 'gap' in (partOf(bare(declared).schema).shape ?? {}))) return [name, withheldEstimate(part, declared)];
    if (lowered && ESTIMATES.some((estimate) => estimate === name)) return [name, bare(declared).nullable ? null : part];
    return [name, underRaisedFloors(declared, part, floors)];
  }));
}
