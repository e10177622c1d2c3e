import { useCallback, useEffect, useMemo, useState } from 'react';
import { useScope } from '../../state/navigation.ts';
import { stableText } from '../../state/operation-cache.ts';
import type { OperationState } from '../../state/operation-state.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { hoursInput, type Calendar, type Hours } from './hours-words.ts';

const PAUSE_MS = 250;

/** What was done last, while undo would take it back. */
export type HoursNote = 'saved' | 'removed' | null;

/** A draft of opening hours: changed in the window, tried by the engine as it stands, kept only when saved. */
export interface HoursDesk {
  /** The calendar in force, or the one to start from. */
  readonly kept: OperationState<Calendar>;
  /** The same with the draft in its place; the one in force until there is a draft. */
  readonly tried: Calendar | null;
  readonly hours: Hours | null;
  readonly isChanged: boolean;
  readonly change: (hours: Hours) => void;
  readonly discard: () => void;
  readonly save: () => Promise<void>;
  /** Takes the hours of the brand back. */
  readonly remove: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly note: HoursNote;
}

/** The desk of the page of opening hours; a save and a removal are one change each, taken back here or in the bar. */
export function useHoursDesk(): HoursDesk {
  const workbench = useWorkbench();
  const scope = useScope();
  const [draft, setDraft] = useState<Hours | null>(null);
  const [settled, setSettled] = useState<Hours | null>(null);
  const [note, setNote] = useState<HoursNote>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  const kept = useOperation('clock.calendar', scope);
  const trial = useOperation('clock.calendar', settled === null ? null : { ...scope, draft: hoursInput(settled) });
  const inForce = kept.status === 'value' ? kept.value : null;
  const isChanged = draft !== null && inForce !== null && stableText(draft) !== stableText(inForce.hours);
  useEffect(() => {
    if (draft !== null && inForce !== null && !isChanged) setDraft(null);
  }, [draft, inForce, isChanged]);
  const put = useCallback(async (hours: Hours | null): Promise<void> => {
    const outcome = await workbench.run('clock.setCalendar', { ...(scope.brand === undefined ? {} : { brand: scope.brand }), hours: hours === null ? null : hoursInput(hours) });
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    // saved hours stay on the screen until the engine says them too
    if (hours === null) setDraft(null);
    setNote(hours === null ? 'removed' : 'saved');
    // the bar names what undo would take back
    await workbench.refresh();
  }, [workbench, scope.brand]);
  const undo = useCallback(async (): Promise<void> => {
    const outcome = await workbench.run('history.undo', {});
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    setDraft(null);
    setNote(null);
  }, [workbench]);
  const hours = draft ?? inForce?.hours ?? null;
  const tried = draft !== null && settled !== null && trial.status === 'value' ? trial.value : inForce;
  return useMemo(() => ({
    kept, tried, hours, isChanged, note, undo,
    change(next) {
      setNote(null);
      setDraft(next);
    },
    discard() {
      setDraft(null);
      setSettled(null);
    },
    save: () => (hours === null ? Promise.resolve() : put(hours)),
    remove: () => put(null),
  }), [kept, tried, hours, isChanged, note, undo, put]);
}
