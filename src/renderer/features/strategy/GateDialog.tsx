import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { dayMs, dayText } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { GateLine } from './LadderView.tsx';

const WORDS = ['none', 'yes', 'no'] as const;

/** The document, day and owner of a gate, or a word where the gate rests on one; saving is one change. */
export function GateDialog({ gate: { gate, kind, evidence }, onClose }: { readonly gate: GateLine; readonly onClose: () => void }) {
  const { t } = useTranslation('ladder');
  const workbench = useWorkbench();
  const [draft, setDraft] = useState(evidence ?? { document: '', dateMs: null, owner: '', note: '', declared: null });
  const save = async (): Promise<void> => {
    const saved = await workbench.run('strategy.setGate', { gate, ...draft });
    if (!saved.ok) workbench.failure.set(saved.failure);
    else await workbench.refresh();
    onClose();
  };
  return (
    <Dialog isOpen title={t(`gates.${gate}`)} width="wide" onClose={onClose} footer={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button variant="primary" onPress={() => void save()}>{t('dialog.save')}</Button></>}>
      {kind === 'data' && <p className="quiet-text">{t('dialog.dataNote')}</p>}
      <div className="finding-fields">
        {kind === 'declared' && <Select label={t('dialog.declared')} value={draft.declared === null ? 'none' : draft.declared ? 'yes' : 'no'} options={WORDS.map((value) => ({ value, label: t(`dialog.${value}`) }))} onChange={(word) => setDraft({ ...draft, declared: word === 'none' ? null : word === 'yes' })} />}
        <TextField label={t('dialog.document')} value={draft.document} onChange={(document) => setDraft({ ...draft, document })} maxLength={500} description={t('dialog.documentHint')} />
        <DateField label={t('dialog.date')} value={dayText(draft.dateMs)} onChange={(text) => setDraft({ ...draft, dateMs: dayMs(text) })} />
        <TextField label={t('dialog.owner')} value={draft.owner} onChange={(owner) => setDraft({ ...draft, owner })} maxLength={200} />
        <TextField label={t('dialog.note')} value={draft.note} onChange={(note) => setDraft({ ...draft, note })} maxLength={2000} />
      </div>
    </Dialog>
  );
}
