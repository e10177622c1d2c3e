import { MessagesSquare, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useProject } from '../../state/use-project.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { answeredWords, topicDates, type Topic } from './topic-words.ts';

/** One question that recurs, or one text: a typical wording, who and how many, what was answered, the answer worth giving again. */
export function TopicItem({ topic }: { readonly topic: Topic }) {
  const { t } = useTranslation('terms');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  const hasOwnBrand = useProject().brands.some(({ own }) => own);
  const { id, kind, label, people, messages, typical, best, brand } = topic;
  const answered = answeredWords(topic, voice);
  const dates = topicDates(topic, voice);
  const isQuestion = kind === 'question';
  const open = voice.text('terms.recurring.open', { count: messages });
  return (
    <li className="topic">
      <article>
        <h2 className="topic-text">{typical === null || typical.text === '' ? t('recurring.noText') : typical.text}</h2>
        <p className="topic-facts">
          <strong>{voice.text('terms.authors', { count: people })}</strong>
          <span>{voice.text('terms.messages', { count: messages })}</span>
          {answered !== null && <span className="topic-answered">{answered}</span>}
          {dates !== '' && <span className="quiet-text">{dates}</span>}
          {brand !== null && scope.brand === undefined && !hasOwnBrand && <span className="quiet-text">{t('recurring.brand', { brand })}</span>}
        </p>
        {isQuestion && (best === null ? <p className="quiet-text topic-unanswered">{t('recurring.noAnswer')}</p> : (
          <figure className="topic-answer">
            <figcaption>
              <Quote size={14} aria-hidden="true" />
              <strong>{t('recurring.best')}</strong>
              <span>{t(`recurring.reason.${best.reason}`)}</span>
            </figcaption>
            <blockquote>{best.text}</blockquote>
            <p className="topic-facts quiet-text">
              <span>{best.byBrand ? t('recurring.byBrand', { name: best.authorName ?? t('recurring.unknownAuthor') }) : (best.authorName ?? t('recurring.unknownAuthor'))}</span>
              {best.atMs !== null && <span>{voice.date(best.atMs)}</span>}
              <Button size="small" variant="plain" icon={<MessagesSquare size={14} aria-hidden="true" />} aria-label={t('recurring.openOf', { label, action: t('recurring.openAnswer') })} onPress={() => openMessages({ messageIds: [best.messageId] }, { title: t('recurring.best'), count: 1 })}>{t('recurring.openAnswer')}</Button>
            </p>
          </figure>
        ))}
        <Button
          size="small"
          className="topic-open"
          aria-label={t('recurring.openOf', { label, action: open })}
          onPress={() => openMessages({ ...(isQuestion ? { filters: scope.filters } : scope), topic: id }, { title: t(isQuestion ? 'recurring.opened' : 'recurring.openedCopies', { label }), count: messages })}
        >
          {open}
        </Button>
      </article>
    </li>
  );
}
