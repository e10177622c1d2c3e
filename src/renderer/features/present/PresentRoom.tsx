import { MonitorPlay, Palette } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import type { OperationState } from '../../state/operation-state.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { CommentsCard } from './CommentsCard.tsx';
import { EditionsCard } from './EditionsCard.tsx';
import { FilesCard } from './FilesCard.tsx';
import { PagePictures } from './PagePictures.tsx';
import { PagePreview } from './PagePreview.tsx';
import { PageWords } from './PageWords.tsx';
import { PrivacyCard } from './PrivacyCard.tsx';
import { QuotesCard } from './QuotesCard.tsx';
import { RoomCard } from './RoomCard.tsx';
import { pictureAddresses, type ReportValue, type SettingsValue } from './report-view.ts';
import { SectionsList } from './SectionsList.tsx';
import { SinceCard } from './SinceCard.tsx';
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
  const { go, parameters } = useLocation();
  const chosen = parameters['edition'] ?? '';
  const today = useOperation('present.report', chosen === '' ? { ...scope, language, audience } : null);
  const edition = useOperation('editions.one', chosen === '' ? null : { id: chosen, language });
  const report = chosen === '' ? today : reportOfEdition(edition);
  const choose = (id: string): void => go({ path: ['present'], parameters: Object.fromEntries(Object.entries({ ...parameters, edition: id }).filter(([, value]) => value !== '' && value !== undefined)) });
  const settings = useOperation('present.settings', {});
  return (
    <RoomPage
      title={rooms('rooms.present')}
      question={t('question')}
      // not a sentence to be kept: it speaks of the report itself
      lead={report.status === 'value' ? <>{chosen !== '' && edition.status === 'value' ? t('frozen', { name: edition.value.name, date: voice.date(edition.value.closedMs) }) : voice.text('present.lead', { count: report.value.pages.length, edited: voice.count(report.value.pages.filter(({ title, notes }) => title.edited || notes.edited).length), for: t(`for.${audience}`) })}</> : undefined}
      actions={
        <>
          <Segmented label={t('language.label')} value={language} options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))} onChange={setLanguage} />
          <Segmented label={t('audience.label')} value={audience} options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))} onChange={setAudience} />
        </>
      }
    >
      <Answer state={report} shape="chart">
        {(value) => <Answer state={settings} shape="lines">{(set) => <ReportDesk report={value} settings={set} edition={chosen} onEdition={choose} />}</Answer>}
      </Answer>
    </RoomPage>
  );
}

/** The report of an edition, with the state of its answer. */
function reportOfEdition(edition: OperationState<OperationValue<'editions.one'>>): OperationState<ReportValue> {
  return edition.status === 'value' ? { ...edition, value: edition.value.report } : edition;
}

interface DeskProps {
  readonly report: ReportValue;
  readonly settings: SettingsValue;
  readonly edition: string;
  readonly onEdition: (id: string) => void;
}

function ReportDesk({ report, settings, edition, onEdition }: DeskProps) {
  const { t } = useTranslation('present');
  const { go, parameters } = useLocation();
  const scope = useScope();
  const { readOnly } = useProject();
  const state = useOperation('app.state', {});
  const drawn = useOperation('present.pictures', edition === '' ? { ...scope, language: report.language, audience: report.audience } : { language: report.language, edition });
  const pictures = useMemo(() => (drawn.status === 'value' ? pictureAddresses(drawn.value) : new Map<string, string>()), [drawn]);
  const [isSetting, setSetting] = useState(false);
  const page = report.pages.find(({ key }) => key === parameters['page']) ?? report.pages[1] ?? report.pages[0];
  const choose = (key: string): void => go({ path: ['present'], parameters: { ...parameters, page: key } });
  if (page === undefined) return null;
  const present = (): void => go({ path: ['present', 'show'], parameters: { ...parameters, page: page.key, language: report.language, desk: crypto.randomUUID() } });
  return (
    <div className="present-desk">
      <SectionsList report={report} settings={settings} isFixed={edition !== ''} chosen={page.key} onChoose={choose} />
      <div className="present-page">
        <PagePreview report={report} page={page} pictures={pictures} />
        <div className="present-ways">
          <Button variant="primary" className="page-link" icon={<MonitorPlay size={16} aria-hidden="true" />} onPress={present}>{t('present')}</Button>
          {report.audience === 'analyst' && <p className="quiet-text">{t('show.always')}</p>}
          {!readOnly && edition === '' && <Button className="page-link" icon={<Palette size={16} aria-hidden="true" />} onPress={() => setSetting(true)}>{t('settings')}</Button>}
        </div>
      </div>
      <div className="present-side">
        {edition === '' ? <PageWords report={report} page={page} /> : <SinceCard id={edition} language={report.language} page={page.key} />}
        <FilesCard report={report} edition={edition} hasPdf={state.status === 'value' && state.value.capabilities.pdf} />
        <PagePictures report={report} page={page} pictures={drawn.status === 'value' ? drawn.value.pictures : []} />
        <RoomCard report={report} edition={edition} />
        <CommentsCard report={report} page={page} onPage={choose} />
        {edition === '' && <QuotesCard report={report} page={page} />}
        <EditionsCard chosen={edition} onChoose={onEdition} />
        <PrivacyCard report={report} />
        <WorkListCard language={report.language} />
      </div>
      {isSetting && <SettingsDialog settings={settings} onClose={() => setSetting(false)} />}
    </div>
  );
}
