import { useTranslation } from 'react-i18next';
import { useStore } from '../../state/store.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';

/** Says that roles and signs are those of an older analysis, and lets one ask for a new one; nothing while they are current. */
export function StaleNotice() {
  const { t } = useTranslation('people');
  const workbench = useWorkbench();
  const project = useProject();
  const running = useStore(workbench.jobs.running);
  if (project.analysed) return null;
  const isRunning = running.some(({ name }) => name === 'analyse.run');
  return (
    <div className="notice notice-gold people-notice" role="status">
      <span>{t('stale')}</span>
      {!project.readOnly && (
        <Button size="small" isDisabled={isRunning} onPress={() => void workbench.analyse()}>
          {t('staleAction')}
        </Button>
      )}
    </div>
  );
}
