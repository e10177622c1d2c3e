import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DAY_RUNS, shiftProblems, type ShiftDraft } from './simulator-draft.ts';

interface ShiftFieldsProps {
  readonly legend: string;
  readonly shift: ShiftDraft;
  readonly onShift: (shift: ShiftDraft) => void;
}

/** How many people work on which days and hours. */
export function ShiftFields({ legend, shift, onShift }: ShiftFieldsProps) {
  const { t } = useTranslation('simulator');
  const { people, hours } = shiftProblems(shift);
  return (
    <fieldset className="simulator-fields">
      <legend>{legend}</legend>
      <TextField label={t('form.people')} value={shift.people} maxLength={2} error={people ? t('form.problemPeople') : undefined} onChange={(text) => onShift({ ...shift, people: text })} />
      <Select label={t('form.days')} value={shift.days} options={DAY_RUNS.map((value) => ({ value, label: t(`form.${value}`) }))} onChange={(days) => onShift({ ...shift, days })} />
      <TextField label={t('form.from')} value={shift.from} maxLength={2} error={hours ? t('form.problemHours') : undefined} onChange={(from) => onShift({ ...shift, from })} />
      <TextField label={t('form.to')} value={shift.to} maxLength={2} onChange={(to) => onShift({ ...shift, to })} />
    </fieldset>
  );
}
