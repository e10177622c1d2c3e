import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../contract/operations/imports.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useStore } from '../../state/store.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useImportDesk } from './use-import-desk.ts';

const SHOWN_CONTAINERS = 12;

/** What came of an import: counts, rows left out with their reasons, what can be measured now. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const { go } = useLocation();
  const { openRejections } = useSidePanel();
  const { desk } = useImportDesk();
  const jobs = useStore(useWorkbench().jobs.running);
  const analysis = jobs.find(({ name }) => name === 'analyse.run');
  const total = report.imports.reduce((sum, { messages }) => sum + messages, 0);
  const coverage = report.imports.flatMap((one) => one.coverage);
  const share = analysis?.progress?.total != null && analysis.progress.total > 0 ? analysis.progress.done / analysis.progress.total : null;
  return (
    <>
      <Card
        title={
          <span className="report-title">
            <CircleCheck size={22} aria-hidden="true" />
            {t('reportMessages', { count: total, n: formats.count(total) })}
          </span>
        }
        subtitle={t('reportTitle')}
      >
        {analysis !== undefined && <Progress label={t('analysing')} share={share} {...(share === null ? {} : { detail: formats.floorPercent(share) })} />}
        <div className="import-moves import-moves-start">
          <Button
            variant="primary"
            onPress={() => {
              desk.clear();
              go({ path: ['overview'] });
            }}
          >
            {t('openOverview')}
          </Button>
          <Button onPress={() => go({ path: ['data'] })}>{t('openData')}</Button>
          <Button onPress={() => desk.clear()}>{t('importMore')}</Button>
        </div>
      </Card>
      {report.imports.map((one) => (
        <Card key={one.importId} headingLevel={3} title={one.file} subtitle={t('reportFile', { duration: formats.duration(Math.max(1, one.seconds)), rate: formats.count(one.rows / Math.max(one.seconds, 0.001)) })}>
          <ul className="report-facts">
            <li>{t('reportMessages', { count: one.messages, n: formats.count(one.messages) })}</li>
            {one.reactions > 0 && <li>{t('reportReactions', { count: one.reactions, n: formats.count(one.reactions) })}</li>}
            {one.duplicates > 0 && <li>{t('reportDuplicates', { count: one.duplicates, n: formats.count(one.duplicates) })}</li>}
            <li>{one.rejected === 0 ? t('reportRejectedNone') : t('reportRejected', { count: one.rejected, n: formats.count(one.rejected) })}</li>
          </ul>
          {one.unreadable.length > 0 && (
            <ul className="report-reasons">
              {one.unreadable.map(({ name, reason }) => (
                <li key={name}>
                  {t('partNotRead', { name })} <span className="quiet-text">{reason}</span>
                </li>
              ))}
            </ul>
          )}
          {one.rejected > 0 && (
            <>
              <ul className="report-reasons">
                {one.reasons.map((reason) => (
                  <RejectionReason key={reason.code} {...reason} />
                ))}
              </ul>
              <div>
                <Button size="small" onPress={() => openRejections(one.importId, one.file)}>
                  {t('showRejected')}
                </Button>
              </div>
            </>
          )}
        </Card>
      ))}
      {report.skipped.length > 0 && (
        <Card headingLevel={3} title={t('leftOut', { count: report.skipped.length, n: formats.count(report.skipped.length) })}>
          <ul className="report-reasons">
            {report.skipped.slice(0, 50).map(({ name, reason }) => (
              <li key={name}>
                {name}: {reason === 'no-messages' ? t('unreadNoMessages') : reason}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {coverage.length > 0 && (
        <Card headingLevel={3} title={t('coverageTitle')}>
          <ul className="coverage-words">
            {coverage.slice(0, SHOWN_CONTAINERS).map(({ container, replies, imported, declared }) => (
              <li key={container} className={`coverage-${replies}`}>
                <p>{t(`coverage.${replies}`, { container })}</p>
                {declared !== null && <p className="quiet-text">{t('coverageCounts', { imported: formats.count(imported), declared: formats.count(declared) })}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function RejectionReason({ code, count, firstRow }: ImportReport['imports'][number]['reasons'][number]) {
  const { t } = useTranslation('importing');
  const { t: codes } = useTranslation('codes');
  const formats = useFormats();
  return <li>{t('reportReason', { count, reason: codes(`rejection.${code}`), n: formats.count(count), row: formats.count(firstRow) })}</li>;
}
