import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type Parsed = OperationValue<'probes.parse'>;
const MOST_LETTERS = 2_000_000;
const MOST_PROBLEMS = 50;

/** Reads a table of questions: first what is wrong with which row, then, when asked, the good rows are added as one change. */
export function ProbeTableDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('probes');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { timeZone } = useProject();
  const picker = useRef<HTMLInputElement>(null);
  const [parsed, setParsed] = useState<Parsed | 'unreadable' | null>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = file.size > MOST_LETTERS ? null : await file.text().catch(() => null);
    const outcome = text === null ? null : await workbench.bridge.call('probes.parse', { text });
    if (outcome === null) setParsed('unreadable');
    else if (outcome.ok) setParsed(outcome.value);
    else workbench.failure.set(outcome.failure);
  };
  const good = parsed === null || parsed === 'unreadable' ? [] : parsed.rows.flatMap(({ probe }) => probe ?? []);
  const add = async (): Promise<void> => {
    const saved = await workbench.run('probes.saveAll', { probes: good });
    workbench.failure.set(saved.ok ? null : saved.failure);
    onClose();
  };
  return (
    <Dialog isOpen title={t('table.title')} width="wide" onClose={onClose} footer={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button variant="primary" isDisabled={good.length === 0} onPress={() => void add()}>{t('table.add')}</Button></>}>
      <p className="chart-note">{t('table.hint', { zone: timeZone })}</p>
      <input ref={picker} type="file" accept=".csv,text/csv" hidden aria-hidden="true" tabIndex={-1} onChange={(event) => { void read(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
      <Button onPress={() => picker.current?.click()}>{t('table.choose')}</Button>
      <div role="status">
        {parsed === 'unreadable' && <p className="field-error">{t('table.unreadable')}</p>}
        {parsed !== null && parsed !== 'unreadable' && parsed.missing.length > 0 && <p className="field-error">{t('table.missing', { list: voice.list(parsed.missing.map((column) => voice.text(`probes.table.columns.${column}`))) })}</p>}
        {parsed !== null && parsed !== 'unreadable' && parsed.missing.length === 0 && (
          <>
            <p>{good.length === 0 ? t('table.good_zero') : voice.text('probes.table.good', { count: good.length })}</p>
            <ul className="probe-problems">{parsed.rows.filter(({ problem }) => problem !== null).slice(0, MOST_PROBLEMS).map(({ line, problem }) => <li key={line}>{t('table.line', { n: voice.count(line), problem: voice.text(`probes.table.problems.${problem ?? 'no-text'}`) })}</li>)}</ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
