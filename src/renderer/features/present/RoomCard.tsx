import { FileLock2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { saveBytes } from '../../state/save-text.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import type { ReportValue } from './report-view.ts';

/** Writes the client room of the report, or of a closed edition, and says what it holds. */
export function RoomCard({ report, edition }: { readonly report: ReportValue; readonly edition: string }) {
  const { t } = useTranslation('room');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const scope = useScope();
  const [isWriting, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  const write = async (): Promise<void> => {
    setWriting(true);
    const made = await workbench.bridge.call('present.room', { ...(edition === '' ? scope : { edition }), language: report.language });
    setWriting(false);
    if (!made.ok) {
      workbench.failure.set(made.failure);
      return;
    }
    const { file: { name, base64, mediaType }, rows, missing, figures, withoutRows } = made.value;
    saveBytes(name, base64, mediaType);
    setSaid(withoutRows === null ? t('file.written', { name, rows: voice.count(rows), missing: voice.count(missing), figures: voice.count(figures) }) : t(`file.without.${withoutRows}`, { name }));
  };
  return (
    <Card headingLevel={3} title={t('file.title')} subtitle={t('file.subtitle')}>
      <Button size="small" className="page-link" icon={<FileLock2 size={14} aria-hidden="true" />} isDisabled={isWriting} onPress={() => void write()}>{isWriting ? t('file.writing') : t('file.save')}</Button>
      <p className="quiet-text room-hint">{t('file.hint')}{report.audience === 'analyst' ? `; ${t('file.clientOnly')}` : ''}</p>
      <p role="status" className="report-written">{said}</p>
    </Card>
  );
}
