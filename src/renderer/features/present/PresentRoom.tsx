import { MonitorPlay, Palette } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { FilesCard } from './FilesCard.tsx';
import { PagePreview } from './PagePreview.tsx';
import { PageWords } from './PageWords.tsx';
import { PrivacyCard } from './PrivacyCard.tsx';
import { pictureAddresses, type ReportValue, type SettingsValue } from './report-view.ts';
import { ScreenShow } from './ScreenShow.tsx';
import { SectionsList } from './SectionsList.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { WorkListCard } from './WorkListCard.tsx';
import './present.css';

const AUDIENCES = ['client', 'analyst'] as const;
const LANGUAGES = ['it', 'en'] as const;

/** Presenta: pages on the left, the page as it will look, its words, its files and what it leaves out on the right. */
export function PresentRoom() {
  const { t, i18n } = useTranslation('present');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const [audience, setAudience] = useParameter<(typeof AUDIENCES)[number]>('audience', { initial: 'client', allowed: AUDIENCES });
  const [language, setLanguage] = useParameter<(typeof LANGUAGES)[number]>('language', { initial: i18n.language.startsWith('it') ? 'it' : 'en', allowed: LANGUAGES });
  const report = useOperation('present.report', { ...scope, language, audience });
  const settings = useOperation('present.settings', {});
  return (
    <RoomPage
      title={rooms('rooms.present')}
      question={t('question')}
      // not a sentence to be kept: it speaks of the report itself
      lead={report.status === 'value' ? <>{voice.text('present.lead', { count: report.value.pages.length, edited: voice.count(report.value.pages.filter(({ title, notes }) => title.edited || notes.edited).length), for: t(`for.${audience}`) })}</> : undefined}
      actions={
        <>
          <Segmented label={t('language.label')} value={language} options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))} onChange={setLanguage} />
          <Segmented label={t('audience.label')} value={audience} options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))} onChange={setAudience} />
        </>
      }
    >
      <Answer state={report} shape="chart">
        {(value) => <Answer state={settings} shape="lines">{(set) => <ReportDesk report={value} settings={set} />}</Answer>}
      </Answer>
    </RoomPage>
  );
}

function ReportDesk({ report, settings }: { readonly report: ReportValue; readonly settings: SettingsValue }) {
  const { t } = useTranslation('present');
  const { go, parameters } = useLocation();
  const scope = useScope();
  const { readOnly } = useProject();
  const state = useOperation('app.state', {});
  const drawn = useOperation('present.pictures', { ...scope, language: report.language, audience: report.audience });
  const pictures = useMemo(() => (drawn.status === 'value' ? pictureAddresses(drawn.value) : new Map<string, string>()), [drawn]);
  const [isSetting, setSetting] = useState(false);
  const [isShowing, setShowing] = useState(false);
  const page = report.pages.find(({ key }) => key === parameters['page']) ?? report.pages[1] ?? report.pages[0];
  const choose = (key: string): void => go({ path: ['present'], parameters: { ...parameters, page: key } });
  if (page === undefined) return null;
  return (
    <div className="present-desk">
      <SectionsList report={report} settings={settings} chosen={page.key} onChoose={choose} />
      <div className="present-page">
        <PagePreview report={report} page={page} pictures={pictures} />
        <div className="present-ways">
          <Button variant="primary" className="page-link" icon={<MonitorPlay size={16} aria-hidden="true" />} onPress={() => setShowing(true)}>{t('present')}</Button>
          {!readOnly && <Button className="page-link" icon={<Palette size={16} aria-hidden="true" />} onPress={() => setSetting(true)}>{t('settings')}</Button>}
        </div>
      </div>
      <div className="present-side">
        <PageWords report={report} page={page} />
        <FilesCard report={report} hasPdf={state.status === 'value' && state.value.capabilities.pdf} />
        <PrivacyCard report={report} />
        <WorkListCard language={report.language} />
      </div>
      {isSetting && <SettingsDialog settings={settings} onClose={() => setSetting(false)} />}
      {isShowing && <ScreenShow report={report} pictures={pictures} first={page.key} onClose={(key) => { setShowing(false); choose(key); }} />}
    </div>
  );
}
