import { useTranslation } from 'react-i18next';
import { useStore } from '../../state/store.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { useSettled } from './use-settled.ts';

/** Longer than decisions wait before an analysis starts by itself: until then nothing has to be said, and nothing may jump. */
const PATIENCE_MS = 6_000;

/** Says that roles and signs are those of an older analysis, and lets one ask for a new one; nothing while one is on its way. */
export function StaleNotice() {
  const { t } = useTranslation('people');
  const workbench = useWorkbench();
  const { analysed, readOnly } = useProject();
  const running = useStore(workbench.jobs.running);
  const isLeft = !analysed && !running.some(({ name }) => name === 'analyse.run');
  const settled = useSettled(isLeft ? 'left' : 'under way', PATIENCE_MS);
  if (!isLeft || (settled === null && !readOnly)) return null;
  return (
    <div className="notice notice-gold people-notice" role="status">
      <span>{t('stale')}</span>
      {!readOnly && (
        <Button size="small" onPress={() => void workbench.analyse()}>
          {t('staleAction')}
        </Button>
      )}
    </div>
  );
}
