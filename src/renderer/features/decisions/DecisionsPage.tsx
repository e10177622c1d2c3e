import { ArrowLeft, Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { saveText } from '../../state/save-text.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { ComingDecisions } from './ComingDecisions.tsx';
import { CONFLICTS_A_PAGE, type OpenedFile } from './conflict-words.ts';
import './decisions.css';

/** Decisions out to another copy of the project, and in from one: looked at first, then taken in as one change. */
export function DecisionsPage() {
  const { t } = useTranslation('decisions');
  const { go } = useLocation();
  return (
    <RoomPage
      title={t('title')}
      question={t('question')}
      actions={<Button variant="plain" className="page-link" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['strategy'], parameters: { list: 'plan' } })}>{t('back')}</Button>}
    >
      <div className="decisions-stack">
        <LeavingCard />
        <ComingCard />
      </div>
    </RoomPage>
  );
}

function LeavingCard() {
  const { t } = useTranslation('decisions');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const [saved, setSaved] = useState<number | null>(null);
  const save = async (): Promise<void> => {
    const outcome = await workbench.bridge.call('decisions.export', {});
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    saveText(outcome.value.fileName, outcome.value.text, 'application/json;charset=utf-8');
    setSaved(outcome.value.decisions);
  };
  return (
    <Card title={t('out.title')} subtitle={t('out.text')}>
      <div className="decisions-row">
        <Button className="page-link" icon={<Download size={16} aria-hidden="true" />} onPress={() => void save()}>{t('out.save')}</Button>
        <span role="status" className="quiet-text">{saved === null ? '' : voice.text('decisions.out.saved', { count: saved })}</span>
      </div>
    </Card>
  );
}

function ComingCard() {
  const { t } = useTranslation('decisions');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const chooser = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [done, setDone] = useState('');
  const look = async (file: File, page: number): Promise<void> => {
    const outcome = await workbench.bridge.call('decisions.preview', { file, page, size: CONFLICTS_A_PAGE });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
    setOpened(outcome.ok ? { file, page, preview: outcome.value } : null);
  };
  const take = async (file: File, choices: ReadonlyMap<string, 'mine' | 'theirs'>, others: 'mine' | 'theirs'): Promise<void> => {
    const outcome = await workbench.run('decisions.import', { file, others, choices: [...choices].map(([key, side]) => ({ key, side })) });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    const { taken, refused } = outcome.value;
    setOpened(null);
    setDone([voice.text('decisions.done', { count: taken }), ...(refused > 0 ? [voice.text('decisions.refused', { count: refused })] : [])].join(' '));
    await workbench.refresh();
    await workbench.analyse();
  };
  return (
    <Card title={t('in.title')} subtitle={t('in.text')}>
      <div className="decisions-row">
        <Button className="page-link" icon={<Upload size={16} aria-hidden="true" />} isDisabled={readOnly} onPress={() => chooser.current?.click()}>{t('in.choose')}</Button>
        <span role="status" className="quiet-text">{done}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          setDone('');
          if (file !== undefined) void look(file, 0);
        }}
      />
      {opened !== null && <ComingDecisions key={`${opened.file.name} ${String(opened.file.lastModified)}`} opened={opened} onPage={(page) => void look(opened.file, page)} onTake={(choices, others) => void take(opened.file, choices, others)} onLeave={() => setOpened(null)} />}
    </Card>
  );
}
