import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { AudiogramChart } from '../../charts/AudiogramChart.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { peopleByIntent } from '../../../domain/wording/finding-sentence.ts';
import { intentStyle } from '../../charts/intent-style.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { shareText } from './listening-words.ts';

type Audiograms = OperationValue<'response.audiogram'>;
type Audiogram = Audiograms['groups'][number];

const MEASURES = ['repeats', 'followers', 'anger'] as const;
type Measure = (typeof MEASURES)[number];

/** A loudness in the words of its measure. */
export function loudnessText(value: number, measure: Measure, voice: ChartVoice): string {
  return measure === 'anger' ? voice.text('listening.loudness.negative', { share: voice.inHundred(value) }) : voice.text(`listening.loudness.${measure}`, { count: Math.round(value) });
}

/** Where a kind of request begins to be heard, or why that cannot be told. */
export function thresholdText({ threshold, low, high, reason, n }: Audiogram, measure: Measure, voice: ChartVoice): string {
  if (threshold === null) return voice.text(`listening.loudness.reason.${reason ?? 'too-few'}`, { n: voice.count(n) });
  const limit = (value: number | null, side: 'below' | 'above'): string => (value === null ? voice.text(`listening.loudness.limit.${side}`) : loudnessText(value, measure, voice));
  return voice.text('listening.loudness.threshold', { value: loudnessText(threshold, measure, voice), low: limit(low, 'below'), high: limit(high, 'above') });
}

/** The sentence above the audiograms: the kind that must be loudest with limits on both sides, a threshold without them, none, or too few to draw any. */
export function loudnessTitle({ groups, measure }: Audiograms, voice: ChartVoice): string {
  const found = groups.filter(({ threshold }) => threshold !== null);
  const told = found.filter(({ low, high }) => low !== null && high !== null);
  const hardest = told.reduce<Audiogram | null>((loudest, next) => ((next.threshold ?? 0) > (loudest?.threshold ?? -Infinity) ? next : loudest), null);
  if (hardest !== null) {
    const who = peopleByIntent(hardest.key, voice);
    return voice.text('listening.loudness.title.clear', { who: who.slice(0, 1).toLocaleUpperCase() + who.slice(1), value: loudnessText(hardest.threshold ?? 0, measure, voice) });
  }
  if (found.length > 0) return voice.text('listening.loudness.title.unsure');
  return voice.text(groups.some(({ bins }) => bins.length > 0) ? 'listening.loudness.title.notClear' : 'listening.loudness.title.few');
}

/** By loudness: how loud each kind of request must be before half are answered within seven days. */
export function LoudnessView() {
  const scope = useScope();
  const [measure, setMeasure] = useParameter<Measure>('loudness', { initial: 'repeats', allowed: MEASURES });
  const audiograms = useOperation('response.audiogram', { ...scope, measure });
  return <Answer state={audiograms} shape="chart">{(value) => <LoudnessCard audiograms={value} onMeasure={setMeasure} />}</Answer>;
}

function LoudnessCard({ audiograms, onMeasure }: { readonly audiograms: Audiograms; readonly onMeasure: (measure: Measure) => void }) {
  const { t } = useTranslation('listening');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { measure, groups, known, draws } = audiograms;
  const title = loudnessTitle(audiograms, voice);
  const drawn = groups.filter(({ bins }) => bins.length > 0);
  return (
    <ChartFrame
      className="loudness-card"
      title={title}
      subtitle={voice.text('listening.loudness.subtitle', { count: known[measure], all: voice.count(known.requests), draws: voice.count(draws) })}
      onDefinition={() => openMetric('audiogram')}
      table={{
        caption: title,
        columns: [
          { key: 'who', label: t('loudness.column.who') }, { key: 'from', label: t('loudness.column.from') }, { key: 'to', label: t('loudness.column.to') }, { key: 'n', label: t('loudness.column.n'), numeric: true },
          { key: 'share', label: t('loudness.column.share'), numeric: true }, { key: 'fitted', label: t('loudness.column.fitted'), numeric: true },
        ],
        rows: drawn.flatMap((group) => group.bins.map((bin) => [voice.text(`codes.intent.${group.key}`), loudnessText(bin.from, measure, voice), loudnessText(bin.to, measure, voice), voice.count(bin.n), shareText(bin.answered, bin.n, voice), voice.inHundred(bin.fitted)])),
      }}
      controls={<Segmented label={t('loudness.measure')} value={measure} options={MEASURES.map((value) => ({ value, label: t(`loudness.measures.${value}`) }))} onChange={onMeasure} />}
      notes={
        <>
          <p className="chart-note">{t(`loudness.about.${measure}`)} {t('loudness.rises')}</p>
          <p className="chart-note">{known.datedReactions === 0 ? t('loudness.likes') : voice.text('listening.loudness.likesSome', { count: known.datedReactions })}</p>
        </>
      }
    >
      <ul className="audiograms">{groups.map((group) => <li key={group.key}><AudiogramItem group={group} measure={measure} /></li>)}</ul>
    </ChartFrame>
  );
}

function AudiogramItem({ group, measure }: { readonly group: Audiogram; readonly measure: Measure }) {
  const { t } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  const name = voice.text(`codes.intent.${group.key}`);
  const { Icon, color } = intentStyle(group.key);
  const span = (from: number, to: number): string => [...new Set([shortLoudness(from, measure, voice), shortLoudness(to, measure, voice)])].join('–');
  const { threshold } = group;
  const cases = voice.text('response.curves.cases', { count: group.n });
  // followers are not known of everybody, and no selection of messages knows of whom
  const isOpen = measure !== 'followers' && group.n > 0;
  const passed = threshold === null ? -1 : group.bins.findIndex(({ from }) => from === threshold);
  return (
    <section className="audiogram" aria-label={name}>
      <div className="audiogram-head">
        <h3><Icon size={16} aria-hidden="true" color={color} /> {name}</h3>
        {isOpen
          ? <Button variant="plain" size="small" aria-label={`${name}: ${cases}`} onPress={() => openMessages({ ...scope, requests: { by: 'intent', key: group.key, timed: true } }, { title: name, count: group.n })}>{cases}</Button>
          : <span className="figure-limits">{cases}</span>}
      </div>
      <p className={threshold === null ? 'too-few' : 'audiogram-threshold'}>{thresholdText(group, measure, voice)}</p>
      {group.bins.length > 0 && (
        <AudiogramChart
          label={voice.text('listening.loudness.label', { what: name })}
          hint={t('frame.hint')}
          color={color}
          height={170}
          passedAt={passed < 0 ? null : passed}
          share={voice.percent}
          marks={group.bins.map(({ from, to, n, answered, fitted }, position) => ({
            key: String(position), tick: span(from, to), answered, fitted,
            heading: from === to ? loudnessText(from, measure, voice) : voice.text('listening.loudness.between', { from: loudnessText(from, measure, voice), to: loudnessText(to, measure, voice) }),
            lines: [voice.text('listening.loudness.answered', { share: shareText(answered, n, voice) }), voice.text('response.curves.cases', { count: n })],
          }))}
        />
      )}
    </section>
  );
}

function shortLoudness(value: number, measure: Measure, voice: ChartVoice): string {
  return measure === 'anger' ? voice.percent(value) : voice.count(Math.round(value));
}
