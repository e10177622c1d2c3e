import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CorrectionNote } from './CorrectionNote.tsx';
import { MessageItem } from './MessageItem.tsx';
import type { MessageRow } from './MessageText.tsx';
import { useMessageDesk } from './use-message-desk.ts';
import { blockBounds, useMessageNotes } from './use-message-notes.ts';
import type { MessagePages } from './use-message-pages.ts';
import './messages.css';

export interface MessageListProps {
  readonly pages: MessagePages;
  readonly onThread: (message: MessageRow) => void;
  readonly chosenId?: number | null;
}

const ESTIMATED_ROW_PIXELS = 108;
const NOTHING: ReadonlySet<number> = new Set();

/** A list of any length: only the rows on screen exist, the rest is a number. */
export function MessageList({ pages, onThread, chosenId = null }: MessageListProps) {
  const { t } = useTranslation('messages');
  const desk = useMessageDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const { total, failure, at, show } = pages;
  const virtual = useVirtualizer({ count: total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => ESTIMATED_ROW_PIXELS, overscan: 6 });
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    show({ first, last });
  });
  const { from, to } = blockBounds({ first, last });
  const blockIds: number[] = [];
  for (let index = from; index < Math.min(to, total ?? 0); index += 1) {
    const message = at(index);
    if (message !== null) blockIds.push(message.messageId);
  }
  const notes = useMessageNotes(blockIds);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(NOTHING);
  const toggle = useCallback((messageId: number) => setChosen((now) => {
    const next = new Set(now);
    if (!next.delete(messageId)) next.add(messageId);
    return next;
  }), []);
  const isNoted = desk.note !== null;
  useEffect(() => {
    // the message that had the focus left the list with its label
    if (isNoted && document.activeElement === document.body) scroller.current?.focus();
  });
  if (failure !== null) return <FailureNotice failure={failure} onRetry={pages.retry} />;
  if (total === null) return <Skeleton shape="lines" label={t('loading')} rows={6} />;
  return (
    <div className="message-list">
      <CorrectionNote desk={desk} />
      {chosen.size > 0 && <BulkBar messageIds={[...chosen]} onLeave={() => setChosen(NOTHING)} />}
      {total === 0 ? <EmptyState title={t('empty')} /> : (
        <div ref={scroller} className="message-scroller" role="region" aria-label={t('list')} tabIndex={0} aria-busy={pages.refreshing}>
          <ul className="message-rows" style={{ height: virtual.getTotalSize() }}>
            {rows.map(({ index, start, key }) => {
              const message = at(index);
              return (
                <li key={key} data-index={index} ref={virtual.measureElement} aria-setsize={total} aria-posinset={index + 1} style={{ transform: `translateY(${String(start)}px)` }}>
                  {message === null ? <span className="message-waiting" aria-hidden="true" /> : <MessageItem message={message} desk={desk} onThread={onThread} isChosen={message.messageId === chosenId} note={notes.get(message.messageId)} {...(desk.canCorrect ? { choice: { isIn: chosen.has(message.messageId), toggle: () => toggle(message.messageId) } } : {})} />}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
