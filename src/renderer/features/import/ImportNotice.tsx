import { CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useImportDesk } from './use-import-desk.ts';

/** Above the overview that opens by itself after an import: what came in, and the way back to the report. Nothing once it was closed. */
export function ImportNotice() {
  const { t } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  const formats = useFormats();
  const { go } = useLocation();
  const { desk, state } = useImportDesk();
  if (state.outcome?.kind !== 'report') return null;
  const { imports } = state.outcome.report;
  const messages = imports.reduce((sum, one) => sum + one.messages, 0);
  const rejected = imports.reduce((sum, one) => sum + one.rejected, 0);
  return (
    <p className="import-notice" role="status">
      <CircleCheck size={16} aria-hidden="true" />
      <span>
        {t('reportMessages', { count: messages, n: formats.count(messages) })}, {rejected === 0 ? t('reportRejectedNone') : t('reportRejected', { count: rejected, n: formats.count(rejected) })}
      </span>
      <Button variant="plain" size="small" onPress={() => go({ path: ['import'] })}>
        {t('openReport')}
      </Button>
      <IconButton size="small" icon={<X size={16} />} label={common('close')} onPress={() => desk.clear()} />
    </p>
  );
}
