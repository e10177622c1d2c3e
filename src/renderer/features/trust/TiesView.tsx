import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import { TieBars, TIE_PART_ORDER } from '../../charts/TieBars.tsx';
import { tieNumber } from '../../charts/tie-number.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { stableText } from '../../state/operation-cache.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { FunnelCard } from './FunnelCard.tsx';
import { groupName } from './trust-words.ts';

type Ties = OperationValue<'trust.ties'>;
type Between = NonNullable<OperationInput<'trust.ties'>['between']>;
type Order = NonNullable<OperationInput<'trust.ties'>['orderBy']>;

const SHOWN = 15;
const ORDERS: readonly Order[] = ['strength', 'exchanges', 'last', ...TIE_PART_ORDER];
const BETWEEN: readonly Between[] = ['people', 'brand'];

/** Legami: pairs of at least three exchanges with their seven parts, and how strength spreads in every tribe. */
export function TiesView() {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const scope = useScope();
  const [between, setBetween] = useParameter<Between>('between', { initial: 'people', allowed: BETWEEN });
  const [order, setOrder] = useParameter<Order>('order', { initial: 'strength', allowed: ORDERS });
  const whole = useOperation('trust.ties', { ...scope, between, size: 1 });
  const groups = whole.status === 'value' ? whole.value.summary : [];
  const [group, setGroup] = useParameter<string>('group', { initial: 'all', allowed: groups.map(({ tribe }) => tribe) });
  return (
    <div className="trust-parts">
      <div className="trust-controls">
        <Segmented label={t('ties.between')} value={between} options={BETWEEN.map((value) => ({ value, label: t(`ties.${value}`) }))} onChange={setBetween} />
        <Select label={t('ties.group')} size="small" value={group} options={groups.filter(({ tribe, pairs }) => tribe === 'all' || tribe === group || pairs > 0).map((one) => ({ value: one.tribe, label: groupName(one, voice) }))} onChange={setGroup} />
        <Select label={t('ties.order')} size="small" value={order} options={ORDERS.map((value) => ({ value, label: value === 'strength' || value === 'exchanges' || value === 'last' ? t(`ties.orders.${value}`) : t(`ties.parts.${value}`) }))} onChange={setOrder} />
      </div>
      <FunnelCard between={between} />
      <Pairs key={stableText([scope, between, order, group])} between={between} order={order} group={group} />
      <Answer state={whole} shape="table">{({ summary }) => <Summary summary={summary} />}</Answer>
    </div>
  );
}

function Pairs({ between, order, group }: { readonly between: Between; readonly order: Order; readonly group: string }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const [page, setPage] = useState(0);
  const state = useOperation('trust.ties', { ...scope, between, orderBy: order, page, size: SHOWN, ...(group === 'all' ? {} : { tribe: group }) });
  const name = ({ personName, other, otherName }: Ties['pairs'][number]): string => (other === null ? personName : t('ties.pair', { one: personName, other: otherName ?? '' }));
  return (
    <Answer state={state} shape="table">
      {({ total, pairs }) => (
        <Card
          title={voice.text('trust.ties.title', { count: total })}
          subtitle={t('ties.subtitle')}
          foot={<Button variant="plain" size="small" onPress={() => openMetric('tie-strength')}>{t('ties.definition')}</Button>}
        >
          {total === 0 ? <p className="quiet-text">{t('ties.none')}</p> : (
            <>
              <DataTable
                dense
                caption={voice.text('trust.ties.title', { count: total })}
                rows={pairs}
                rowKey={({ person, other }) => `${String(person)} ${String(other)}`}
                columns={[
                  { key: 'pair', label: t('ties.column.pair'), cell: (pair) => <span className="trust-cell"><span>{name(pair)}</span><span className="trust-quiet">{voice.network(pair.network)}</span></span> },
                  { key: 'parts', label: <span className="tie-heads">{TIE_PART_ORDER.map((part) => <span key={part}>{t(`ties.parts.${part}`)}</span>)}</span>, cell: (pair) => <TieBars parts={pair.parts} label={t('ties.barsOf', { pair: name(pair) })} /> },
                  { key: 'mean', label: t('ties.column.mean'), align: 'end', cell: ({ strength }) => (strength === null ? <span className="trust-quiet">{t('ties.unknown')}</span> : tieNumber(strength, voice)) },
                  { key: 'exchanges', label: t('ties.column.exchanges'), align: 'end', cell: ({ exchanges, forth, back }) => <span className="trust-cell"><span>{voice.count(exchanges)}</span><span className="trust-quiet trust-whole">{t('ties.directions', { forth: voice.count(forth), back: voice.count(back) })}</span></span> },
                  { key: 'last', label: t('ties.column.last'), cell: ({ lastMs }) => <span className="trust-whole">{lastMs === null ? '—' : voice.date(lastMs)}</span> },
                  { key: 'open', label: t('ties.column.open'), cell: (pair) => <Button size="small" variant="plain" aria-label={t('ties.openOf', { pair: name(pair), n: voice.count(pair.exchanges) })} onPress={() => openMessages({ messageIds: pair.messageIds }, { title: name(pair), count: pair.exchanges })}>{t('ties.open')}</Button> },
                ]}
              />
              <PageButtons page={page} size={SHOWN} total={total} onPage={setPage} />
            </>
          )}
        </Card>
      )}
    </Answer>
  );
}

function Summary({ summary }: { readonly summary: Ties['summary'] }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  return (
    <Card title={t('ties.summary')} subtitle={t('ties.summarySubtitle')}>
      <DataTable
        dense
        caption={t('ties.summary')}
        rows={summary.filter(({ pairs, tribe }) => pairs > 0 || tribe === 'all')}
        rowKey={({ tribe }) => tribe}
        columns={[
          { key: 'tribe', label: t('ties.tribe'), cell: (group) => groupName(group, voice) },
          { key: 'pairs', label: t('ties.pairs'), align: 'end', cell: ({ pairs }) => voice.count(pairs) },
          { key: 'parts', label: t('ties.column.parts'), cell: (group) => (group.median === null ? <span className="trust-quiet">{t('figure.few', { n: voice.count(group.pairs) })}</span> : <TieBars parts={group.parts} label={t('ties.barsOf', { pair: groupName(group, voice) })} />) },
          { key: 'median', label: t('ties.median'), align: 'end', cell: ({ median }) => (median === null ? '—' : tieNumber(median, voice)) },
          { key: 'quartiles', label: t('ties.quartiles'), align: 'end', cell: ({ lowerQuartile, upperQuartile }) => (lowerQuartile === null || upperQuartile === null ? '—' : t('figure.between', { low: tieNumber(lowerQuartile, voice), high: tieNumber(upperQuartile, voice) })) },
        ]}
      />
    </Card>
  );
}
