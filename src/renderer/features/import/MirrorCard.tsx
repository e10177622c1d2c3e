import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { holdsPrivate, takenDrafts } from './import-draft.ts';
import { useImportDesk } from './use-import-desk.ts';

/** Formats of mail, and tables, which may hold anything; chats are private and offered as such. */
const LETTERS: ReadonlySet<string> = new Set(['mbox', 'eml', 'front', 'csv', 'json']);

/** Sets up the agency's mirror with the import itself: who the agency is, everybody else is the client. */
export function MirrorCard() {
  const { t } = useTranslation('importing');
  const { desk, state } = useImportDesk();
  const { mirror } = state;
  const isOffered = holdsPrivate(state) || takenDrafts(state).some(({ id }) => LETTERS.has(state.previews[id]?.preview?.format ?? ''));
  if (!isOffered) return null;
  return (
    <Card title={t('mirror.title')} subtitle={t('mirror.text')}>
      <Checkbox isSelected={mirror !== null} onChange={(isMirror) => desk.change({ mirror: isMirror ? { agency: '', client: '' } : null })}>{t('mirror.choose')}</Checkbox>
      {mirror !== null && (
        <div className="field-grid">
          <TextField label={t('mirror.agency')} description={t('mirror.agencyHint')} value={mirror.agency} onChange={(agency) => desk.change({ mirror: { ...mirror, agency } })} />
          <TextField label={t('mirror.client')} description={t('mirror.clientHint')} value={mirror.client} onChange={(client) => desk.change({ mirror: { ...mirror, client } })} />
        </div>
      )}
    </Card>
  );
}
