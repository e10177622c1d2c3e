import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Scenario } from './simulator-draft.ts';

type Kept = OperationValue<'strategy.scenarios'>['scenarios'][number];

interface ScenariosCardProps {
  /** What was computed last: this is what is kept. */
  readonly asked: Scenario;
  readonly compared: string | null;
  readonly onCompare: (scenario: Kept | null) => void;
  readonly onOpen: (scenario: Scenario) => void;
}

/** The scenarios that are kept: one may be opened, one held against the present one. */
export function ScenariosCard({ asked, compared, onCompare, onOpen }: ScenariosCardProps) {
  const { t } = useTranslation('simulator');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const [name, setName] = useState('');
  const state = useOperation('strategy.scenarios', {});
  const save = async (): Promise<void> => {
    const outcome = await workbench.run('strategy.saveScenario', { name: name.trim(), ...asked });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    setName('');
    await workbench.refresh();
  };
  const remove = async ({ id }: Kept): Promise<void> => {
    const outcome = await workbench.run('strategy.removeScenario', { id });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    if (compared === id) onCompare(null);
    await workbench.refresh();
  };
  return (
    <Card title={t('scenario.title')}>
      <Answer state={state} shape="lines" rows={2}>
        {({ scenarios, most }) => (
          <div className="simulator-scenarios">
            {scenarios.length === 0 ? <p className="chart-note">{t('scenario.none')}</p> : (
              <>
                <ul>
                  {scenarios.map((scenario) => (
                    <li key={scenario.id}>
                      <span>{scenario.name}</span>
                      <Button size="small" variant="plain" aria-label={t('scenario.openOne', { name: scenario.name })} onPress={() => onOpen({ today: scenario.today, team: scenario.team, minutes: scenario.minutes, triage: scenario.triage, everybody: scenario.everybody })}>{t('scenario.open')}</Button>
                      {!readOnly && <Button size="small" variant="plain" aria-label={t('scenario.removeOne', { name: scenario.name })} onPress={() => void remove(scenario)}>{t('scenario.remove')}</Button>}
                    </li>
                  ))}
                </ul>
                <Select size="small" label={t('scenario.compare')} value={compared ?? 'none'} options={[{ value: 'none', label: t('scenario.nothing') }, ...scenarios.map(({ id, name: label }) => ({ value: id, label }))]} onChange={(value) => onCompare(scenarios.find(({ id }) => id === value) ?? null)} />
              </>
            )}
            {!readOnly && (scenarios.length >= most ? <p className="chart-note">{t('scenario.full', { n: most })}</p> : (
              <>
                <TextField label={t('scenario.name')} value={name} maxLength={80} onChange={setName} />
                <Button isDisabled={name.trim() === ''} onPress={() => void save()}>{t('scenario.save')}</Button>
              </>
            ))}
          </div>
        )}
      </Answer>
    </Card>
  );
}
