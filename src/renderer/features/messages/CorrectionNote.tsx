import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import type { MessageDesk } from './use-message-desk.ts';

/** What the last correction changed, with its undo; stands above the list, because a corrected message may leave it. */
export function CorrectionNote({ desk }: { readonly desk: MessageDesk }) {
  const { t } = useTranslation('reading');
  return (
    <div role="status">
      {desk.note !== null && (
        <p className="correction-note">
          <span>{desk.note.text}</span>
          <Button size="small" variant="plain" onPress={desk.undo}>{t('correct.undo')}</Button>
        </p>
      )}
    </div>
  );
}
