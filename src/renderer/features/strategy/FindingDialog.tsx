import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { dayMs, dayText } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FINDING_STATE_ORDER, type FindingLine } from './finding-words.ts';

/** State, owner, date, advice, decision, outcome and note of a finding; saving is one change. */
export function FindingDialog({ finding, onClose }: { readonly finding: FindingLine; readonly onClose: () => void }) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const [draft, setDraft] = useState(finding);
  const set = (changes: Partial<FindingLine>): void => setDraft({ ...draft, ...changes });
  const save = async (): Promise<void> => {
    const { id, state, owner, dueMs, outcome, note, recommendation, decision } = draft;
    const saved = await workbench.run('findings.change', { id, state, owner: owner.trim(), dueMs, outcome: outcome.trim(), note: note.trim(), recommendation: recommendation.trim(), decision: decision.trim() });
    if (!saved.ok) workbench.failure.set(saved.failure);
    else await workbench.refresh();
    onClose();
  };
  const remove = async (): Promise<void> => {
    const removed = await workbench.run('findings.remove', { id: finding.id });
    if (!removed.ok) workbench.failure.set(removed.failure);
    else await workbench.refresh();
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={t('dialog')}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button variant="danger" onPress={() => void remove()}>{t('remove')}</Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onPress={() => void save()}>{t('save')}</Button>
        </>
      }
    >
      <blockquote className="finding-quote">{finding.sentence}</blockquote>
      <div className="finding-fields">
        <Select label={t('stateField')} value={draft.state} options={FINDING_STATE_ORDER.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(state) => set({ state })} />
        <TextField label={t('owner')} value={draft.owner} onChange={(owner) => set({ owner })} maxLength={200} />
        <DateField label={t('due')} value={dayText(draft.dueMs)} onChange={(text) => set({ dueMs: dayMs(text) })} />
        <TextField label={t('recommendation')} value={draft.recommendation} onChange={(recommendation) => set({ recommendation })} maxLength={2000} />
        <TextField label={t('decision')} value={draft.decision} onChange={(decision) => set({ decision })} maxLength={2000} />
        <TextField label={t('outcome')} value={draft.outcome} onChange={(outcome) => set({ outcome })} maxLength={2000} description={t('outcomeHint')} />
        <TextField label={t('note')} value={draft.note} onChange={(note) => set({ note })} maxLength={2000} />
      </div>
      {finding.steps.length > 1 && (
        <section className="finding-steps">
          <h3>{t('history')}</h3>
          <ol>{finding.steps.map(({ state, atMs }, place) => <li key={`${String(place)} ${state}`}>{t('step', { state: t(`state.${state}`), date: voice.dateTime(atMs) })}</li>)}</ol>
        </section>
      )}
    </Dialog>
  );
}
