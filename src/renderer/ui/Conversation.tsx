import { BadgeCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../contract/operations.ts';
import { useChartVoice } from '../charts/use-chart-voice.ts';
import { useOperation } from '../state/use-operation.ts';
import { Answer } from './Answer.tsx';
import './conversation.css';

type Line = OperationValue<'messages.thread'>['messages'][number];

/** Most messages shown at once; a conversation under a post may have thousands. */
const MOST = 60;
const STEP_PX = 14;
const DEEPEST = 4;

export interface ConversationProps {
  /** The message around which the conversation is shown. */
  readonly messageId: number;
  readonly label: string;
}

/** How deep each message stands below others of the conversation; a ring of parents ends where it closes. */
function depthsOf(lines: readonly Line[]): Map<number, number> {
  const parents = new Map(lines.map(({ messageId, parentId }) => [messageId, parentId]));
  const depthOf = (messageId: number): number => {
    const seen = new Set([messageId]);
    let depth = 0;
    for (let parent = parents.get(messageId) ?? null; parent !== null && parents.has(parent) && !seen.has(parent) && depth < DEEPEST; parent = parents.get(parent) ?? null) {
      seen.add(parent);
      depth += 1;
    }
    return depth;
  };
  return new Map(lines.map(({ messageId }) => [messageId, depthOf(messageId)]));
}

/** The lines shown: what opens the conversation, and those around the chosen message, with its direct replies. */
function shownLines(lines: readonly Line[], messageId: number): Line[] {
  if (lines.length <= MOST) return [...lines];
  const chosen = Math.max(0, lines.findIndex((line) => line.messageId === messageId));
  const near = new Set(lines.slice(Math.max(0, chosen - 10), chosen + 10).map((line) => line.messageId));
  const own = lines[chosen];
  return lines.filter((line, place) => place === 0 || near.has(line.messageId) || line.parentId === messageId || line.messageId === own?.parentId).slice(0, MOST);
}

/** A conversation to read beside a list: who, when, the words; the chosen message marked and in view. Labels and corrections are in the side panel. */
export function Conversation({ messageId, label }: ConversationProps) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const state = useOperation('messages.thread', { messageId });
  const box = useRef<HTMLElement>(null);
  const chosen = useRef<HTMLLIElement>(null);
  const isThere = state.status === 'value' && !state.refreshing;
  useEffect(() => {
    const line = chosen.current;
    // within its own box: scrolling the line into view would move the page under the reader
    if (box.current !== null && line !== null) box.current.scrollTop = Math.max(0, line.offsetTop - box.current.clientHeight / 3);
  }, [isThere, messageId]);
  return (
    <section ref={box} className="conversation" aria-label={label} tabIndex={0}>
      <Answer state={state} shape="lines" rows={6}>
        {({ messages }) => {
          const lines = shownLines(messages, messageId);
          const depths = depthsOf(lines);
          return (
            <>
              <h3 className="conversation-title">{voice.text('answers.conversation.title', { count: messages.length })}</h3>
              {lines.length < messages.length && <p className="quiet-text">{t('conversation.shortened')}</p>}
              <ol>
                {lines.map((line) => (
                  <li key={line.messageId} ref={line.messageId === messageId ? chosen : undefined} data-voice={line.voice} data-chosen={line.messageId === messageId} style={{ marginInlineStart: `${String((depths.get(line.messageId) ?? 0) * STEP_PX)}px` }}>
                    <p className="conversation-head">
                      <strong>{line.authorName ?? t('conversation.noAuthor')}</strong>
                      {line.voice && <span className="conversation-voice"><BadgeCheck size={14} aria-hidden="true" />{t('conversation.voice')}</span>}
                      {line.messageId === messageId && <span className="conversation-chosen">{t('conversation.chosen')}</span>}
                      <time>{line.atMs === null || line.precision === 'none' ? t('conversation.noTime') : line.precision === 'day' || line.precision === 'relative' ? voice.date(line.atMs) : voice.dateTime(line.atMs)}</time>
                    </p>
                    <p className="conversation-words message-text">{line.text === null || line.text === '' ? t('conversation.noText') : line.text}</p>
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Answer>
    </section>
  );
}
