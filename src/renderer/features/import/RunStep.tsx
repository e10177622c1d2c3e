import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStore } from '../../state/store.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import { useImportDesk } from './use-import-desk.ts';

/** The import under way, then what came of it. */
export function RunStep() {
  const { t } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  const { desk, state } = useImportDesk();
  if (state.outcome === null) return <RunningImport />;
  if (state.outcome.kind === 'report') return <ImportReportView report={state.outcome.report} />;
  const { failure } = state.outcome;
  return (
    <Card title={t('failedTitle')}>
      {failure.code === 'cancelled' ? <p className="notice notice-gold" role="status">{t('cancelled')}</p> : <FailureNotice failure={failure} />}
      <div className="import-moves">
        <Button onPress={() => desk.change({ step: 'check' })}>{common('back')}</Button>
        <Button variant="primary" onPress={() => void desk.start()}>
          {common('tryAgain')}
        </Button>
      </div>
    </Card>
  );
}

function RunningImport() {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const workbench = useWorkbench();
  const job = useStore(workbench.jobs.running).find(({ name }) => name === 'import.run');
  const progress = job?.progress ?? null;
  const share = progress === null || progress.total === null || progress.total === 0 ? null : progress.done / progress.total;
  const amount = (value: number): string => (progress?.unit === 'bytes' ? formats.bytes(value) : formats.count(value));
  const phase = progress === null ? t('phases.waiting') : phaseWord(progress.phase, t);
  return (
    <Card title={t('running')}>
      <Progress label={phase} share={share} {...(share === null ? {} : { detail: formats.floorPercent(share) })} />
      <p className="import-rate quiet-text">
        {progress?.total != null && <span>{t('doneOf', { done: amount(progress.done), total: amount(progress.total) })}</span>}
        {progress?.perSecond != null && <span>{t('rate', { n: amount(progress.perSecond) })}</span>}
        {progress?.remainingSeconds != null && progress.remainingSeconds >= 1 && <span>{t('remaining', { duration: formats.duration(progress.remainingSeconds) })}</span>}
      </p>
      <div className="import-moves">
        <span className="quiet-text">{t('cancelNote')}</span>
        <Button isDisabled={job === undefined || job.cancelling} onPress={() => (job === undefined ? undefined : workbench.jobs.cancel(job.jobId))}>
          {job?.cancelling === true ? t('cancelling') : t('cancel')}
        </Button>
      </div>
    </Card>
  );
}

const PHASES = ['rows', 'links', 'indexes', 'mentions', 'search', 'finish'] as const;

function phaseWord(phase: string, t: ReturnType<typeof useTranslation<'importing'>>['t']): string {
  const known = PHASES.find((candidate) => candidate === phase);
  return known === undefined ? t('phases.other') : t(`phases.${known}`);
}
