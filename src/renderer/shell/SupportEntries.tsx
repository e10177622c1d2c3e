import { Info, LifeBuoy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openedSupport } from '../state/support.ts';
import { Button } from '../ui/Button.tsx';

/** The ways to the two sheets of help; `onOpen` closes what they stand in. */
export function SupportEntries({ onOpen }: { readonly onOpen?: () => void }) {
  const { t } = useTranslation('support');
  const open = (sheet: 'about' | 'diagnostics') => () => {
    onOpen?.();
    openedSupport.set(sheet);
  };
  return (
    <div className="support-entries">
      <Button size="small" variant="plain" icon={<Info size={16} aria-hidden="true" />} onPress={open('about')}>{t('about.command')}</Button>
      <Button size="small" variant="plain" icon={<LifeBuoy size={16} aria-hidden="true" />} onPress={open('diagnostics')}>{t('diagnostics.command')}</Button>
    </div>
  );
}
