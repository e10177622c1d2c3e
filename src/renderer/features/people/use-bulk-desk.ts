import { useState } from 'react';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { TOLD_ABOVE, type BulkChange } from './bulk-change.ts';
import type { ListedProfile } from './people-types.ts';

/** Changing many people at once. */
export interface BulkDesk {
  /** The change that is told and waits for a word; null when none does. */
  readonly waiting: BulkChange | null;
  /** Makes a change, or tells it first where it reaches more than fifty people. */
  readonly ask: (change: BulkChange) => void;
  readonly confirm: () => void;
  readonly leave: () => void;
  readonly isBusy: boolean;
  /** How many were changed by the last one; null before. */
  readonly done: number | null;
}

/** The desk of the chosen people: every change is one, which undo takes back whole. */
export function useBulkDesk(profiles: readonly ListedProfile[]): BulkDesk {
  const workbench = useWorkbench();
  const analyse = useCalmAnalysis();
  const [waiting, setWaiting] = useState<BulkChange | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const accountIds = profiles.map(({ accountId }) => accountId);
  const changed = async (change: BulkChange): Promise<number | null> => {
    const outcome = change.kind === 'role'
      ? await workbench.run('roles.decide', { decisions: accountIds.map((accountId) => ({ accountId, role: change.role, verdict: 'is' as const, fromMs: null, toMs: null, ...(change.brand === null ? {} : { brand: change.brand }) })) })
      : change.kind === 'tribe' ? await workbench.run('tribes.putPeople', { id: change.id, accountIds, on: change.on })
        : change.kind === 'tag' ? await workbench.run('notes.tag', { tag: change.tag, accountIds, on: change.on })
          : await workbench.run('notes.addText', { text: change.text, accountIds });
    if (outcome.ok) return outcome.value.changed;
    workbench.failure.set(outcome.failure);
    return null;
  };
  const make = async (change: BulkChange): Promise<void> => {
    setWaiting(null);
    setBusy(true);
    const count = await changed(change);
    setBusy(false);
    setDone(count);
    if (count === null) return;
    await workbench.refresh();
    if (change.kind === 'role') analyse();
  };
  return {
    waiting, isBusy, done,
    ask: (change) => {
      setDone(null);
      if (profiles.length > TOLD_ABOVE) setWaiting(change);
      else void make(change);
    },
    confirm: () => {
      if (waiting !== null) void make(waiting);
    },
    leave: () => setWaiting(null),
  };
}
