import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { shortText, type LostQuestion } from './lost-words.ts';
import type { LostDesk } from './use-lost-desk.ts';

/** The answers that were given to a question, to choose another one as the best. */
export function AnswersDialog({ question, desk, onClose }: { readonly question: LostQuestion; readonly desk: LostDesk; readonly onClose: () => void }) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const state = useOperation('lost.answers', { ...scope, topic: question.id });
  const take = async (answerId: number | null): Promise<void> => {
    if (await desk.decide('lost.question', { topic: question.id, answerId }, t('base.changed'))) onClose();
  };
  return (
    <Dialog isOpen title={t('base.answers')} onClose={onClose} width="wide" footer={<>{question.best?.reason === 'chosen' && <Button onPress={() => void take(null)}>{t('base.found')}</Button>}<Button variant="primary" onPress={onClose}>{t('ideas.close')}</Button></>}>
      <blockquote className="lost-quote">{question.text}</blockquote>
      <Answer state={state} shape="lines" rows={4}>
        {({ answers }) => (answers.length === 0 ? <p className="quiet-text">{t('base.noAnswers')}</p> : (
          <ul className="lost-rows">
            {answers.map(({ messageId, text, authorName, byBrand, times, thanked }) => (
              <li key={messageId}>
                <span>
                  {text}
                  <span className="quiet-text lost-under">{[t(byBrand ? 'base.byBrand' : 'base.by', { name: authorName ?? t('unknownAuthor') }), voice.text('lost.base.times', { count: times }), ...(thanked ? [t('base.thanked')] : [])].join(' · ')}</span>
                </span>
                <Button size="small" isDisabled={messageId === question.best?.messageId} aria-label={t('base.takeOf', { text: shortText(text, voice) })} onPress={() => void take(messageId)}>{t('base.take')}</Button>
              </li>
            ))}
          </ul>
        ))}
      </Answer>
    </Dialog>
  );
}
