import { CircleAlert, Lock, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import type { JobName } from '../state/jobs.ts';
import { beginCopy } from '../state/save-copy.ts';
import { useOperation } from '../state/use-operation.ts';
import { useProject } from '../state/use-project.ts';
import { useStore } from '../state/store.ts';
import { useWorkbench, type Workbench } from '../state/workbench.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/Progress.tsx';

const JOB_WORDS = { 'import.check': 'importCheck', 'import.columns': 'importColumns', 'import.run': 'import', 'analyse.run': 'analyse', 'network.detect': 'communities', 'project.openSample': 'openSample', 'project.saveCopy': 'saveCopy', 'privacy.rehearse': 'rehearse', 'privacy.erase': 'erase', 'retention.remove': 'removeImport', 'findings.challenge': 'challenge' } as const satisfies Record<JobName, string>;

/** How much there is, how much of it was read, and what is being worked on. */
export function StatusLine() {
  const { t } = useTranslation('shell');
  const { t: saving } = useTranslation('saving');
  const formats = useFormats();
  const workbench = useWorkbench();
  const project = useProject();
  const jobs = useStore(workbench.jobs.running);
  const overview = useOperation('overview', project.analysed && project.messages > 0 ? {} : null);
  const inbound = overview.status === 'value' ? overview.value.inbound : 0;
  const readShare = overview.status === 'value' && inbound > 0 ? 1 - overview.value.unread / inbound : null;
  return (
    <footer className="status-line" aria-label={t('statusLine')}>
      <span className="status-facts">
        <span>{t('messages', { count: project.messages, n: formats.count(project.messages) })}</span>
        {readShare !== null && <span>{t('read', { share: formats.floorPercent(readShare) })}</span>}
        {overview.status === 'value' && overview.value.abstained > 0 && <span>{t('belowThreshold', { count: overview.value.abstained, n: formats.count(overview.value.abstained) })}</span>}
        <FindingsFact />
        {project.readOnly && (
          <span className="status-note">
            <Lock size={14} aria-hidden="true" />
            {t('readOnly')}
            <Button size="small" variant="plain" onPress={() => void beginCopy(workbench, 'as')}>{saving('as')}</Button>
          </span>
        )}
        {project.journalMode === 'delete' && !project.readOnly && <span>{t('slowFolder')}</span>}
        {!project.analysed && !project.readOnly && project.messages > 0 && jobs.length === 0 && (
          <span className="status-note">
            <CircleAlert size={14} aria-hidden="true" />
            {t('notAnalysed')}
            <Button size="small" variant="plain" onPress={() => void workbench.analyse()}>
              {t('analyseNow')}
            </Button>
          </span>
        )}
      </span>
      <NoticeLine />
      {jobs.map(({ jobId, name, progress, cancelling }, place) => {
        const share = progress === null || progress.total === null || progress.total === 0 ? null : progress.done / progress.total;
        const left = progress?.remainingSeconds ?? null;
        const job = t(`job.${JOB_WORDS[name]}`);
        const isWaiting = progress === null && place > 0;
        return (
          <span key={jobId} className="status-job">
            <span>{isWaiting ? t('jobWaiting', { job }) : share === null ? job : t('jobShare', { job, share: formats.floorPercent(share) })}</span>
            {!isWaiting && <Progress compact label={job} share={share} />}
            {left !== null && left >= 1 && <span>{t('remaining', { duration: formats.shortDuration(left) })}</span>}
            <Button size="small" variant="plain" icon={<X size={14} aria-hidden="true" />} isDisabled={cancelling} onPress={() => workbench.jobs.cancel(jobId)}>
              {cancelling ? t('jobCancelling') : t('jobCancel')}
            </Button>
          </span>
        );
      })}
    </footer>
  );
}

/** How many findings have an owner and a date: what is not owned does not get done. */
function FindingsFact() {
  const { t } = useTranslation('strategy');
  const formats = useFormats();
  const list = useOperation('findings.list', {});
  if (list.status !== 'value' || list.value.counts.total === 0) return null;
  const { total, withOwnerAndDate } = list.value.counts;
  return <span>{t('status.owned', { n: formats.count(withOwnerAndDate), total: formats.count(total) })}</span>;
}

const NOTICE_MS = 10_000;

/** Opens a copy that was just made in the place of the project it was made of. */
async function openCopy(workbench: Workbench, recentId: string): Promise<void> {
  const outcome = await workbench.run('project.open', { recentId });
  if (!outcome.ok) workbench.failure.set(outcome.failure);
}

/** What was just done, for a while, with the way to it and back from it. */
function NoticeLine() {
  const { t } = useTranslation('strategy');
  const { t: saving } = useTranslation('saving');
  const workbench = useWorkbench();
  const notice = useStore(workbench.notice);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => workbench.notice.set(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice, workbench]);
  const leave = (): void => workbench.notice.set(null);
  return (
    <span role="status" className="status-note">
      {notice?.kind === 'copy-saved' && (
        <>
          {saving(notice.opened ? 'inCopy' : 'saved', { name: notice.name })}
          {!notice.opened && <Button size="small" variant="plain" onPress={() => { leave(); void openCopy(workbench, notice.recentId); }}>{saving('open')}</Button>}
        </>
      )}
      {notice !== null && notice.kind !== 'copy-saved' && (
        <>
          {t(notice.kind === 'finding-kept' ? 'keep.done' : 'keep.already')}
          <Button size="small" variant="plain" onPress={() => { leave(); workbench.navigation.go({ path: ['strategy'], parameters: { finding: notice.findingId } }); }}>{t('keep.open')}</Button>
          {notice.kind === 'finding-kept' && <Button size="small" variant="plain" onPress={() => { leave(); void workbench.run('history.undo', {}); }}>{t('keep.undo')}</Button>}
        </>
      )}
    </span>
  );
}
