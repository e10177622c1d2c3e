import { useEffect, useState } from 'react';
import type { OperationValue } from '../../../contract/operations.ts';
import type { Failure } from '../../../contract/outcome.ts';
import { stableText } from '../../state/operation-cache.ts';
import type { MessageSelection } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { pagesFor, type VisibleRows } from './page-window.ts';
import type { MessageRow } from './MessageText.tsx';

/** Messages asked for at a time. */
export const PAGE_SIZE = 100;
/** Which end of time a list begins at. */
export type MessageOrder = 'newest' | 'oldest';

/** A long list of messages, read page by page as it comes into view. */
export interface MessagePages {
  /** Null until the first page has come. */
  readonly total: number | null;
  readonly failure: Failure | null;
  readonly refreshing: boolean;
  readonly retry: () => void;
  /** The message at a position; null while its page is on its way. */
  readonly at: (position: number) => MessageRow | null;
  /** Tells which rows are on screen. */
  readonly show: (rows: VisibleRows) => void;
}

type Page = OperationValue<'messages.list'>;

/** A further page as it was last read; null while it is on its way for the first time. */
interface FurtherPage {
  readonly generation: number;
  readonly value: Page | null;
}

const NO_PAGES: ReadonlyMap<number, FurtherPage> = new Map();

/**
 * Reads the messages of a selection. The first page is an ordinary operation, whose total sizes the list; further pages
 * are asked for when their rows come into view. When data change each page stays until it is read again, so that a list
 * does not lose its rows, and the focus, under the hands of somebody at work in it.
 */
export function useMessagePages(selection: MessageSelection, orderBy: MessageOrder): MessagePages {
  const { bridge, cache } = useWorkbench();
  const first = useOperation('messages.list', { ...selection, orderBy, page: 0, size: PAGE_SIZE });
  const generation = cache.generation();
  const key = `${stableText(selection)} ${orderBy}`;
  const [visible, setVisible] = useState<VisibleRows>({ first: 0, last: 0 });
  const [further, setFurther] = useState<{ readonly key: string; readonly pages: ReadonlyMap<number, FurtherPage> }>({ key, pages: NO_PAGES });
  const pages = further.key === key ? further.pages : NO_PAGES;
  const total = first.status === 'value' ? first.value.total : null;

  useEffect(() => {
    if (total === null) return;
    const missing = pagesFor(visible, { size: PAGE_SIZE, total }).filter((page) => page > 0 && pages.get(page)?.generation !== generation);
    if (missing.length === 0) return;
    setFurther({ key, pages: new Map([...pages, ...missing.map((page) => [page, { generation, value: pages.get(page)?.value ?? null }] as const)]) });
    for (const page of missing) {
      void bridge.call('messages.list', { ...selection, orderBy, page, size: PAGE_SIZE }).then((outcome) => {
        if (!outcome.ok) return;
        setFurther((now) => (now.key === key && now.pages.get(page)?.generation === generation ? { key, pages: new Map([...now.pages, [page, { generation, value: outcome.value }]]) } : now));
      });
    }
  }, [bridge, generation, key, orderBy, pages, selection, total, visible]);

  return {
    total,
    failure: first.status === 'failed' ? first.failure : null,
    refreshing: first.status === 'value' && first.refreshing,
    retry: first.status === 'failed' ? first.retry : () => undefined,
    at(position) {
      const page = Math.floor(position / PAGE_SIZE);
      const source = page === 0 ? (first.status === 'value' ? first.value : null) : (pages.get(page)?.value ?? null);
      return source?.messages[position % PAGE_SIZE] ?? null;
    },
    show(rows) {
      if (rows.first !== visible.first || rows.last !== visible.last) setVisible(rows);
    },
  };
}
