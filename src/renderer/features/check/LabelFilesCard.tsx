import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { saveText } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

interface Trial {
  readonly file: File;
  readonly report: OperationValue<'labels.importFile'>;
  readonly skipUnknown: boolean;
}

const SHOWN_ERRORS = 20;

/** Labels from a table, tried before they are taken in, and all labels by hand as a table. */
export function LabelFilesCard({ canImport }: { readonly canImport: boolean }) {
  const { t } = useTranslation('check');
  const separator = useCsvSeparator();
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const chooser = useRef<HTMLInputElement>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [done, setDone] = useState('');
  const attempt = async (file: File, skipUnknown: boolean): Promise<void> => {
    setDone('');
    const outcome = await workbench.bridge.call('labels.importFile', { file, dryRun: true, skipUnknown });
    if (outcome.ok) setTrial({ file, report: outcome.value, skipUnknown });
    else workbench.failure.set(outcome.failure);
  };
  const take = async ({ file, skipUnknown }: Trial): Promise<void> => {
    const outcome = await workbench.run('labels.importFile', { file, skipUnknown });
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    setTrial(null);
    setDone(outcome.value.imported ? voice.text('check.files.done', { count: outcome.value.changed }) : t('files.nothing'));
    await workbench.refresh();
    await workbench.analyse();
  };
  const save = async (): Promise<void> => {
    const outcome = await workbench.bridge.call('labels.export', { separator });
    if (outcome.ok) saveText(outcome.value.fileName, outcome.value.text);
    else workbench.failure.set(outcome.failure);
  };
  return (
    <Card title={t('files.title')} subtitle={t('files.text')}>
      <div className="check-row">
        <Button icon={<Upload size={16} aria-hidden="true" />} isDisabled={!canImport} onPress={() => chooser.current?.click()}>{t('files.choose')}</Button>
        <Button variant="plain" icon={<Download size={16} aria-hidden="true" />} onPress={() => void save()}>{t('files.export')}</Button>
        <span className="quiet-text" role="status">{done}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file !== undefined) void attempt(file, false);
        }}
      />
      {trial !== null && <TrialReport trial={trial} onSkip={(skip) => void attempt(trial.file, skip)} onTake={() => void take(trial)} onLeave={() => setTrial(null)} />}
    </Card>
  );
}

interface TrialReportProps {
  readonly trial: Trial;
  readonly onSkip: (skip: boolean) => void;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

function TrialReport({ trial: { file, report, skipUnknown }, onSkip, onTake, onLeave }: TrialReportProps) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const { rows, changed, same, standing, unknown, errors, errorCount } = report;
  const counted = ([['changed', changed], ['same', same], ['standing', standing], ['unknown', unknown], ['wrong', errorCount]] as const).filter(([, count]) => count > 0).map(([key, count]) => voice.text(`check.files.${key}`, { count }));
  return (
    <div className="label-trial" role="group" aria-label={file.name}>
      <p>{[voice.text('check.files.trial', { count: rows, name: file.name }), ...counted].join(' ')}</p>
      {unknown > 0 && <Checkbox isSelected={skipUnknown} onChange={onSkip}>{t('files.skip')}</Checkbox>}
      {errors.length > 0 && (
        <DataTable
          dense
          caption={t('files.error')}
          rows={errors.slice(0, SHOWN_ERRORS)}
          rowKey={({ row, code }) => `${String(row)} ${code}`}
          columns={[{ key: 'row', label: t('files.row'), align: 'end', cell: ({ row }) => voice.count(row) }, { key: 'error', label: t('files.error'), cell: ({ code, detail }) => t(`files.errors.${code}`, { detail }) }]}
        />
      )}
      {errorCount > SHOWN_ERRORS && <p className="quiet-text">{t('files.more', { n: voice.count(errorCount - SHOWN_ERRORS) })}</p>}
      <div className="check-row">
        <Button variant="primary" isDisabled={errorCount > 0 || changed === 0} onPress={onTake}>{t('files.import')}</Button>
        <Button onPress={onLeave}>{t('files.cancel')}</Button>
      </div>
    </div>
  );
}
