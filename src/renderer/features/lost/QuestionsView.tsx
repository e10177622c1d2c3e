import { BookOpenText, Info } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { AnswersDialog } from './AnswersDialog.tsx';
import { DeskNote } from './DeskNote.tsx';
import { ExportButton } from './ExportButton.tsx';
import type { LostQuestion } from './lost-words.ts';
import { OfficialDialog } from './OfficialDialog.tsx';
import { QuestionItem } from './QuestionItem.tsx';
import { useLostDesk } from './use-lost-desk.ts';

const SHOWS = ['kept', 'dropped', 'all'] as const;
const ORDERS = ['people', 'latest', 'unanswered'] as const;
const SHOWN = 15;

/** The knowledge base: questions that recur with the answer worth giving again, edited by hand. */
export function QuestionsView() {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const desk = useLostDesk();
  const [show, setShow] = useParameter<(typeof SHOWS)[number]>('show', { initial: 'kept', allowed: SHOWS });
  const [order, setOrder] = useParameter<(typeof ORDERS)[number]>('order', { initial: 'people', allowed: ORDERS });
  const [page, setPage] = useState(0);
  const [choosing, setChoosing] = useState<LostQuestion | null>(null);
  const [writing, setWriting] = useState<LostQuestion | null>(null);
  const list = useOperation('lost.questions', { ...scope, show, orderBy: order, page, size: SHOWN });
  return (
    <Card
      title={t('list.questions')}
      subtitle={list.status === 'value' ? voice.count(list.value.total) : ' '}
      actions={<><ExportButton table={{ list: 'questions' }} /><ExportButton table={{ list: 'questions' }} asText /></>}
      foot={
        <>
          <Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric('best-answer')}>{t('base.best')}</Button>
          <Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric('answer-reuse')}>{t('definitions.reuse')}</Button>
        </>
      }
      className="lost-desk"
    >
      <div className="lost-bar">
        <Segmented label={t('base.show')} value={show} options={SHOWS.map((value) => ({ value, label: t(`base.shows.${value}`) }))} onChange={(value) => { setPage(0); setShow(value); }} />
        <Select size="small" label={t('filter.order')} value={order} options={ORDERS.map((value) => ({ value, label: t(`base.orders.${value}`) }))} onChange={(value) => { setPage(0); setOrder(value); }} />
        <DeskNote desk={desk} />
      </div>
      <Answer state={list} shape="lines" rows={6}>
        {({ total, questions }) => (total === 0 ? <EmptyState icon={<BookOpenText size={36} />} title={t('empty.questions')} text={t('empty.questionsText')} /> : (
          <>
            <ol className="lost-list" start={page * SHOWN + 1} aria-label={t('list.questions')}>
              {questions.map((question) => (
                <QuestionItem
                  key={question.id}
                  question={question}
                  {...(readOnly ? {} : {
                    onChoose: () => setChoosing(question), onWrite: () => setWriting(question),
                    onKeep: (kept: boolean) => void desk.decide('lost.question', { topic: question.id, kept }, t('base.changed')),
                  })}
                />
              ))}
            </ol>
            <PageButtons page={page} size={SHOWN} total={total} onPage={setPage} />
          </>
        ))}
      </Answer>
      {choosing !== null && <AnswersDialog question={choosing} desk={desk} onClose={() => setChoosing(null)} />}
      {writing !== null && <OfficialDialog question={writing} desk={desk} onClose={() => setWriting(null)} />}
    </Card>
  );
}
