import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { dayAndMinute, momentOfMinute } from '../../../domain/model/local-days.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ProbeLine } from './probe-words.ts';

type Intent = OperationInput<'probes.save'>['intent'];
const INTENTS = ['information', 'trouble', 'purchase', 'idea', 'decision'] as const satisfies readonly Intent[];

/** Writes a question down, or changes it: where and when it was asked, its words, and an answer that was seen by hand. */
export function ProbeDialog({ probe, onClose }: { readonly probe: ProbeLine | null; readonly onClose: () => void }) {
  const { t } = useTranslation('probes');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { timeZone } = useProject();
  const options = useOperation('filters.options', {});
  const [network, setNetwork] = useState(probe?.network ?? null);
  const [container, setContainer] = useState(probe?.container ?? '');
  const [nativeId, setNativeId] = useState(probe?.nativeId ?? '');
  const [when, setWhen] = useState(dayAndMinute(probe?.atMs, timeZone));
  const [intent, setIntent] = useState<Intent>(probe?.intent ?? 'information');
  const [text, setText] = useState(probe?.text ?? '');
  const [note, setNote] = useState(probe?.note ?? '');
  const [answered, setAnswered] = useState(dayAndMinute(probe?.answeredAtMs, timeZone));
  const [by, setBy] = useState(probe?.answeredBy ?? '');
  const [isTried, setTried] = useState(false);
  const networks = options.status === 'value' ? options.value.networks.map(({ value }) => value) : [];
  const offered = network === null || networks.includes(network) ? networks : [network, ...networks];
  const chosen = network ?? networks[0] ?? null;
  const pages = options.status === 'value' ? options.value.containers : [];
  const [atMs, answeredAtMs] = [momentOfMinute(when, timeZone), momentOfMinute(answered, timeZone)];
  const problem = chosen === null || atMs === null || text.trim() === '' ? t('dialog.needs') : answeredAtMs !== null && answeredAtMs < atMs ? t('dialog.before') : null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (problem !== null || chosen === null || atMs === null) return;
    // the minute that a field shows must not move a time that has seconds
    const kept = (ms: number, before: number | null | undefined): number => (before !== null && before !== undefined && dayAndMinute(before, timeZone) === dayAndMinute(ms, timeZone) ? before : ms);
    const saved = await workbench.run('probes.save', {
      ...(probe === null ? {} : { id: probe.id }), network: chosen, container: container === '' ? null : container, nativeId: nativeId.trim() === '' ? null : nativeId.trim(), text: text.trim(), intent, atMs: kept(atMs, probe?.atMs), note: note.trim(),
      answeredAtMs: answeredAtMs === null ? null : kept(answeredAtMs, probe?.answeredAtMs), answeredBy: by.trim(),
    });
    workbench.failure.set(saved.ok ? null : saved.failure);
    onClose();
  };
  return (
    <Dialog isOpen title={t(probe === null ? 'dialog.add' : 'dialog.edit')} width="wide" onClose={onClose} footer={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button variant="primary" onPress={() => void save()}>{t('dialog.save')}</Button></>}>
      <div className="probe-fields">
        <Select label={t('dialog.network')} value={chosen} options={offered.map((value) => ({ value, label: voice.network(value) }))} onChange={setNetwork} />
        <Select label={t('dialog.container')} value={container} options={[{ value: '', label: t('dialog.anyContainer') }, ...pages.map(({ value }) => ({ value, label: value }))]} onChange={setContainer} />
        <DateField withTime label={t('dialog.when')} value={when} onChange={setWhen} />
        <Select label={t('dialog.intent')} value={intent} options={INTENTS.map((value) => ({ value, label: voice.text(`codes.intent.${value}`) }))} onChange={setIntent} />
        <TextArea label={t('dialog.text')} value={text} onChange={setText} rows={3} maxLength={5000} />
        <TextField label={t('dialog.nativeId')} value={nativeId} onChange={setNativeId} maxLength={500} />
        <DateField withTime label={t('dialog.answered')} value={answered} onChange={setAnswered} />
        <TextField label={t('dialog.by')} value={by} onChange={setBy} maxLength={200} />
        <TextField label={t('dialog.note')} value={note} onChange={setNote} maxLength={1000} />
      </div>
      {isTried && problem !== null && <p className="field-error" role="alert">{problem}</p>}
      <p className="chart-note">{t('dialog.hint')}</p>
    </Dialog>
  );
}
