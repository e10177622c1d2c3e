import { BadgeCheck, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { shortText, type LostQuestion } from './lost-words.ts';

export interface QuestionItemProps {
  readonly question: LostQuestion;
  /** Left out where the project can only be read. */
  readonly onChoose?: () => void;
  readonly onWrite?: () => void;
  readonly onKeep?: (kept: boolean) => void;
}

/** One question with who asks it, the answer to give, who gave it and how often it served again. */
export function QuestionItem({ question, onChoose, onWrite, onKeep }: QuestionItemProps) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  const { id, text, people, messages, answers, best, official, kept } = question;
  const short = shortText(text, voice);
  const isUnanswered = answers.n > 0 && answers.inPublic === 0;
  const reuse = best === null ? [] : [
    voice.text('lost.base.again', { count: best.again }),
    ...(best.byOthers > 0 ? [voice.text('lost.base.byOthers', { count: best.byOthers })] : []),
    ...(best.askersAfter === null ? [] : [voice.text('lost.base.after', { count: best.askersAfter })]),
  ];
  return (
    <li className="lost-piece lost-question" data-kept={kept}>
      <div className="lost-piece-body">
        <p className="lost-piece-text">{text === '' ? t('noText') : text}</p>
        <p className="lost-facts">
          <strong>{voice.text('lost.base.people', { count: people })}</strong>
          <Button size="small" variant="plain" className="lost-number" aria-label={t('base.openOf', { shown: voice.text('lost.base.messages', { count: messages }), text: short })} onPress={() => openMessages({ ...(scope.filters === undefined ? {} : { filters: scope.filters }), topic: id }, { title: short, count: messages })}>{voice.text('lost.base.messages', { count: messages })}</Button>
          {answers.n === 0 ? <span className="quiet-text">{t('base.unobservable')}</span> : isUnanswered ? <Chip label={t('base.unanswered')} tone="warm" /> : <span>{t('base.answered', { answered: voice.count(answers.inPublic), n: voice.count(answers.n) })}</span>}
        </p>
        {official !== '' && (
          <figure className="lost-answer">
            <figcaption><BadgeCheck size={14} aria-hidden="true" /> <strong>{t('base.official')}</strong></figcaption>
            <blockquote>{official}</blockquote>
          </figure>
        )}
        {best === null ? official === '' && <p className="quiet-text">{t('base.noAnswer')}</p> : (
          <figure className="lost-answer">
            <figcaption><Quote size={14} aria-hidden="true" /> <strong>{t('base.best')}</strong> <span>{t(`base.reason.${best.reason}`)}</span></figcaption>
            <blockquote>{best.text}</blockquote>
            <p className="lost-facts quiet-text">
              <span>{t(best.byBrand ? 'base.byBrand' : 'base.by', { name: best.authorName ?? t('unknownAuthor') })}</span>
              {best.atMs !== null && <span>{voice.date(best.atMs)}</span>}
              {reuse.map((words) => <span key={words}>{words}</span>)}
              <Button size="small" variant="plain" className="lost-number" aria-label={t('base.openAnswerOf', { text: short })} onPress={() => openMessages({ messageIds: [best.messageId] })}>{t('base.openAnswer')}</Button>
            </p>
          </figure>
        )}
      </div>
      {onChoose !== undefined && onWrite !== undefined && onKeep !== undefined && (
        <div className="lost-piece-actions">
          <Button size="small" aria-label={t('base.writeOf', { text: short })} onPress={onWrite}>{t('base.write')}</Button>
          <Button size="small" aria-label={t('base.chooseOf', { text: short })} onPress={onChoose}>{t('base.choose')}</Button>
          <Button size="small" variant="plain" aria-label={t(kept ? 'base.dropOf' : 'base.keepOf', { text: short })} onPress={() => onKeep(!kept)}>{t(kept ? 'base.drop' : 'base.keep')}</Button>
        </div>
      )}
    </li>
  );
}
