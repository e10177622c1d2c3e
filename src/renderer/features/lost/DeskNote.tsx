import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import type { LostDesk } from './use-lost-desk.ts';

/** What was decided last, with the button that takes it back; keeps its line so that nothing moves. */
export function DeskNote({ desk }: { readonly desk: LostDesk }) {
  const { t } = useTranslation('lost');
  return (
    <p className="lost-note" role="status">
      {desk.told !== '' && (
        <>
          <span>{desk.told}</span>
          <Button variant="plain" size="small" onPress={() => void desk.undo()}>{t('undo')}</Button>
        </>
      )}
    </p>
  );
}
