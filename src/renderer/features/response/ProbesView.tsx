import { Download, FileInput, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { saveText } from '../../state/save-text.ts';
import { useSentence } from '../../state/sentences.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { KeepButton } from '../../ui/KeepButton.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { ProbeDialog } from './ProbeDialog.tsx';
import { ProbeEffectCard } from './ProbeEffectCard.tsx';
import { ProbeGroupsCard } from './ProbeGroupsCard.tsx';
import { ProbeTableDialog } from './ProbeTableDialog.tsx';
import { probesSentence, type ProbeLine, type ProbesValue } from './probe-words.ts';
import './probes.css';

/** Probes on one page: what they add up to stands below them. */
const SHOWN = 10;

/** The mystery shopper: questions asked on purpose, what came of them, and the same of the public beside. */
export function ProbesView() {
  const { clock: _clock, ...scope } = useScope();
  const state = useOperation('probes.list', scope);
  return (
    <Answer state={state} shape="lines" rows={6}>
      {(value) => (
        <>
          <ProbesCard value={value} />
          {value.probes.length > 0 && <ProbeGroupsCard value={value} />}
          {value.probes.length > 0 && <ProbeEffectCard value={value} />}
        </>
      )}
    </Answer>
  );
}

function ProbesCard({ value }: { readonly value: ProbesValue }) {
  const { t } = useTranslation('probes');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const [edited, setEdited] = useState<ProbeLine | 'new' | 'table' | null>(null);
  const title = probesSentence(value, voice);
  const sentence = { sentence: title, detail: t('subtitle'), metric: 'probes' };
  const mark = useSentence(value.probes.length === 0 ? null : sentence);
  return (
    <Card
      title={<span {...mark}>{title}</span>}
      subtitle={t('subtitle')}
      actions={
        <>
          {value.probes.length > 0 && <KeepButton sentence={sentence} />}
          {!readOnly && <Button size="small" icon={<FileInput size={14} aria-hidden="true" />} onPress={() => setEdited('table')}>{t('fromTable')}</Button>}
          {!readOnly && <Button size="small" variant="primary" onPress={() => setEdited('new')}>{t('add')}</Button>}
        </>
      }
      foot={<><Button variant="plain" size="small" onPress={() => openMetric('probes')}>{charts('frame.definition')}</Button>{value.probes.length > 0 && <SaveProbes />}</>}
    >
      {value.probes.length > 0 && <ProbeRows probes={value.probes} onEdit={setEdited} />}
      {edited === 'table' && <ProbeTableDialog onClose={() => setEdited(null)} />}
      {edited !== null && edited !== 'table' && <ProbeDialog probe={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}

function SaveProbes() {
  const { t } = useTranslation('probes');
  const separator = useCsvSeparator();
  const workbench = useWorkbench();
  const { clock: _clock, ...scope } = useScope();
  const run = async (): Promise<void> => {
    const outcome = await workbench.bridge.call('probes.table', { ...scope, separator });
    if (outcome.ok) saveText(outcome.value.fileName, outcome.value.text);
    else workbench.failure.set(outcome.failure);
  };
  return <Button size="small" variant="plain" icon={<Download size={14} aria-hidden="true" />} onPress={() => void run()}>{t('save')}</Button>;
}

function ProbeRows({ probes, onEdit }: { readonly probes: readonly ProbeLine[]; readonly onEdit: (probe: ProbeLine) => void }) {
  const { t } = useTranslation('probes');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { openMessages } = useSidePanel();
  const [page, setPage] = useState(0);
  // the last page may be gone once a probe on it is removed
  const shown = Math.min(page, Math.max(0, Math.ceil(probes.length / SHOWN) - 1));
  const remove = async (id: string): Promise<void> => {
    const outcome = await workbench.run('probes.remove', { id });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
  };
  return (
    <>
      <DataTable
        dense
        caption={t('title_other', { n: voice.count(probes.length) })}
        rows={probes.slice(shown * SHOWN, (shown + 1) * SHOWN)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', label: t('column.when'), cell: ({ atMs, messageId }) => (messageId === null ? voice.dateTime(atMs) : <Button variant="plain" size="small" aria-label={`${voice.dateTime(atMs)}: ${t('openOne', { date: voice.date(atMs) })}`} onPress={() => openMessages({ messageIds: [messageId] }, { title: t('openOne', { date: voice.date(atMs) }), count: 1 })}>{voice.dateTime(atMs)}</Button>) },
          { key: 'where', label: t('column.where'), cell: ({ network, container }) => (container === null ? voice.network(network) : `${container} · ${voice.network(network)}`) },
          { key: 'intent', label: t('column.intent'), cell: ({ intent }) => voice.text(`codes.intent.${intent}`) },
          { key: 'text', label: t('column.text'), cell: ({ text }) => <span className="probe-text">{text}</span> },
          { key: 'state', label: t('column.state'), cell: ({ state, answerMessageId, atMs }) => (answerMessageId === null ? <span className="probe-whole">{t(`states.${state}`)}</span> : <Button variant="plain" size="small" aria-label={`${t(`states.${state}`)}: ${t('openAnswer', { date: voice.date(atMs) })}`} onPress={() => openMessages({ messageIds: [answerMessageId] }, { title: t('openAnswer', { date: voice.date(atMs) }), count: 1 })}>{t(`states.${state}`)}</Button>) },
          { key: 'wait', label: t('column.wait'), align: 'end', cell: ({ waitedSeconds }) => <span className="probe-whole">{waitedSeconds === null ? '–' : voice.duration(waitedSeconds)}</span> },
          { key: 'by', label: t('column.by'), cell: ({ by }) => by },
          { key: 'match', label: t('column.match'), cell: ({ match, leftOut }) => (match === null ? t('match.none') : leftOut ? `${t(`match.${match}`)}, ${t('match.leftOut')}` : t(`match.${match}`)) },
          ...(readOnly ? [] : [{ key: 'ways', label: <span className="visually-hidden">{t('column.ways')}</span>, cell: (probe: ProbeLine) => (
            <span className="probe-ways">
              <IconButton size="small" className="keep-button" icon={<Pencil size={14} aria-hidden="true" />} label={t('edit', { date: voice.date(probe.atMs) })} onPress={() => onEdit(probe)} />
              <IconButton size="small" className="keep-button" icon={<X size={14} aria-hidden="true" />} label={t('remove', { date: voice.date(probe.atMs) })} onPress={() => void remove(probe.id)} />
            </span>
          ) }]),
        ]}
      />
      <PageButtons page={shown} size={SHOWN} total={probes.length} onPage={setPage} />
    </>
  );
}
