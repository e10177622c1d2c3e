import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CRISIS_LINES } from '../../../domain/model/ladder-step.ts';
import type { OperationValue } from '../../../contract/operations.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** The five lines of plan B; saving them is one change. */
export function CrisisPlanCard({ lines }: { readonly lines: OperationValue<'strategy.ladder'>['plan']['lines'] }) {
  const { t } = useTranslation('ladder');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const [draft, setDraft] = useState(lines);
  const save = async (): Promise<void> => {
    const saved = await workbench.run('strategy.setCrisisPlan', { lines: draft });
    workbench.failure.set(saved.ok ? null : saved.failure);
    if (saved.ok) await workbench.refresh();
  };
  return (
    <Card title={t('plan.title')} subtitle={t('plan.subtitle')} foot={<Button isDisabled={readOnly || CRISIS_LINES.every((line) => draft[line] === lines[line])} onPress={() => void save()}>{t('plan.save')}</Button>}>
      <div className="finding-fields">{CRISIS_LINES.map((line) => <TextField key={line} label={t(`plan.${line}`)} value={draft[line]} isDisabled={readOnly} maxLength={2000} onChange={(text) => setDraft({ ...draft, [line]: text })} />)}</div>
    </Card>
  );
}
