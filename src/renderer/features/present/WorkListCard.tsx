import { FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { saveBytes } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';

type Returned = OperationValue<'present.readWorkList'>;

/** The list of requests to answer, which goes to whoever runs the page and never into a report; what comes back is read and noted. */
export function WorkListCard({ language }: { readonly language: 'it' | 'en' }) {
  const { t } = useTranslation('present');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const scope = useScope();
  const { readOnly } = useProject();
  const { csv } = usePreferences();
  const separator = useCsvSeparator();
  const [said, setSaid] = useState('');
  const write = async (format: 'xlsx' | 'csv'): Promise<void> => {
    const made = await workbench.bridge.call('present.workList', { ...scope, format, language, ...(csv === 'language' ? {} : { separator }) });
    if (!made.ok) {
      workbench.failure.set(made.failure);
      return;
    }
    const { file, rows, total, expires } = made.value;
    saveBytes(file.name, file.base64, file.mediaType);
    setSaid(t('workList.written', { rows: voice.count(rows), total: voice.count(total), day: voice.date(Date.parse(`${expires}T12:00:00Z`)) }));
  };
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const taken = await workbench.run('present.readWorkList', { file });
    if (!taken.ok) {
      workbench.failure.set(taken.failure);
      return;
    }
    await workbench.refresh();
    setSaid(returnedText(taken.value));
  };
  const returnedText = ({ imported, rows, changed, unknown, expired, errors, errorCount }: Returned): string => {
    const first = errors[0];
    if (!imported && first !== undefined) return t('workList.refused', { n: voice.count(errorCount), row: first.row, why: t(`workList.errors.${first.code}`) });
    return [t('workList.read', { rows: voice.count(rows), changed: voice.count(changed) }), unknown > 0 ? t('workList.unknown', { n: voice.count(unknown) }) : '', expired ? t('workList.expired') : ''].filter((part) => part !== '').join(' ');
  };
  return (
    <Card headingLevel={3} title={t('workList.title')} subtitle={t('workList.subtitle')}>
      <div className="report-edit-ways">
        <Button size="small" className="page-link" icon={<FileDown size={14} aria-hidden="true" />} onPress={() => void write('xlsx')}>{t('workList.xlsx')}</Button>
        <Button size="small" className="page-link" icon={<FileDown size={14} aria-hidden="true" />} onPress={() => void write('csv')}>{t('workList.csv')}</Button>
      </div>
      {!readOnly && (
        <div className="report-template">
          <FileTrigger acceptedFileTypes={['.xlsx', '.csv']} onSelect={(files) => void read(files?.[0])}><Button size="small" className="page-link" icon={<FileUp size={14} aria-hidden="true" />}>{t('workList.back')}</Button></FileTrigger>
          <p className="quiet-text">{t('workList.backHint')}</p>
        </div>
      )}
      <p role="status" className="report-written">{said}</p>
    </Card>
  );
}
