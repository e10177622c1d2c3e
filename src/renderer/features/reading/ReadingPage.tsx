import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ReadingStatus } from '../../ui/ReadingStatus.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { RuleWorkshop } from './RuleWorkshop.tsx';
import { ThresholdCard } from './ThresholdCard.tsx';
import './reading.css';

/** Regole di lettura: what the project reads differently, and how sure a label has to be. */
export function ReadingPage() {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const { go } = useLocation();
  const { readOnly, messages, analysed } = useProject();
  const dictionary = useOperation('dictionary.get', {});
  const settings = useOperation('reading.settings', messages > 0 && analysed ? {} : null);
  const known = dictionary.status === 'value' ? dictionary.value : null;
  return (
    <RoomPage
      title={t('rules.title')}
      question={t('rules.question')}
      lead={known === null ? undefined : known.rules.length === 0 ? t('rules.leadNone') : voice.text('reading.rules.lead', { count: known.rules.length, version: voice.count(known.version) })}
      actions={<Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['messages'] })}>{t('rules.back')}</Button>}
    >
      <div className="reading-page">
        <ReadingStatus />
        {readOnly && <p className="quiet-text">{t('rules.readOnly')}</p>}
        <Answer state={dictionary} shape="lines" rows={6}>{(value) => <RuleWorkshop dictionary={value} />}</Answer>
        <Answer state={settings} shape="lines" rows={4}>{(value) => <ThresholdCard settings={value} canChange={!readOnly} />}</Answer>
      </div>
    </RoomPage>
  );
}
