import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { dayMs } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { measuredWords, typedRange, typedTarget, type Direction, type MeasureLine } from './hypothesis-words.ts';

const INTENTS = ['trouble', 'information', 'purchase', 'idea', 'decision'] as const;
type Intent = (typeof INTENTS)[number];
const DIRECTIONS = ['at-least', 'at-most'] as const satisfies readonly Direction[];
const DAY_MS = 86_400_000;
/** Measures of which less is better begin with "at most". */
const LESS: readonly MeasureLine['measure'][] = ['restricted-wait', 'gap', 'deflected', 'gini'];

interface HypothesisDialogProps {
  readonly measures: readonly MeasureLine[];
  /** The finding whose figure is put to the test; null to choose from the list. */
  readonly finding: { readonly id: string; readonly sentence: string } | null;
  readonly onClose: () => void;
}

/** Writes a target down before the data: what is measured, how far it is to go, until when. Saving is one change; afterwards only a withdrawal is possible. */
export function HypothesisDialog({ measures, finding, onClose }: HypothesisDialogProps) {
  const { t } = useTranslation('hypotheses');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { clock: _clock, ...scope } = useScope();
  const [measure, setMeasure] = useState<MeasureLine['measure']>(finding === null ? (measures[0]?.measure ?? 'answered-day') : 'figure');
  const [intent, setIntent] = useState<Intent>('trouble');
  const [tribe, setTribe] = useState<string | null>(null);
  const [direction, setDirection] = useState<Direction>('at-least');
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const [nowMs] = useState(() => Date.now());
  const subject = measures.find((one) => one.measure === measure)?.subject ?? 'none';
  const tribes = useOperation('tribes.list', subject === 'tribe' ? scope : null);
  const offered = tribes.status === 'value' ? tribes.value.tribes : [];
  const chosen = tribe ?? offered[0]?.id ?? null;
  const isNamed = subject !== 'tribe' || chosen !== null;
  const asked = { ...scope, measure, ...(subject === 'intent' ? { intent } : {}), ...(subject === 'tribe' && chosen !== null ? { tribe: chosen } : {}), ...(finding === null ? {} : { findingId: finding.id }) };
  const today = useOperation('hypotheses.measure', isNamed ? asked : null);
  const unit = today.status === 'value' ? today.value.unit : (measures.find((one) => one.measure === measure)?.unit ?? 'share');
  const value = typedTarget(typed, unit);
  const noonMs = dayMs(day);
  // until the end of the day that was chosen, in UTC
  const toMs = noonMs === null ? null : noonMs + DAY_MS / 2;
  const isLate = toMs !== null && toMs > nowMs + DAY_MS;
  const save = async (): Promise<void> => {
    if (value === null || toMs === null) return;
    const saved = await workbench.run('hypotheses.register', { ...asked, direction, value, toMs, note: note.trim() });
    workbench.failure.set(saved.ok ? null : saved.failure);
    if (saved.ok) await workbench.refresh();
    onClose();
  };
  return (
    <Dialog isOpen title={t('dialog.title')} width="wide" onClose={onClose} footer={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button variant="primary" isDisabled={value === null || !isLate || today.status !== 'value'} onPress={() => void save()}>{t('dialog.save')}</Button></>}>
      {finding !== null && <blockquote className="finding-quote">{finding.sentence}</blockquote>}
      <div className="finding-fields">
        {finding === null && <Select label={t('dialog.measure')} value={measure} options={measures.map((one) => ({ value: one.measure, label: t(`measures.${one.measure}`) }))} onChange={(next) => { setMeasure(next); setDirection(LESS.includes(next) ? 'at-most' : 'at-least'); }} />}
        {subject === 'intent' && <Select label={t('dialog.intent')} value={intent} options={INTENTS.map((one) => ({ value: one, label: voice.text(`codes.intent.${one}`) }))} onChange={setIntent} />}
        {subject === 'tribe' && <Select label={t('dialog.tribe')} value={chosen} options={offered.map((one) => ({ value: one.id, label: tribeName(one, voice) }))} onChange={setTribe} />}
        <p className="hypothesis-today" role="status">{today.status === 'value' ? t('dialog.today', { value: measuredWords(today.value.figure, unit, voice) }) : today.status === 'failed' ? t('unmeasured_one', { n: '1' }) : t('dialog.measuring')}</p>
        <Select label={t('dialog.direction')} value={direction} options={DIRECTIONS.map((one) => ({ value: one, label: t(`direction.${one}`) }))} onChange={setDirection} />
        <TextField label={t(`dialog.value.${unit}`)} value={typed} onChange={setTyped} maxLength={12} error={typed !== '' && value === null ? t('dialog.wrongValue', { range: t(`dialog.range.${typedRange(unit)}`) }) : undefined} />
        <DateField label={t('dialog.date')} value={day} onChange={setDay} error={toMs !== null && !isLate ? t('dialog.wrongDate') : undefined} />
        <TextField label={t('dialog.note')} value={note} onChange={setNote} maxLength={1000} />
      </div>
      <p className="chart-note">{t('dialog.rule')}</p>
    </Dialog>
  );
}
