import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { ConfusionCard } from './ConfusionCard.tsx';
import { LabelFilesCard } from './LabelFilesCard.tsx';
import { LayerCard } from './LayerCard.tsx';
import { ProposalsCard } from './ProposalsCard.tsx';
import { ReviewScreen } from './ReviewScreen.tsx';
import { SampleCard } from './SampleCard.tsx';
import { ScoresCard } from './ScoresCard.tsx';
import { StartCard } from './StartCard.tsx';
import { checkLead } from './check-words.ts';
import './check.css';

const LISTS = { label: 'sample', aside: 'skipped', teach: 'proposals' } as const;

/** Verifica della lettura: a random sample labelled blind, what it says of the labels, and what corrections teach. */
export function CheckPage() {
  const { path } = useLocation();
  const list = Object.entries(LISTS).find(([segment]) => segment === path[1])?.[1];
  return list === undefined ? <CheckResults /> : <ReviewScreen key={list} list={list} />;
}

function CheckResults() {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const { go } = useLocation();
  const { readOnly, analysed, messages } = useProject();
  const status = useOperation('reading.status', {});
  const isBegun = status.status === 'value' && status.value.labelled > 0;
  const answer = useOperation('check.scores', isBegun ? {} : null);
  const scores = isBegun && answer.status === 'value' ? answer.value : null;
  return (
    <RoomPage
      title={t('title')}
      question={t('question')}
      lead={status.status === 'value' ? checkLead(status.value, scores, voice) : undefined}
      actions={<Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['messages'] })}>{t('back')}</Button>}
    >
      <div className="check-page">
        {readOnly && <p className="quiet-text">{t('readOnly')}</p>}
        <Answer state={status} shape="lines" rows={4}>
          {(value) => (value.draw === null ? <StartCard status={value} canDraw={!readOnly && analysed && messages > 0} /> : <SampleCard status={value} scores={scores} canChange={!readOnly} />)}
        </Answer>
        {isBegun && (
          <Answer state={answer} shape="table" rows={8}>
            {(value) => (
              <>
                <ScoresCard value={value} />
                <ConfusionCard value={value} />
              </>
            )}
          </Answer>
        )}
        <LayerCard scores={scores} canChange={!readOnly} />
        {messages > 0 && analysed && <ProposalsCard canLabel={!readOnly} />}
        <LabelFilesCard canImport={!readOnly && messages > 0} />
      </div>
    </RoomPage>
  );
}
