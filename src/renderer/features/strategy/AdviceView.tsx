import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { advised, type FindingsValue } from './finding-words.ts';

/** The advice log: what was advised, what the client decided, what came of it. */
export function AdviceView({ value }: { readonly value: FindingsValue }) {
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
