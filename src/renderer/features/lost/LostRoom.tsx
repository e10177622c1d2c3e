import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { ReadingStatus } from '../../ui/ReadingStatus.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { DepartmentsCard } from './DepartmentsCard.tsx';
import { GroupsView } from './GroupsView.tsx';
import { LostColumns } from './LostColumns.tsx';
import { HearingCard } from './HearingCard.tsx';
import { lostLead, LOST_VIEWS, type LostView } from './lost-words.ts';
import { PiecesView, type PieceFilter } from './PiecesView.tsx';
import { QuestionsView } from './QuestionsView.tsx';
import { RoutedView } from './RoutedView.tsx';
import './lost.css';

/** Valore smarrito: what became of what people offered, and the desk from which it goes to whom it concerns. */
export function LostRoom() {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const [view, setView] = useParameter<LostView>('view', { initial: 'pieces', allowed: LOST_VIEWS });
  const [filter, setFilter] = useState<PieceFilter>({ kind: 'all', state: 'lost', department: 'all', order: null, page: 0 });
  const summary = useOperation('lost.summary', scope);
  const show = (part: Partial<PieceFilter>): void => {
    setFilter({ kind: 'all', state: 'all', department: 'all', order: null, page: 0, ...part });
    setView('pieces');
  };
  return (
    <RoomPage countsPeople title={t('title')} question={t('question')} lead={summary.status === 'value' ? lostLead(summary.value, voice) : ' '} actions={<Segmented label={t('views.label')} value={view} options={LOST_VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))} onChange={setView} />}>
      <div className="lost-room">
        <ReadingStatus />
        {view === 'pieces' && (
          <Answer state={summary} shape="chart">
            {(value) => (
              <div className="lost-room">
                <LostColumns summary={value} onShow={(kind, state) => show({ kind, state })} />
                <DepartmentsCard summary={value} onShow={(department) => show({ department })} />
                <PiecesView filter={filter} onFilter={setFilter} summary={value} />
              </div>
            )}
          </Answer>
        )}
        {view === 'ideas' && <GroupsView />}
        {view === 'questions' && <QuestionsView />}
        {view === 'routed' && <><HearingCard /><RoutedView /></>}
      </div>
    </RoomPage>
  );
}
