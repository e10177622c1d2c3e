import { BadgeCheck, MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { intentStyle, sentimentColor } from '../../charts/intent-style.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Button } from '../../ui/Button.tsx';
import { MessageText, type MessageRow } from './MessageText.tsx';
import { messagePlace, messageTime, outcomeText } from './message-words.ts';

export interface MessageItemProps {
  readonly message: MessageRow;
  /** Absent inside a thread. */
  readonly onThread?: (message: MessageRow) => void;
  readonly isChosen?: boolean;
}

/** One message: where and when, who, the words with their evidence, the labels, what became of it. */
export function MessageItem({ message, onThread, isChosen = false }: MessageItemProps) {
  const { t } = useTranslation('messages');
  const voice = useChartVoice();
  const { authorName, voice: isVoice, intents, acts, sentiment, rating, likes, outcome } = message;
  return (
    <article className="message" data-voice={isVoice} data-chosen={isChosen}>
      <header className="message-head">
        <strong>{authorName ?? t('row.noAuthor')}</strong>
        {isVoice && <span className="message-voice"><BadgeCheck size={14} aria-hidden="true" />{t('row.voice')}</span>}
        <span>{messagePlace(message, voice)}</span>
        <time>{messageTime(message, voice)}</time>
      </header>
      <MessageText message={message} />
      <footer className="message-foot">
        {intents.map((intent) => {
          const { Icon, color } = intentStyle(intent);
          return <span key={intent} className="message-label"><Icon size={14} color={color} aria-hidden="true" />{voice.text(`codes.intent.${intent}`)}</span>;
        })}
        {acts.map((act) => <span key={act} className="message-label">{voice.text(`codes.act.${act}`)}</span>)}
        {sentiment !== null && <span className="message-label"><span className="chart-swatch" style={{ backgroundColor: sentimentColor(sentiment) }} />{voice.text(`codes.sentiment.${sentiment}`)}</span>}
        {rating !== null && <span className="message-label">{t('row.rating', { rating: voice.number(rating) })}</span>}
        {likes !== null && likes > 0 && <span className="message-label">{voice.text('messages.row.likes', { count: likes })}</span>}
        {outcome !== null && <span className="message-outcome" data-outcome={outcome}>{outcomeText(message, voice)}</span>}
        {onThread !== undefined && <Button size="small" variant="plain" icon={<MessagesSquare size={14} aria-hidden="true" />} onPress={() => onThread(message)}>{t('row.thread')}</Button>}
      </footer>
    </article>
  );
}
