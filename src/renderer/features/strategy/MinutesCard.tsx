import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORMATION_LINES } from '../../../domain/model/formation-line.ts';
import type { OperationInput } from '../../../contract/operations.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Failure } from '../../../contract/outcome.ts';
import { typedMinutes, writtenMinutes, type FormationValue, type WrittenMinutes } from './formation-words.ts';

/** Minutes that a message of each line takes, as the team gives them: with all of them written the pitch also tells shares of time. */
export function MinutesCard({ minutes }: { readonly minutes: FormationValue['minutes'] }) {
  const { t } = useTranslation('strategy');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const [written, setWritten] = useState<WrittenMinutes>(() => writtenMinutes(minutes));
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (next: OperationInput<'strategy.setFormation'>['minutes']): Promise<void> => {
    const outcome = await workbench.run('strategy.setFormation', { minutes: next });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) await workbench.refresh();
  };
  return (
    <Card title={t('minutes.title')} subtitle={t('minutes.subtitle')}>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <div className="minutes-lines">
        {FORMATION_LINES.map((line) => (
          <fieldset key={line} className="canvas-range">
            <legend>{t(`formation.lines.${line}`)}</legend>
            {(['low', 'high'] as const).map((end) => (
              <TextField key={end} label={t(`minutes.${end}`, { line: t(`formation.lines.${line}`) })} hideLabel value={written[line][end]} isDisabled={readOnly} maxLength={8} placeholder={t(`canvas.${end}`)} onChange={(text) => setWritten({ ...written, [line]: { ...written[line], [end]: text } })} />
            ))}
          </fieldset>
        ))}
      </div>
      {!readOnly && <div><Button onPress={() => void save(typedMinutes(written))}>{t('minutes.save')}</Button></div>}
    </Card>
  );
}
