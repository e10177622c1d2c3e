import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../contract/outcome.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { typedWeight, type WeightsValue } from './value-words.ts';

type Typed = Readonly<Record<string, string>>;
type Rule = WeightsValue['rules'][number]['rule'];

/** A table of weights being typed, and the ways to keep or drop it. */
export interface WeightDraft {
  /** What stands in the fields, by rule. */
  readonly typed: Typed;
  readonly type: (rule: Rule, text: string) => void;
  /** The table typed, once it is whole and differs from the one in force; null otherwise. */
  readonly table: Partial<Record<Rule, number>> | null;
  readonly isInvalid: (rule: Rule) => boolean;
  readonly reset: () => void;
  readonly toDefault: () => void;
  readonly save: (note: string) => Promise<void>;
  readonly revertTo: (version: number) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** The version just kept, while undo would take it back. */
  readonly saved: number | null;
  readonly failure: Failure | null;
  readonly dismiss: () => void;
}

/** The desk on which weights are typed: nothing is kept before it is saved, and what is saved can be taken back. */
export function useWeightDraft({ rules }: WeightsValue, write: (value: number) => string): WeightDraft {
  const workbench = useWorkbench();
  const inForce = useCallback((): Typed => Object.fromEntries(rules.map(({ rule, weight }) => [rule, write(weight)])), [rules, write]);
  const [typed, setTyped] = useState<Typed>(inForce);
  const [saved, setSaved] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // another version in force, by saving, undo or another window, puts its own numbers into the fields
  useEffect(() => setTyped(inForce()), [inForce]);
  const values = rules.map(({ rule, weight }) => ({ rule, weight, value: typedWeight(typed[rule] ?? '') }));
  const whole = values.every(({ value }) => value !== null);
  const differs = values.some(({ value, weight }) => value !== null && value !== weight);
  const table = whole && differs ? Object.fromEntries(values.map(({ rule, value }) => [rule, value ?? 0])) as Partial<Record<Rule, number>> : null;
  const change = async (input: { weights: Partial<Record<Rule, number>>; note: string } | { revertTo: number; note: string }): Promise<void> => {
    const outcome = await workbench.run('value.setWeights', input);
    setFailure(outcome.ok ? null : outcome.failure);
    setSaved(outcome.ok && outcome.value.changed ? outcome.value.version : null);
    if (outcome.ok) await workbench.refresh();
  };
  return {
    typed, table, saved, failure,
    type: (rule, text) => setTyped({ ...typed, [rule]: text }),
    isInvalid: (rule) => typedWeight(typed[rule] ?? '') === null,
    reset: () => setTyped(inForce()),
    toDefault: () => setTyped(Object.fromEntries(rules.map(({ rule, defaultWeight }) => [rule, write(defaultWeight)]))),
    save: async (note) => {
      if (table !== null) await change({ weights: table, note });
    },
    revertTo: (version) => change({ revertTo: version, note: '' }),
    undo: async () => {
      const outcome = await workbench.run('history.undo', {});
      setFailure(outcome.ok ? null : outcome.failure);
      setSaved(null);
    },
    dismiss: () => setFailure(null),
  };
}
