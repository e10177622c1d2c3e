import { Info, Repeat } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TOPICS_A_PAGE } from '../../../domain/model/drawing.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MessageViews } from '../../ui/MessageViews.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { TopicItem } from './TopicItem.tsx';
import { topicsLead, TOPIC_KINDS, TOPIC_ORDERS, type TopicKind, type TopicOrder } from './topic-words.ts';
import './terms.css';

/** Domande ricorrenti: what people ask the brand again and again, with the best answer given so far; copied texts beside. */
export function RecurringView() {
  const { t } = useTranslation('terms');
  const { t: shell } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const { parameters, go } = useLocation();
  const { openMetric } = useSidePanel();
  const [kind, setKind] = useParameter<TopicKind>('kind', { initial: 'question', allowed: TOPIC_KINDS });
  const [order, setOrder] = useParameter<TopicOrder>('order', { initial: 'people', allowed: TOPIC_ORDERS });
  const isQuestion = kind === 'question';
  const orders: readonly TopicOrder[] = isQuestion ? TOPIC_ORDERS : TOPIC_ORDERS.filter((value) => value !== 'unanswered');
  const page = /^\d{1,6}$/.test(parameters['page'] ?? '') ? Number(parameters['page']) : 0;
  const setPage = (next: number): void => {
    const { page: _page, ...rest } = parameters;
    go({ parameters: next === 0 ? rest : { ...rest, page: String(next) } }, { replace: true });
  };
  const state = useOperation('topics.list', { ...scope, kind, orderBy: orders.includes(order) ? order : 'people', page, size: TOPICS_A_PAGE });
  return (
    <RoomPage title={shell('rooms.messages')} question={t(isQuestion ? 'recurring.question' : 'recurring.questionCopies')} actions={<MessageViews view="recurring" />} lead={state.status === 'value' ? topicsLead(state.value, kind, voice) : undefined}>
      <div className="terms-view">
        <div className="terms-bar">
          <Segmented label={t('recurring.kind')} value={kind} options={TOPIC_KINDS.map((value) => ({ value, label: t(`recurring.kinds.${value}`) }))} onChange={(next) => { setPage(0); setKind(next); }} />
          <Select size="small" label={t('recurring.order')} value={orders.includes(order) ? order : 'people'} options={orders.map((value) => ({ value, label: t(`recurring.orders.${value}`) }))} onChange={(next) => { setPage(0); setOrder(next); }} />
          <span className="terms-definitions" role="group" aria-label={t('recurring.definitions')}>
            <Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric(isQuestion ? 'recurring-question' : 'copies')}>{t(isQuestion ? 'recurring.definition' : 'recurring.definitionCopies')}</Button>
            {isQuestion && <Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric('recurring-answered')}>{t('recurring.definitionAnswered')}</Button>}
            {isQuestion && <Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric('best-answer')}>{t('recurring.definitionBest')}</Button>}
          </span>
        </div>
        <Answer state={state} shape="lines" rows={6} where={t('views.recurring')}>
          {({ total, topics }) =>
            total === 0 ? (
              <EmptyState icon={<Repeat size={36} />} title={t(isQuestion ? 'recurring.emptyTitle' : 'recurring.emptyCopiesTitle')} text={t(isQuestion ? 'recurring.emptyText' : 'recurring.emptyCopiesText')} />
            ) : (
              <>
                <ol className="topics" start={page * TOPICS_A_PAGE + 1} aria-label={t(`recurring.list.${kind}`)}>
                  {topics.map((topic) => <TopicItem key={topic.id} topic={topic} />)}
                </ol>
                <PageButtons page={page} size={TOPICS_A_PAGE} total={total} onPage={setPage} />
              </>
            )
          }
        </Answer>
      </div>
    </RoomPage>
  );
}
