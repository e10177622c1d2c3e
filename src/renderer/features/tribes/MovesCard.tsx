import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { FlowChart } from '../../charts/FlowChart.tsx';
import type { FlowNode } from '../../charts/flow-layout.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { presetPeriods } from './compare-periods.ts';
import { usePlacedSpan } from './use-placed-span.ts';

const PLACES = ['gives-more', 'even', 'receives-more', 'little-active', 'depends', 'few', 'absent'] as const;
type Place = (typeof PLACES)[number];
const NAMED: readonly Place[] = ['gives-more', 'even', 'receives-more', 'little-active'];

const colorOf = (place: Place): string => (NAMED.includes(place) ? `var(--zone-${place})` : 'var(--outline)');

/** How people move between the zones of value from the first half of the time that the map's slider shows to the second. */
export function MovesCard() {
  const { t } = useTranslation('tribe');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const { span } = usePlacedSpan({ by: 'zone' });
  const { timeZone } = useProject();
  const periods = span === null ? null : presetPeriods('halves', span, timeZone);
  const state = useOperation('tribes.moves', periods === null ? null : { ...scope, ...periods });
  if (periods === null) return null;
  const { before, after } = periods;
  return (
    <Answer state={state} shape="chart">
      {({ n, stayed, moved, flows }) => {
        // people absent from one of the two came or went: they are in the table, and would hide every move in the picture
        const drawn = flows.filter(({ from, to }) => from !== 'absent' && to !== 'absent');
        const nodes: (FlowNode & { readonly place: Place })[] = (['before', 'after'] as const).flatMap((side) => PLACES.filter((place) => drawn.some((flow) => (side === 'before' ? flow.from : flow.to) === place)).map((place) => ({ name: t(`moves.places.${place}`), color: colorOf(place), side, place })));
        const at = (side: 'before' | 'after', place: Place): number => nodes.findIndex((node) => node.side === side && node.place === place);
        const told = stayed + moved;
        const title = told === 0 ? t('moves.title') : told < voice.shareFloor ? voice.text('tribe.moves.counted', { moved: voice.count(moved), count: told }) : voice.text('tribe.moves.found', { share: voice.inHundred(moved / told), count: told });
        return (
          <ChartFrame
            title={title}
            subtitle={`${voice.text('tribe.moves.text', { stayed: voice.count(stayed), moved: voice.count(moved), others: voice.count(n - told), count: told })} ${t('moves.before')}: ${voice.date(before.fromMs)}–${voice.date(before.toMs - 1)}; ${t('moves.after')}: ${voice.date(after.fromMs)}–${voice.date(after.toMs - 1)}.`}
            onDefinition={() => openMetric('zone')}
            table={{ caption: title, columns: [{ key: 'from', label: t('moves.before') }, { key: 'to', label: t('moves.after') }, { key: 'people', label: t('moves.people'), numeric: true }], rows: flows.map(({ from, to, people }) => [t(`moves.places.${from}`), t(`moves.places.${to}`), voice.count(people)]) }}
          >
            {drawn.length === 0 ? <p className="too-few">{t('moves.none')}</p> : <FlowChart label={t('moves.label')} hint={charts('frame.hintPoints')} height={300} nodes={nodes} links={drawn.map(({ from, to, people }) => ({ source: at('before', from), target: at('after', to), value: people, heading: t('moves.flow', { from: t(`moves.places.${from}`), to: t(`moves.places.${to}`) }), lines: [voice.text('tribes.map.people', { count: people })] }))} />}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}
