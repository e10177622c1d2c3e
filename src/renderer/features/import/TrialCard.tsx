import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStore } from '../../state/store.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useImportDesk } from './use-import-desk.ts';

const SHOWN_REASONS = 12;

/** The whole import on trial: every file is read to its end, counted and compared with the project, and nothing is stored. */
export function TrialCard({ isReady }: { readonly isReady: boolean }) {
  const { t } = useTranslation('importing');
  const { t: codes } = useTranslation('codes');
  const formats = useFormats();
  const workbench = useWorkbench();
  const { desk, state } = useImportDesk();
  const job = useStore(workbench.jobs.running).find(({ name }) => name === 'import.check');
  const share = job?.progress?.total != null && job.progress.total > 0 ? job.progress.done / job.progress.total : null;
  const check = state.trial?.kind === 'check' ? state.trial.check : null;
  const reasons = (check?.files ?? []).flatMap(({ file, reasons: found }) => found.map((reason) => ({ file, ...reason }))).slice(0, SHOWN_REASONS);
  return (
    <Card
      title={t('trialTitle')}
      subtitle={t('trialText')}
      actions={
        job === undefined ? (
          <Button icon={<FlaskConical size={16} aria-hidden="true" />} isDisabled={!isReady} onPress={() => void desk.tryOut()}>
            {check === null ? t('trialStart') : t('trialAgain')}
          </Button>
        ) : (
          <Button isDisabled={job.cancelling} onPress={() => workbench.jobs.cancel(job.jobId)}>
            {job.cancelling ? t('cancelling') : t('cancel')}
          </Button>
        )
      }
    >
      {job !== undefined && <Progress label={t('trialRunning')} share={share} {...(share === null ? {} : { detail: formats.floorPercent(share) })} />}
      {state.trial?.kind === 'failure' && state.trial.failure.code !== 'cancelled' && <FailureNotice failure={state.trial.failure} />}
      {check !== null && (
        <>
          <DataTable
            dense
            caption={t('trialTitle')}
            rows={check.files}
            rowKey={({ file }) => file}
            columns={[
              { key: 'file', label: t('trialFile'), cell: ({ file }) => file },
              { key: 'new', label: t('trialNew'), align: 'end', cell: ({ messages, known }) => formats.count(messages - known) },
              { key: 'known', label: t('trialKnown'), align: 'end', cell: ({ known }) => formats.count(known) },
              { key: 'replies', label: t('trialReplies'), align: 'end', cell: ({ replies }) => formats.count(replies) },
              { key: 'reactions', label: t('trialReactions'), align: 'end', cell: ({ reactions }) => formats.count(reactions) },
              { key: 'rejected', label: t('trialRejected'), align: 'end', cell: ({ rejected }) => formats.count(rejected) },
              { key: 'period', label: t('trialPeriod'), cell: ({ firstAtMs, lastAtMs }) => (firstAtMs === null || lastAtMs === null ? <span className="quiet-text">{t('notSaid')}</span> : `${formats.shortDate(firstAtMs)} – ${formats.shortDate(lastAtMs)}`) },
            ]}
          />
          {reasons.length > 0 && (
            <ul className="report-reasons">
              {reasons.map(({ file, code, count, firstRow }) => (
                <li key={`${file} ${code}`}>{t('trialReason', { count, file, reason: codes(`rejection.${code}`), n: formats.count(count), row: formats.count(firstRow) })}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}
