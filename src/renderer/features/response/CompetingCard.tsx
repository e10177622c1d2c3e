import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { SurvivalChart } from '../../charts/SurvivalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { shareText } from './listening-words.ts';

type Competing = OperationValue<'response.competing'>;
type CompetingGroup = Competing['groups'][number];

const SIDES = ['brand', 'peer'] as const;
const COLORS = { brand: 'var(--accent)', peer: 'var(--gold)' } as const;

/** The sentence above the curves: who answered first, of all requests up to the horizon. */
export function competingTitle(group: CompetingGroup | undefined, horizonSeconds: number, voice: ChartVoice): string {
  const { brandAtHorizon: brand = null, peerAtHorizon: peer = null, n = 0 } = group ?? {};
  if (brand === null || peer === null) return voice.text('listening.competing.title.few', { n: voice.count(n) });
  const values = { brand: voice.inHundred(brand.estimate), peer: voice.inHundred(peer.estimate), time: voice.duration(horizonSeconds) };
  return voice.text(brand.low > peer.high || peer.low > brand.high ? 'listening.competing.title.clear' : 'listening.competing.title.notClear', values);
}

/** Whether the brand or another person answers first, for all requests or one kind. */
export function CompetingCard({ competing, kind }: { readonly competing: Competing; readonly kind: string }) {
  const { t } = useTranslation('listening');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const { horizonSeconds, groups } = competing;
  const group = groups.find(({ key }) => key === kind);
  const title = competingTitle(group, horizonSeconds, voice);
  const what = kind === 'all' ? t('all') : voice.text(`codes.intent.${kind}`);
  const n = group?.n ?? 0;
  const figure = (side: (typeof SIDES)[number], each: CompetingGroup): string => {
    const found = each[side === 'brand' ? 'brandAtHorizon' : 'peerAtHorizon'];
    return found === null ? voice.text('listening.few', { n: voice.count(each.n) }) : shareText(found, each.n, voice);
  };
  const label = (key: string): string => (key === 'all' ? t('all') : voice.text(`codes.intent.${key}`));
  const count = (value: number | null): string => (value === null ? '–' : voice.count(value));
  return (
    <ChartFrame
      className="competing-card"
      title={title}
      subtitle={voice.text('listening.competing.subtitle', { count: n, what })}
      onDefinition={() => openMetric('competing-first-answer')}
      table={{
        caption: title,
        columns: [
          { key: 'what', label: t('competing.column.what') }, { key: 'n', label: t('competing.column.n'), numeric: true }, { key: 'brandFirst', label: t('competing.side.brand'), numeric: true }, { key: 'peerFirst', label: t('competing.side.peer'), numeric: true }, { key: 'nobody', label: t('competing.column.nobody'), numeric: true },
          { key: 'brand', label: t('competing.column.share', { who: t('competing.side.brand'), time: voice.duration(horizonSeconds) }), numeric: true }, { key: 'peer', label: t('competing.column.share', { who: t('competing.side.peer'), time: voice.duration(horizonSeconds) }), numeric: true },
        ],
        rows: groups.map((each) => [label(each.key), voice.count(each.n), count(each.brandFirst), count(each.peerFirst), count(each.nobody), figure('brand', each), figure('peer', each)]),
      }}
      notes={<p className="chart-note">{t('competing.note')}</p>}
    >
      {group !== undefined && !group.tooFew && (
        <SurvivalChart
          label={t('competing.label')}
          hint={charts('frame.hint')}
          side="answered"
          axis="log"
          longestSeconds={horizonSeconds}
          height={240}
          series={SIDES.map((side) => ({
            key: side, label: t(`competing.side.${side}`), color: COLORS[side], n: group.n, longestFollowUpSeconds: group.longestSeconds,
            steps: group[side].map(({ atSeconds, estimate, low, high }) => ({ atSeconds, waiting: 1 - estimate, low: 1 - high, high: 1 - low })),
            open: () => openMessages({ ...scope, requests: { timed: true, ...(kind === 'all' ? {} : { by: 'intent' as const, key: kind }) } }, { title: what, count: group.n }),
          }))}
          words={{
            share: voice.percent,
            duration: voice.shortDuration,
            point: ({ share, low, high, seconds, n: cases }) => [
              voice.text('listening.competing.point', { share: voice.inHundred(share), time: voice.duration(seconds) }),
              ...(low === null || high === null ? [] : [voice.text('response.curves.interval', { low: voice.inHundred(low), high: voice.inHundred(high) })]),
              voice.text('response.curves.cases', { count: cases }),
            ],
          }}
        />
      )}
    </ChartFrame>
  );
}
