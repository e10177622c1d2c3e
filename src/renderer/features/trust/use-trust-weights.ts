import { useEffect, useState } from 'react';
import type { Failure } from '../../../contract/outcome.ts';
import { stableText } from '../../state/operation-cache.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { PART_ORDER, typedTrustWeight, type PartCode } from './trust-words.ts';

/** Weights by part. */
export type Weights = Readonly<Record<PartCode, number>>;

/** Where a person begins: every part alike, nothing kept yet. */
const EVEN: Weights = { promises: 1, reciprocity: 1, 'tie-strength': 1, care: 1, advocacy: 1 };

/** Weights being typed, and the ways to keep them, drop them or turn the index off. */
export interface TrustWeightsDesk {
  readonly typed: Readonly<Record<PartCode, string>>;
  readonly type: (part: PartCode, text: string) => void;
  /** The weights typed, once all are numbers; null otherwise. */
  readonly weights: Weights | null;
  /** One of them is above 0. */
  readonly counts: boolean;
  /** They differ from those kept. */
  readonly differs: boolean;
  readonly reset: () => void;
  readonly keep: (weights: Weights | null) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** What was just kept, while undo would take it back. */
  readonly last: 'kept' | 'off' | null;
  readonly failure: Failure | null;
  readonly dismiss: () => void;
}

/** The desk of the index: nothing is kept before it is said, and what is kept can be taken back. */
export function useTrustWeights(kept: Weights | null, separator: string): TrustWeightsDesk {
  const workbench = useWorkbench();
  const text = stableText(kept ?? EVEN);
  const written = (): Readonly<Record<PartCode, string>> => {
    const weights = JSON.parse(text) as Weights;
    const write = (part: PartCode): string => String(weights[part]).replace('.', separator);
    return { promises: write('promises'), reciprocity: write('reciprocity'), 'tie-strength': write('tie-strength'), care: write('care'), advocacy: write('advocacy') };
  };
  const [typed, setTyped] = useState(written);
  const [last, setLast] = useState<TrustWeightsDesk['last']>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // weights kept elsewhere, or taken back, put their own numbers into the fields
  useEffect(() => setTyped(written()), [text, separator]);
  const values = PART_ORDER.map((part) => [part, typedTrustWeight(typed[part])] as const);
  const weights = values.every(([, value]) => value !== null) ? (Object.fromEntries(values) as unknown as Weights) : null;
  const run = async (outcome: Promise<{ readonly ok: true } | { readonly ok: false; readonly failure: Failure }>, done: TrustWeightsDesk['last']): Promise<void> => {
    const result = await outcome;
    setFailure(result.ok ? null : result.failure);
    setLast(result.ok ? done : null);
    if (result.ok) await workbench.refresh();
  };
  return {
    typed, weights, last, failure,
    counts: weights !== null && PART_ORDER.some((part) => weights[part] > 0),
    differs: weights !== null && (kept === null || PART_ORDER.some((part) => weights[part] !== kept[part])),
    type: (part, value) => setTyped({ ...typed, [part]: value }),
    reset: () => setTyped(written()),
    keep: (chosen) => run(workbench.run('trust.setWeights', { weights: chosen }), chosen === null ? 'off' : 'kept'),
    undo: () => run(workbench.run('history.undo', {}), null),
    dismiss: () => setFailure(null),
  };
}
