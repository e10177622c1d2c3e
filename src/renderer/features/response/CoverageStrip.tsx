import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ShareBar } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

type CoverageRow = OperationValue<'response.survival'>['coverage'][number];

const STATES = ['present', 'partly', 'absent'] as const;
const COLORS = { present: 'var(--accent)', partly: 'var(--gold)', absent: 'var(--warm)' } as const;

/** Whether the replies are in the data, before any figure on waiting: in words, then source by source. */
export function CoverageStrip({ coverage }: { readonly coverage: readonly CoverageRow[] }) {
  const { t } = useTranslation('response');
  const voice = useChartVoice();
  const [isOpen, setOpen] = useState(coverage.length <= 3 && coverage.some(({ replies }) => replies !== 'present'));
  if (coverage.length === 0) return null;
  const counts = STATES.map((state) => ({ state, count: coverage.filter(({ replies }) => replies === state).length })).filter(({ count }) => count > 0);
  return (
    <section className="coverage" aria-label={t('coverage.title')}>
      <div className="coverage-line">
        <p>
          <strong>{t('coverage.title')}: </strong>
          {voice.list(counts.map(({ state, count }) => voice.text(`response.coverage.${state}`, { count })))}.
          {counts.some(({ state }) => state === 'absent') && ` ${t('coverage.absentNote')}`}
        </p>
        <Button variant="plain" size="small" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>{t(isOpen ? 'coverage.hide' : 'coverage.show')}</Button>
      </div>
      <ShareBar total={coverage.length} parts={counts.map(({ state, count }) => ({ key: state, value: count, color: COLORS[state], hatched: state === 'absent' }))} />
      {isOpen && <CoverageTable coverage={coverage} />}
    </section>
  );
}

function CoverageTable({ coverage }: { readonly coverage: readonly CoverageRow[] }) {
  const { t, i18n } = useTranslation('response');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  const reason = (code: string): string => (i18n.exists(`response:coverage.reasons.${code}`) ? voice.text(`response.coverage.reasons.${code}`) : code);
  return (
    <DataTable
      dense
      caption={t('coverage.title')}
      rows={coverage}
      rowKey={(row) => `${row.network}:${row.container}`}
      columns={[
        {
          key: 'container',
          label: t('coverage.container'),
          cell: (row) => (
            <Button variant="plain" size="small" onPress={() => openMessages({ ...scope, filters: { ...scope.filters, containers: [row.container], networks: [row.network] } }, { title: row.container })}>
              {row.container}
            </Button>
          ),
        },
        { key: 'network', label: t('coverage.network'), cell: (row) => voice.network(row.network) },
        { key: 'replies', label: t('coverage.replies'), cell: (row) => <span className="coverage-state" data-state={row.replies}>{t(`coverage.state.${row.replies}`)}</span> },
        { key: 'reason', label: t('coverage.reason'), cell: (row) => reason(row.reason) },
        { key: 'imported', label: t('coverage.imported'), align: 'end', cell: (row) => voice.count(row.imported) },
        { key: 'declared', label: t('coverage.declared'), align: 'end', cell: (row) => (row.declared === null ? '–' : voice.count(row.declared)) },
      ]}
    />
  );
}
