import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { dayOf, dayStart } from '../../../domain/model/local-days.ts';
import { DateField } from '../../ui/DateField.tsx';
import { RemoveForGood, type RemovableImport } from './RemoveForGood.tsx';

/** Until when one import may be kept; past that day, the way to remove it for good. Nothing goes by itself. */
export function RetentionCard({ removable }: { readonly removable: RemovableImport }) {
  const { t } = useTranslation('privacy');
  const state = useOperation('retention.list', {});
  return (
    <Card title={t('retention.title')} subtitle={t('retention.subtitle')}>
      <Answer state={state} shape="lines" where={t('retention.title')}>
        {({ imports }) => <RetentionForm key={imports.find(({ importId }) => importId === removable.importId)?.untilMs ?? 0} removable={removable} kept={imports.find(({ importId }) => importId === removable.importId) ?? null} />}
      </Answer>
    </Card>
  );
}

function RetentionForm({ removable, kept }: { readonly removable: RemovableImport; readonly kept: { readonly untilMs: number; readonly isPast: boolean } | null }) {
  const { t } = useTranslation('privacy');
  const project = useProject();
  const workbench = useWorkbench();
  const [day, setDay] = useState(kept === null ? '' : dayOf(kept.untilMs, project.timeZone, -1));
  // a day counts to its end
  const untilMs = dayStart(day, project.timeZone, 1);
  const save = async (value: number | null): Promise<void> => {
    const outcome = await workbench.run('retention.set', { importId: removable.importId, untilMs: value });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
  };
  return (
    <div className="privacy-column">
      <p className="quiet-text">{[kept === null ? t('retention.none') : kept.isPast ? t('retention.past') : null, t('retention.never')].filter((text) => text !== null).join(' ')}</p>
      {!project.readOnly && (
        <div className="privacy-line">
          <DateField label={t('retention.until')} value={day} onChange={setDay} />
          <Button isDisabled={untilMs === null || untilMs === kept?.untilMs} onPress={() => void save(untilMs)}>{t('retention.save')}</Button>
          {kept !== null && <Button variant="plain" onPress={() => void save(null)}>{t('retention.clear')}</Button>}
          <RemoveForGood removable={removable} />
        </div>
      )}
    </div>
  );
}
