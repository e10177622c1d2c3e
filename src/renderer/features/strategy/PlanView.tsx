import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { FindingDialog } from './FindingDialog.tsx';
import { advised, isOverdue, planned, type FindingLine, type FindingsValue } from './finding-words.ts';

interface ViewProps { readonly value: FindingsValue }

/** The plan: accepted findings by date, month after month, each with its owner. */
export function PlanView({ value }: ViewProps) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const [decided, setDecided] = useState<FindingLine | null>(null);
  const [nowMs] = useState(() => Date.now());
  const plan = planned(value.findings);
  const months = [...new Set(plan.map(({ dueMs }) => (dueMs === null ? '' : new Date(dueMs).toISOString().slice(0, 7))))];
  return (
    <Card title={t('plan.title')} subtitle={plan.length === 0 ? t('empty.plan') : voice.text('strategy.plan.subtitle', { count: plan.length })}>
      {months.map((month) => (
        <section key={month} className="plan-month">
          <h3>{month === '' ? t('plan.without') : t('plan.month', { month: voice.monthInFull(month) })}</h3>
          <ul className="plan-list">
            {plan.filter(({ dueMs }) => (dueMs === null ? month === '' : new Date(dueMs).toISOString().startsWith(month) && month !== '')).map((finding) => (
              <li key={finding.id} data-late={isOverdue(finding, nowMs)}>
                <span className="plan-day">{finding.dueMs === null ? '' : voice.date(finding.dueMs)}</span>
                <span className="plan-what">{finding.recommendation === '' ? finding.sentence : finding.recommendation}</span>
                <span className="plan-owner">{finding.owner === '' ? t('noOwner') : finding.owner}</span>
                <span className="plan-outcome">{finding.outcome !== '' ? finding.outcome : isOverdue(finding, nowMs) ? t('overdue') : ''}</span>
                {!readOnly && <Button size="small" variant="plain" aria-label={`${t('edit')}: ${finding.sentence.slice(0, 80)}`} onPress={() => setDecided(finding)}>{t('edit')}</Button>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {decided !== null && <FindingDialog key={decided.id} finding={decided} onClose={() => setDecided(null)} />}
    </Card>
  );
}

/** The advice log: what was advised, what the client decided, what came of it. */
export function AdviceView({ value }: ViewProps) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const rows = advised(value.findings);
  return (
    <Card title={t('advice.title')} subtitle={rows.length === 0 ? t('empty.advice') : voice.text('strategy.advice.subtitle', { count: rows.length })}>
      {rows.length > 0 && (
        <DataTable
          caption={t('advice.title')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'made', label: t('due'), cell: ({ dueMs }) => (dueMs === null ? t('noDue') : voice.date(dueMs)) },
            { key: 'sentence', label: t('list.title'), cell: ({ sentence }) => sentence },
            { key: 'recommendation', label: t('recommendation'), cell: ({ recommendation }) => recommendation },
            { key: 'decision', label: t('decision'), cell: ({ decision }) => (decision === '' ? t('advice.none') : decision) },
            { key: 'outcome', label: t('outcome'), cell: ({ outcome }) => (outcome === '' ? t('advice.noOutcome') : outcome) },
          ]}
        />
      )}
    </Card>
  );
}
