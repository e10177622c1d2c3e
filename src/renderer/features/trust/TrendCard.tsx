import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { EstimateColumns, type WordedColumn } from '../../charts/EstimateColumns.tsx';
import { EventsButton } from '../../charts/EventsButton.tsx';
import { tieNumber } from '../../charts/tie-number.ts';
import { eventList, eventsWithin, useEvents } from '../../charts/use-events.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Select } from '../../ui/Select.tsx';
import { groupColor, groupName, PART_ORDER, partText, partValue, periodName, weeksFinding, type PartCode, type TrustTribe } from './trust-words.ts';

type Trend = OperationValue<'trust.trend'>;

/** Periods drawn at once. */
const MOST_DRAWN = 9;

/** Nel tempo: one part of one group by quarter or month, and the weeks from which the level of answers is another. */
export function TrendCard({ groups }: { readonly groups: readonly TrustTribe[] }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const scope = useScope();
  const [part, setPart] = useParameter<PartCode>('part', { initial: 'reciprocity', allowed: PART_ORDER });
  const [chosen, setChosen] = useParameter<string>('of', { initial: 'all', allowed: groups.map(({ tribe }) => tribe) });
  const state = useOperation('trust.trend', { ...scope, ...(chosen === 'all' ? {} : { tribe: chosen }) });
  const group = groups.find(({ tribe }) => tribe === chosen) ?? groups[0];
  const controls = (
    <div className="trust-controls">
      <Select label={t('trend.part')} size="small" value={part} options={PART_ORDER.map((value) => ({ value, label: t(`part.${value}`) }))} onChange={setPart} />
      <Select label={t('trend.group')} size="small" value={chosen} options={groups.map((one) => ({ value: one.tribe, label: groupName(one, voice) }))} onChange={setChosen} />
      <EventsButton />
    </div>
  );
  return <Answer state={state} shape="chart">{(trend) => <TrendFrame trend={trend} part={part} color={group === undefined ? 'var(--ink)' : groupColor(group)} controls={controls} />}</Answer>;
}

function TrendFrame({ trend, part, color, controls }: { readonly trend: Trend; readonly part: PartCode; readonly color: string; readonly controls: React.ReactNode }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric, openMessages } = useSidePanel();
  const events = useEvents();
  const columns = trend.periods.map(({ key, fromMs, toMs, parts }): WordedColumn => {
    const one = parts.find((candidate) => candidate.part === part) ?? { part, n: 0, estimate: null, low: null, high: null, tooFew: true, reason: null };
    const { estimate, low, high, n } = one;
    const value = partText(one, voice);
    const cases = voice.text(`trust.unit.${part}`, { count: n });
    const during = eventsWithin(events, { fromMs, toMs });
    const filters = { ...scope.filters, fromMs, toMs, ...(trend.tribe === 'all' ? {} : { tribes: [trend.tribe] }) };
    return {
      key, name: periodName(key, voice), estimate, low, high, value, cases, tooFew: estimate === null, color, span: { fromMs, toMs },
      lines: [value, cases, ...(low === null || high === null ? [] : [t('figure.between', { low: partValue(part, low, voice), high: partValue(part, high, voice) })]), ...(during.length === 0 ? [] : [voice.text('notes.events.marks', { list: eventList(during, voice) })])],
      ...(part === 'reciprocity' || part === 'care' ? { open: () => openMessages({ ...scope, filters, requests: {} }, { title: periodName(key, voice) }) } : {}),
    };
  });
  return (
    <ChartFrame
      className="trust-part"
      title={trendFinding(part, columns, voice)}
      subtitle={`${t(`trend.${trend.by}`)}. ${t(`measure.${part}`)}`}
      onDefinition={() => openMetric('trust-trend')}
      controls={controls}
      notes={part === 'reciprocity' && weeksFinding(trend.weeks, voice).map((sentence) => <p key={sentence} className="trust-key">{sentence}</p>)}
      table={{
        caption: t('trend.title'),
        columns: [{ key: 'period', label: t('trend.period') }, { key: 'estimate', label: t('table.estimate'), numeric: true }, { key: 'low', label: t('table.low'), numeric: true }, { key: 'high', label: t('table.high'), numeric: true }, { key: 'n', label: t('table.n') }],
        rows: columns.map(({ name, estimate, low, high, cases }) => [name, ...[estimate, low, high].map((value) => (value === null ? '' : voice.plain(value))), cases]),
      }}
    >
      <EstimateColumns label={t('trend.title')} hint={t('hint')} columns={columns.slice(-MOST_DRAWN)} tick={part === 'tie-strength' ? voice.number : voice.percent} />
    </ChartFrame>
  );
}

/** The first and last period that have a figure, told apart by intervals that do not touch. */
function trendFinding(part: PartCode, columns: readonly WordedColumn[], voice: ChartVoice): string {
  const told = columns.flatMap(({ name, estimate, low, high }) => (estimate === null || low === null || high === null ? [] : [{ name, estimate, low, high }]));
  const [first, last] = [told[0], told.at(-1)];
  const words = { part: voice.text(`trust.part.${part}`) };
  if (first === undefined || last === undefined || told.length < 2) return voice.text('trust.trend.few', words);
  const places = { ...words, from: first.name, to: last.name };
  if (first.low <= last.high && last.low <= first.high) return voice.text('trust.trend.notClear', places);
  const value = (estimate: number): string => (part === 'tie-strength' ? tieNumber(estimate, voice) : voice.text('trust.figure.share', { share: voice.inHundred(estimate) }));
  return voice.text('trust.trend.clear', { ...places, first: value(first.estimate), last: value(last.estimate) });
}
