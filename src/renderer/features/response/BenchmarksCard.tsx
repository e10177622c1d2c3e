import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { benchmarkTitle, signedShare, type Benchmarks, type Compared } from './answer-words.ts';

const DAY_MS = 86_400_000;
const MOST_LEFT = 60;

/** Against what the brand may be held: its own past, the other brands where that is fair, and what others once published. */
export function BenchmarksCard({ benchmarks }: { readonly benchmarks: Benchmarks }) {
  const { t } = useTranslation('answers');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { past } = benchmarks;
  const { nowFromMs, nowToMs, beforeFromMs } = past;
  const subtitle = past.reason !== null || nowFromMs === null || nowToMs === null || beforeFromMs === null
    ? t('benchmarks.subtitleNone')
    : t('benchmarks.subtitle', { from: voice.date(nowFromMs), to: voice.date(nowToMs), days: voice.count(Math.round((nowFromMs - beforeFromMs) / DAY_MS)) });
  return (
    <Card className="benchmarks-card" title={benchmarkTitle(benchmarks, voice)} subtitle={subtitle} foot={<Button variant="plain" size="small" onPress={() => openMetric('benchmark')}>{charts('frame.definition')}</Button>}>
      <h3 className="answer-heading">{t('benchmarks.past')}</h3>
      <PastTable past={past} />
      <h3 className="answer-heading">{t('benchmarks.brands')}</h3>
      <BrandTable brands={benchmarks.brands} />
      <h3 className="answer-heading">{t('benchmarks.published')}</h3>
      <DataTable
        dense
        caption={t('benchmarks.published')}
        rows={benchmarks.published}
        rowKey={({ id }) => id}
        columns={[
          { key: 'source', label: t('benchmarks.publishedColumn.source'), cell: ({ source }) => source },
          { key: 'year', label: t('benchmarks.publishedColumn.year'), cell: ({ year }) => String(year) },
          { key: 'share', label: t('benchmarks.publishedColumn.share'), align: 'end', cell: ({ share }) => t('share', { share: voice.inHundred(share) }) },
          { key: 'what', label: t('benchmarks.publishedColumn.what'), cell: ({ id, answered, n }) => voice.text(`answers.benchmarks.publishedWhat.${id}`, { answered: answered === null ? '' : voice.count(answered), n: n === null ? '' : voice.count(n) }) },
        ]}
      />
    </Card>
  );
}

function Share({ of }: { readonly of: Compared['first'] }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  if (of.share === null) return <span className="too-few">{of.tooFew ? t('few', { n: voice.count(of.n) }) : t('unknown')}</span>;
  return (
    <span className="figure-text">
      {t('share', { share: voice.inHundred(of.share.estimate) })}
      <span className="figure-limits">{t('between', { low: voice.inHundred(of.share.low), high: voice.inHundred(of.share.high) })}</span>
    </span>
  );
}

function Difference({ of }: { readonly of: Compared['difference'] }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  if (of === null) return <>–</>;
  const signed = (share: number): string => `${share < 0 ? '−' : '+'}${voice.inHundred(Math.abs(share))}`;
  return (
    <span className="figure-text">
      {signedShare(of.estimate, voice)}
      <span className="figure-limits">{t('between', { low: signed(of.low), high: signed(of.high) })}</span>
    </span>
  );
}

/** Cases of one period; they open where the filters can name them all. */
function PastCases({ n, period, past }: { readonly n: number; readonly period: 'now' | 'before'; readonly past: Benchmarks['past'] }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  const [fromMs, toMs] = period === 'now' ? [past.nowFromMs, past.nowToMs] : [past.beforeFromMs, past.nowFromMs];
  if (fromMs === null || toMs === null) return null;
  return (
    <Button variant="plain" size="small" onPress={() => openMessages({ ...scope, filters: { ...scope.filters, fromMs, toMs }, requests: { timed: true } }, { title: t(`benchmarks.${period}`), ...(past.leftOut.length === 0 ? { count: n } : {}) })}>
      {t('benchmarks.n', { n: voice.count(n) })}
    </Button>
  );
}

function PastTable({ past }: { readonly past: Benchmarks['past'] }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  if (past.reason !== null) return <p className="chart-note">{voice.text(`answers.benchmarks.title.${past.reason}`)}. {past.dataFromMs !== null && t('benchmarks.dataFrom', { date: voice.date(past.dataFromMs) })}</p>;
  const last = past.comparisons.at(-1);
  return (
    <>
      <DataTable
        dense
        caption={t('benchmarks.past')}
        rows={past.comparisons}
        rowKey={({ seconds }) => seconds}
        columns={[
          { key: 'within', label: t('benchmarks.within'), cell: ({ seconds }) => voice.duration(seconds) },
          { key: 'before', label: t('benchmarks.before'), align: 'end', cell: ({ second }) => <Share of={second} /> },
          { key: 'now', label: t('benchmarks.now'), align: 'end', cell: ({ first }) => <Share of={first} /> },
          { key: 'difference', label: t('benchmarks.difference'), align: 'end', cell: ({ difference }) => <Difference of={difference} /> },
        ]}
      />
      {last !== undefined && <p className="past-cases">{t('benchmarks.before')}: <PastCases n={last.second.n} period="before" past={past} /> {t('benchmarks.now')}: <PastCases n={last.first.n} period="now" past={past} /></p>}
      {past.leftOut.length > 0 && <p className="chart-note">{t('benchmarks.leftOut', { places: voice.list(past.leftOut.map(({ place, n }) => t('benchmarks.leftOutPlace', { place, n: voice.count(n) }))) })}</p>}
    </>
  );
}

function BrandTable({ brands: { reason, rivals, cells, leftOut, peopleAtTwo } }: { readonly brands: Benchmarks['brands'] }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const rows = rivals.flatMap(({ brand, comparisons }) => comparisons.map((comparison) => ({ brand, ...comparison })));
  return (
    <>
      {reason !== null && <p className="chart-note">{t(`benchmarks.brandReason.${reason}`)}</p>}
      {rows.length > 0 && (
        <DataTable
          dense
          caption={t('benchmarks.brands')}
          rows={rows}
          rowKey={({ brand, seconds }) => `${brand} ${String(seconds)}`}
          columns={[
            { key: 'brand', label: t('benchmarks.brand'), cell: ({ brand }) => brand },
            { key: 'within', label: t('benchmarks.within'), cell: ({ seconds }) => voice.duration(seconds) },
            { key: 'own', label: t('benchmarks.own'), align: 'end', cell: ({ first }) => <Share of={first} /> },
            { key: 'theirs', label: t('benchmarks.theirs'), align: 'end', cell: ({ second }) => <Share of={second} /> },
            { key: 'n', label: t('criticism.column.n'), align: 'end', cell: ({ first, second }) => `${voice.count(first.n)} / ${voice.count(second.n)}` },
            { key: 'difference', label: t('benchmarks.difference'), align: 'end', cell: ({ difference }) => <Difference of={difference} /> },
          ]}
        />
      )}
      {cells.length > 0 && <p className="chart-note">{t('benchmarks.shared', { cells: voice.list(cells.map(({ network, kind, fromMonth, toMonth }) => t('benchmarks.cell', { network: voice.network(network), kind: voice.text(`codes.kind.${kind}`), from: voice.monthInFull(fromMonth), to: voice.monthInFull(toMonth) }))) })} {peopleAtTwo > 0 && voice.text('answers.benchmarks.twice', { count: peopleAtTwo })}</p>}
      {leftOut.length > 0 && (
        <details className="left-out">
          <summary>{t('benchmarks.leftTitle')} ({voice.count(leftOut.length)})</summary>
          <DataTable
            dense
            caption={t('benchmarks.leftTitle')}
            rows={leftOut.slice(0, MOST_LEFT)}
            rowKey={({ brand, network, kind, reason: why }) => `${brand} ${network} ${kind ?? ''} ${why}`}
            columns={[
              { key: 'brand', label: t('benchmarks.leftColumn.brand'), cell: ({ brand }) => brand },
              { key: 'network', label: t('benchmarks.leftColumn.network'), cell: ({ network }) => (network === '' ? '–' : voice.network(network)) },
              { key: 'kind', label: t('benchmarks.leftColumn.kind'), cell: ({ kind }) => (kind === null ? '–' : voice.text(`codes.kind.${kind}`)) },
              { key: 'reason', label: t('benchmarks.leftColumn.reason'), cell: ({ reason: why }) => t(`benchmarks.leftReason.${why}`) },
              { key: 'messages', label: t('benchmarks.leftColumn.messages'), align: 'end', cell: ({ messages }) => voice.count(messages) },
            ]}
          />
        </details>
      )}
    </>
  );
}
