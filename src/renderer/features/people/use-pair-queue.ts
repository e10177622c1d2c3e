import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../contract/outcome.ts';
import type { OperationState } from '../../state/operation-state.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { pairKey, QUEUE_PAGE, queueView, type QueueView } from './pair-queue.ts';
import type { Pair } from './people-types.ts';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';

/** What happened last, for those who cannot see the cards change. */
export type QueueNews = { readonly kind: 'same' | 'different'; readonly pair: Pair } | { readonly kind: 'undone' | 'nothing-to-undo' } | null;

/** The queue of pairs: where one is, and what can be done there. */
export interface PairQueue {
  readonly state: OperationState<QueueView>;
  readonly news: QueueNews;
  /** Decisions of this visit that undo would take back. */
  readonly undoable: number;
  readonly refused: { readonly failure: Failure; readonly pair: Pair } | null;
  readonly decide: (verdict: 'same' | 'different') => void;
  readonly step: (by: 1 | -1) => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

/**
 * Walks the queue of suggestions. A decided pair leaves the screen at once and its decision is written behind, one after
 * the other; a refused one comes back with the reason. Undo takes back the last decision on identities and returns to its
 * pair; it never undoes anything else.
 */
export function usePairQueue(): PairQueue {
  const workbench = useWorkbench();
  const analyse = useCalmAnalysis();
  const [wanted, setWanted] = useState(0);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [inFlight, setInFlight] = useState(0);
  const [past, setPast] = useState<readonly { readonly key: string; readonly position: number }[]>([]);
  const [news, setNews] = useState<QueueNews>(null);
  const [refused, setRefused] = useState<PairQueue['refused']>(null);
  const chain = useRef<Promise<void>>(Promise.resolve());
  const page = Math.floor(wanted / QUEUE_PAGE);
  const answer = useOperation('identity.suggestions', { page, size: QUEUE_PAGE });
  const isFresh = answer.status === 'value' && !answer.refreshing;
  const answeredPage = useRef(page);
  if (isFresh) answeredPage.current = page;

  useEffect(() => {
    if (isFresh && inFlight === 0 && decided.size > 0) setDecided(new Set());
  }, [isFresh, inFlight, decided]);

  const view = answer.status === 'value' && answeredPage.current === page ? queueView(answer.value, { page, wanted, decided }) : null;
  // a queue that grew shorter than the page asked for is looked at from its new end
  const end = isFresh ? Math.max(0, answer.value.total - 1) : null;
  useEffect(() => {
    if (end !== null && inFlight === 0 && wanted > end) setWanted(end);
  }, [end, inFlight, wanted]);

  const pair = view?.pair ?? null;
  const position = view?.position ?? 0;
  const last = (view?.total ?? 1) - 1;
  const enqueue = useCallback((work: () => Promise<void>): void => {
    setInFlight((now) => now + 1);
    chain.current = chain.current.then(work).finally(() => setInFlight((now) => now - 1));
  }, []);

  const decide = useCallback(
    (verdict: 'same' | 'different'): void => {
      if (pair === null) return;
      const key = pairKey(pair);
      setRefused(null);
      setNews({ kind: verdict, pair });
      setWanted(position);
      setDecided((now) => new Set([...now, key]));
      setPast((now) => [...now, { key, position }]);
      enqueue(async () => {
        const outcome = await workbench.run('identity.decide', { verdict, pairs: [{ a: pair.a.accountId, b: pair.b.accountId }] });
        if (outcome.ok) {
          analyse();
          return;
        }
        setDecided((now) => new Set([...now].filter((one) => one !== key)));
        setPast((now) => now.filter((one) => one.key !== key));
        setWanted(position);
        setNews(null);
        setRefused({ failure: outcome.failure, pair });
      });
    },
    [pair, position, enqueue, workbench, analyse],
  );

  const undo = useCallback((): void => {
    const entry = past.at(-1);
    enqueue(async () => {
      await workbench.refresh();
      const state = workbench.project.get();
      if (state.status !== 'open' || state.project.undo?.startsWith('identity.') !== true) {
        setNews({ kind: 'nothing-to-undo' });
        return;
      }
      const outcome = await workbench.run('history.undo', {});
      if (!outcome.ok) {
        workbench.failure.set(outcome.failure);
        return;
      }
      setPast((now) => now.slice(0, -1));
      if (entry !== undefined) {
        setDecided((now) => new Set([...now].filter((one) => one !== entry.key)));
        setWanted(entry.position);
      }
      setNews({ kind: 'undone' });
      analyse();
    });
  }, [past, enqueue, workbench, analyse]);

  return {
    state: answer.status !== 'value' ? answer : view === null || (view.pair === null && view.total > 0) ? { status: 'loading' } : { status: 'value', value: view, refreshing: false },
    news,
    undoable: past.length,
    refused,
    decide,
    step: (by) => {
      setRefused(null);
      setNews(null);
      setWanted(Math.max(0, Math.min(last, position + by)));
    },
    undo,
    dismiss: () => setRefused(null),
  };
}
