import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { beginCopy } from '../state/save-copy.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

/** In the place of a way to import, where the project cannot be written: why, and the copy that can. */
export function NothingToImportInto() {
  const { t } = useTranslation('saving');
  const workbench = useWorkbench();
  return <EmptyState icon={<Lock size={36} />} title={t('lockedTitle')} text={t('lockedText')} action={<Button variant="primary" onPress={() => void beginCopy(workbench, 'as')}>{t('lockedCopy')}</Button>} />;
}
