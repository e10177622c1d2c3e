import { useTranslation } from 'react-i18next';
import { useProjectState } from '../state/use-project.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProjectPreferences } from './ProjectPreferences.tsx';
import { WindowPreferences } from './WindowPreferences.tsx';

/** Everything that can be set about the window and about how the open project counts, on one sheet. */
export function PreferencesDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('preferences');
  const { status } = useProjectState();
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose} width="wide">
      {isOpen && (
        <div className="preferences">
          <WindowPreferences />
          {status === 'open' && <ProjectPreferences onLeave={onClose} />}
        </div>
      )}
    </Dialog>
  );
}
