import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BrokenList } from './BrokenList.tsx';
import { costTitle, signedHundred, signedNumber, type ComparedValue, type CostValue } from './promise-cost-words.ts';
import { EventWindow } from './EventWindow.tsx';

type Outcome = ComparedValue['outcomes'][number];
type Month = ComparedValue['months'][number];

const AGAINST = ['kept', 'request'] as const;

/** What people did after a promise to them was broken, against people like them: associated with, never caused by; too few cases are listed. */
export function CostCard({ cost }: { readonly cost: CostValue }) {
  const { t } = useTranslation('promises');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const [against, setAgainst] = useState<ComparedValue['against']>('kept');
  const compared = cost.comparisons.find((one) => one.against === against);
  if (compared === undefined) return null;
  const { messageIds } = cost;
  const title = costTitle(cost, compared, voice);
  const hasFigures = compared.reason === null;
  return (
    <ChartFrame
      className="cost-card"
      title={title}
      subtitle={hasFigures ? t('cost.subtitle', { sets: voice.count(compared.sets), controls: voice.count(compared.controls) }) : t('cost.subtitleFew')}
      onDefinition={() => openMetric('promise-cost')}
      controls={<Segmented label={t('cost.against')} value={against} options={AGAINST.map((value) => ({ value, label: t(`cost.againsts.${value}`) }))} onChange={setAgainst} />}
      table={monthTable(compared.months, voice)}
      notes={
        <>
          {hasFigures && <p className="chart-note">{beforeWords(compared, voice)}</p>}
          {compared.balance.length > 0 && <BalanceTable compared={compared} />}
          {against === 'request' && cost.askersDrawn !== null && <p className="chart-note">{t('cost.drawn', { n: voice.count(cost.askersDrawn) })}</p>}
          {hasFigures ? <p className="chart-note">{t('cost.note', { draws: voice.count(cost.draws), seed: cost.seed })}</p> : cost.broken > 0 && <BrokenList />}
        </>
      }
    >
      {hasFigures && (
        <>
          <OutcomeTable outcomes={compared.outcomes} />
          <h3 className="cost-heading">{t('cost.window')}</h3>
          <EventWindow
            label={t('cost.windowLabel')}
            hint={charts('frame.hint')}
            height={250}
            months={compared.months.map(({ month, cases, casesInterval, controls, controlsInterval }) => ({ month, cases: { estimate: cases, low: casesInterval?.low ?? null, high: casesInterval?.high ?? null }, controls: { estimate: controls, low: controlsInterval?.low ?? null, high: controlsInterval?.high ?? null } }))}
            words={{ value: voice.number, month: (month) => monthWords(month, voice), event: t('cost.event'), side: (side) => t(`cost.series.${side}`), lines: (month, side) => pointLines(compared.months.find((one) => one.month === month), side, voice) }}
            open={messageIds === null ? undefined : () => openMessages({ messageIds }, { title: t('cost.series.cases'), count: messageIds.length })}
          />
          <ul className="chart-key">
            {(['cases', 'controls'] as const).map((side) => <li key={side}><svg width={12} height={12} aria-hidden="true" className="event-mark" data-side-of={side}>{side === 'cases' ? <circle cx={6} cy={6} r={5} /> : <rect x={2} y={2} width={8} height={8} />}</svg>{t(`cost.series.${side}`)}</li>)}
          </ul>
        </>
      )}
    </ChartFrame>
  );
}

function OutcomeTable({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  return (
    <DataTable
      dense
      caption={t('cost.column.outcome')}
      rows={outcomes}
      rowKey={({ outcome }) => outcome}
      columns={[
        { key: 'outcome', label: t('cost.column.outcome'), cell: ({ outcome }) => t(`cost.outcome.${outcome}`) },
        { key: 'cases', label: t('cost.column.cases'), align: 'end', cell: (row) => valueWords(row.outcome, row.cases, voice) },
        { key: 'controls', label: t('cost.column.controls'), align: 'end', cell: (row) => valueWords(row.outcome, row.controls, voice) },
        { key: 'difference', label: t('cost.column.difference'), align: 'end', cell: (row) => differenceWords(row, voice) },
        { key: 'sets', label: t('cost.column.sets'), align: 'end', cell: ({ sets }) => voice.count(sets) },
      ]}
    />
  );
}

function BalanceTable({ compared: { balance } }: { readonly compared: ComparedValue }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const words = (value: number | null): string => (value === null ? '–' : signedNumber(Math.round(value * 100) / 100, voice));
  return (
    <>
      <h3 className="cost-heading">{t('cost.balance')}</h3>
      <DataTable
        dense
        caption={t('cost.balance')}
        rows={balance}
        rowKey={({ covariate }) => covariate}
        columns={[
          { key: 'covariate', label: t('cost.column.covariate'), cell: ({ covariate }) => t(`cost.covariate.${covariate}`) },
          { key: 'before', label: t('cost.column.before'), align: 'end', cell: ({ before }) => words(before) },
          { key: 'after', label: t('cost.column.after'), align: 'end', cell: ({ after }) => words(after) },
        ]}
      />
      <p className="chart-note">{t('cost.balanceNote')}</p>
    </>
  );
}

const isShare = (outcome: Outcome['outcome']): boolean => outcome !== 'monthly';

function valueWords(outcome: Outcome['outcome'], value: number | null, voice: ChartVoice): string {
  if (value === null) return '–';
  return isShare(outcome) ? voice.text('promises.cost.inHundred', { value: voice.inHundred(value) }) : voice.number(value);
}

function differenceWords({ outcome, sets, difference, interval, tooFew }: Outcome, voice: ChartVoice): string {
  if (tooFew || difference === null) return voice.text('promises.cost.fewSets', { n: voice.count(sets) });
  const words = (value: number): string => (isShare(outcome) ? signedHundred(value, voice) : signedNumber(value, voice));
  return interval === null ? voice.text('promises.cost.noLimits', { difference: words(difference) }) : voice.text('promises.cost.difference', { difference: words(difference), low: words(interval.low), high: words(interval.high) });
}

function beforeWords({ before }: ComparedValue, voice: ChartVoice): string {
  const words = before.months === 0 ? 'unknown' : before.apart > 0 ? 'apart' : 'alike';
  return voice.text(`promises.cost.before.${words}`, { months: voice.count(before.months), apart: voice.count(before.apart) });
}

const monthWords = (month: number, voice: ChartVoice): string => voice.text(month < 0 ? 'promises.cost.month_before' : 'promises.cost.month_after', { month: Math.abs(month) });

function pointLines(month: Month | undefined, side: 'cases' | 'controls', voice: ChartVoice): string[] {
  const value = month?.[side];
  if (month === undefined || value === undefined || value === null) return [];
  const interval = month[side === 'cases' ? 'casesInterval' : 'controlsInterval'];
  return [
    voice.text('promises.cost.point', { value: voice.number(value) }),
    ...(interval === null ? [] : [voice.text('promises.cost.interval', { low: voice.number(interval.low), high: voice.number(interval.high) })]),
    voice.text('promises.cost.sets', { count: month.sets }),
  ];
}

function monthTable(months: readonly Month[], voice: ChartVoice): ChartTable {
  const label = (key: string): string => voice.text(`promises.cost.column.${key}`);
  const number = (value: number | null): string => (value === null ? '–' : voice.number(value));
  return {
    caption: voice.text('promises.cost.window'),
    columns: [{ key: 'month', label: label('month') }, ...['cases', 'controls', 'difference', 'sets'].map((key) => ({ key, label: label(key), numeric: true }))],
    rows: months.map((month) => [monthWords(month.month, voice), number(month.cases), number(month.controls), month.difference === null ? voice.text('promises.cost.fewSets', { n: voice.count(month.sets) }) : month.interval === null ? signedNumber(month.difference, voice) : voice.text('promises.cost.difference', { difference: signedNumber(month.difference, voice), low: signedNumber(month.interval.low, voice), high: signedNumber(month.interval.high, voice) }), voice.count(month.sets)]),
  };
}
