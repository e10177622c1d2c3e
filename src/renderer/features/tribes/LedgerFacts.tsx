import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measure } from '../../ui/Measure.tsx';
import type { TribesValue, ValueMapValue } from './map-marks.ts';

/** How far the map can be trusted: people exactly even, people who change zone with the weights, people without a tribe. */
export function MapFacts({ map, tribes, isFull }: { readonly map: ValueMapValue; readonly tribes: TribesValue; readonly isFull: boolean }) {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const shareText = ({ count, n, share }: ValueMapValue['exactlyEven']): string =>
    share === null ? t('facts.ofFew', { k: voice.count(count), n: voice.count(n) }) : t('facts.of', { k: voice.count(count), n: voice.count(n), share: voice.inHundred(share) });
  return (
    <div className="map-facts">
      <Measure label={t('facts.exact')} value={shareText(map.exactlyEven)} onDefinition={() => openMetric('exactly-even')} />
      <Measure label={t('facts.changing')} value={shareText(map.changingWithWeights)} onDefinition={() => openMetric('zone')} />
      <Measure label={t('facts.unassigned')} value={voice.count(tribes.unassigned)} onDefinition={() => openMetric('zone')} />
      {isFull && <Measure label={t('facts.prior')} value={voice.text('tribes.facts.priorValue', { count: map.priorPoints })} onDefinition={() => openMetric('balance')} />}
      {isFull && <Measure label={t('facts.border')} value={t('facts.borderValue', { low: voice.number(2 ** -map.zoneBorderLog2), high: voice.number(2 ** map.zoneBorderLog2) })} onDefinition={() => openMetric('zone')} />}
    </div>
  );
}

/** The table of weights with what each rule booked, and whether the books agree. */
export function WeightsCard() {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  const state = useOperation('value.books', useScope());
  const agreement = (books: OperationValue<'value.books'>): string => (books.agree ? t('facts.agree') : t('facts.disagree', { credits: voice.points(books.credits), recounted: voice.points(books.recounted) }));
  return (
    <Answer state={state} shape="table">
      {(books) => (
        <Card title={t('facts.weights')} subtitle={agreement(books)}>
          <DataTable
            dense
            caption={t('facts.weights')}
            rows={books.rules}
            rowKey={({ rule }) => rule}
            columns={[
              { key: 'rule', label: t('facts.rule'), cell: ({ rule }) => voice.text(`tribes.rules.${rule}`) },
              { key: 'weight', label: t('facts.weight'), align: 'end', cell: ({ weight }) => voice.number(weight) },
              { key: 'bookings', label: t('facts.bookings'), align: 'end', cell: ({ bookings }) => voice.count(bookings) },
              { key: 'points', label: t('facts.points'), align: 'end', cell: ({ points }) => voice.points(points) },
            ]}
          />
        </Card>
      )}
    </Answer>
  );
}
