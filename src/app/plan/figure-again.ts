import type { FigureSource } from '../../contract/operations/findings.ts';
import type { FindingFigure } from '../../domain/strategy/finding-standing.ts';

type Step = FigureSource['at'][number];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function stepped(value: unknown, step: Step): unknown {
  if (typeof step === 'number') return Array.isArray(value) ? (value as readonly unknown[])[step] : undefined;
  if (typeof step === 'string') return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return Array.isArray(value) ? (value as readonly unknown[]).find((item) => isObject(item) && Object.entries(step).every(([key, wanted]) => item[key] === wanted)) : undefined;
}

/** The figure that a source names within an answer; null when the way leads nowhere. Fields that are no number are null. */
export function figureWithin(answer: unknown, { at, fields }: FigureSource): FindingFigure | null {
  const found = at.reduce<unknown>(stepped, answer);
  if (!isObject(found)) return null;
  const number = (name: string | undefined): number | null => (name !== undefined && typeof found[name] === 'number' ? found[name] : null);
  return { estimate: number(fields.estimate), low: number(fields.low), high: number(fields.high), n: number(fields.n) };
}
