import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Sheet = OperationValue<'sheet.get'>;

const FIELDS = ['source', 'collected', 'collectedBy', 'legalBasis', 'retention'] as const satisfies readonly (keyof Sheet)[];

/** The data sheet of the project: source, collection, legal basis, retention. */
export function DataSheetCard() {
  const { t } = useTranslation('privacy');
  const state = useOperation('sheet.get', {});
  return (
    <Card title={t('sheet.title')} subtitle={t('sheet.subtitle')}>
      <Answer state={state} shape="lines" where={t('sheet.title')}>
        {(sheet) => <SheetForm key={JSON.stringify(sheet)} sheet={sheet} />}
      </Answer>
    </Card>
  );
}

function SheetForm({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation('privacy');
  const project = useProject();
  const workbench = useWorkbench();
  const [draft, setDraft] = useState(sheet);
  const isChanged = FIELDS.some((field) => draft[field].trim() !== sheet[field]);
  const save = async (): Promise<void> => {
    const outcome = await workbench.run('sheet.save', draft);
    if (!outcome.ok) workbench.failure.set(outcome.failure);
  };
  return (
    <div className="privacy-column">
      <div className="privacy-columns">
        {FIELDS.map((field) => <TextField key={field} label={t(`sheet.${field}`)} value={draft[field]} maxLength={1000} isDisabled={project.readOnly} onChange={(text) => setDraft({ ...draft, [field]: text })} />)}
      </div>
      {!project.readOnly && <div><Button isDisabled={!isChanged} onPress={() => void save()}>{t('sheet.save')}</Button></div>}
    </div>
  );
}
