import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { CorrectionNote } from './CorrectionNote.tsx';
import { MessageItem } from './MessageItem.tsx';
import { threadDepths } from './thread-depths.ts';
import { useMessageDesk } from './use-message-desk.ts';
import { useMessageNotes } from './use-message-notes.ts';
import './messages.css';

/** The whole conversation around a message, replies set in under what they answer, the message itself marked. */
export function ThreadView({ messageId, onBack }: { readonly messageId: number; readonly onBack?: () => void }) {
  const { t } = useTranslation('messages');
  const voice = useChartVoice();
  const state = useOperation('messages.thread', { messageId });
  const desk = useMessageDesk();
  const notes = useMessageNotes(state.status === 'value' ? state.value.messages.map((message) => message.messageId) : []);
  const chosen = useRef<HTMLLIElement>(null);
  const isThere = state.status === 'value';
  useEffect(() => {
    // newer browsers return a promise here, which an effect must not hand back
    void chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere, messageId]);
  return (
    <div className="thread">
      {onBack !== undefined && <Button size="small" variant="plain" icon={<ArrowLeft size={14} aria-hidden="true" />} onPress={onBack}>{t('panel.back')}</Button>}
      <CorrectionNote desk={desk} />
      <Answer state={state} shape="lines" rows={4}>
        {({ messages }) => {
          const depths = threadDepths(messages);
          return (
            <>
              <h3 className="thread-title">{voice.text('messages.panel.thread', { count: messages.length })}</h3>
              <ol className="thread-messages">
                {messages.map((message) => (
                  <li key={message.messageId} ref={message.messageId === messageId ? chosen : undefined} style={{ marginInlineStart: `${String(Math.min(4, depths.get(message.messageId) ?? 0) * 14)}px` }}>
                    <MessageItem message={message} desk={desk} isChosen={message.messageId === messageId} note={notes.get(message.messageId)} />
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Answer>
    </div>
  );
}
