import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ShiftFields } from './ShiftFields.tsx';
import { draftProblems, FORM_INTENTS, type ScenarioDraft } from './simulator-draft.ts';

interface SimulatorFormProps {
  readonly draft: ScenarioDraft;
  readonly onDraft: (draft: ScenarioDraft) => void;
  readonly onRun: () => void;
}

/** Who answers today, who would, how long a request takes, what comes first, and whom a policy has taken up. */
export function SimulatorForm({ draft, onDraft, onRun }: SimulatorFormProps) {
  const { t } = useTranslation('simulator');
  const { t: codes } = useTranslation('codes');
  const problems = draftProblems(draft);
  const first = [{ value: 'none' as const, label: t('form.arrival') }, ...FORM_INTENTS.map((value) => ({ value, label: codes(`intent.${value}`) }))];
  const second = [{ value: 'none' as const, label: t('form.none') }, ...FORM_INTENTS.filter((one) => one !== draft.first).map((value) => ({ value, label: codes(`intent.${value}`) }))];
  const minutesProblem = problems.includes('minutes') ? t('form.problemMinutes') : undefined;
  return (
    <Card className="simulator-form" title={t('form.title')} subtitle={t('form.subtitle')}>
      <ShiftFields legend={t('form.today')} shift={draft.today} onShift={(today) => onDraft({ ...draft, today })} />
      <ShiftFields legend={t('form.team')} shift={draft.team} onShift={(team) => onDraft({ ...draft, team })} />
      <fieldset className="simulator-fields">
        <legend>{t('form.minutes')}</legend>
        <TextField label={t('form.low')} value={draft.low} maxLength={5} error={minutesProblem} onChange={(low) => onDraft({ ...draft, low })} />
        <TextField label={t('form.high')} value={draft.high} maxLength={5} onChange={(high) => onDraft({ ...draft, high })} />
        <p className="chart-note simulator-wide">{t('form.minutesHint')}</p>
      </fieldset>
      <fieldset className="simulator-fields simulator-single">
        <legend>{t('form.triage')}</legend>
        <Select label={t('form.first')} size="small" value={draft.first ?? 'none'} options={first} onChange={(value) => onDraft({ ...draft, first: value === 'none' ? null : value, second: value === 'none' || value === draft.second ? null : draft.second })} />
        <Select label={t('form.second')} size="small" isDisabled={draft.first === null} value={draft.second ?? 'none'} options={second} onChange={(value) => onDraft({ ...draft, second: value === 'none' ? null : value })} />
      </fieldset>
      <fieldset className="simulator-fields">
        <legend>{t('form.everybody')}</legend>
        {FORM_INTENTS.map((intent) => (
          <Checkbox key={intent} isSelected={draft.everybody.includes(intent)} onChange={(chosen) => onDraft({ ...draft, everybody: chosen ? [...draft.everybody, intent] : draft.everybody.filter((one) => one !== intent) })}>{codes(`intent.${intent}`)}</Checkbox>
        ))}
        <p className="chart-note simulator-wide">{t('form.everybodyHint')}</p>
      </fieldset>
      <div className="simulator-run">
        <Button variant="primary" isDisabled={problems.length > 0} onPress={onRun}>{t('form.run')}</Button>
        <span className="chart-note">{t('form.runNote')}</span>
      </div>
    </Card>
  );
}
