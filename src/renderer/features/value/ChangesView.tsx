import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { ChangeItem } from './ChangeItem.tsx';
import { FixesCard } from './FixesCard.tsx';
import { shareFigure } from './origin-words.ts';
import { SaidDidCard } from './SaidDidCard.tsx';
import { knownSteps } from './TimeStrip.tsx';
import { useValueDesk, type ValueDesk } from './use-value-desk.ts';
import './origins.css';

type Changes = OperationValue<'value.changes'>;
type Times = OperationValue<'lost.times'>;

const SIZE = 10;
const NUMBERS = ['2', '3', '4', '5', '7', '10', '15', '20'] as const;
const SHOWS = ['all', 'changed'] as const;

/** From listening to change: how long common demands take, one time line for each, and what was said and done. */
export function ChangesView() {
  const scope = useScope();
  const [only, setOnly] = useParameter<(typeof SHOWS)[number]>('only', { initial: 'all', allowed: SHOWS });
  const [page, setPage] = useState(0);
  const desk = useValueDesk();
  const changes = useOperation('value.changes', { ...scope, page, size: SIZE, only });
  const times = useOperation('lost.times', scope);
  return (
    <Answer state={changes} shape="lines" rows={5}>
      {(value) => (
        <div className="origins-stack">
          <Answer state={times} shape="lines" rows={3}>{(measured) => <TimesCard changes={value} times={measured} desk={desk} />}</Answer>
          <LinesCard changes={value} desk={desk} only={only} onOnly={(next) => { setOnly(next); setPage(0); }} page={page} onPage={setPage} />
          <FixesCard />
          <SaidDidCard />
        </div>
      )}
    </Answer>
  );
}

function stepFigure({ step, tooFew, reached, n, medianSeconds, low, high, longestSeconds }: Times['steps'][number], voice: ChartVoice): { readonly value: string; readonly interval: string | null } {
  // steps that only a person dates: none dated is a thing not written, no wait that was measured
  if (step !== 'reply' && reached === 0) return { value: voice.text('origins.changes.notDated'), interval: null };
  const counted = voice.text('origins.changes.reached', { reached: voice.count(reached), n: voice.count(n) });
  if (tooFew || longestSeconds === null) return { value: counted, interval: null };
  if (medianSeconds === null) return { value: counted, interval: voice.text('origins.changes.notReached', { longest: voice.duration(longestSeconds) }) };
  const edge = (seconds: number | null): string => (seconds === null ? voice.text('origins.changes.openEnd') : voice.duration(seconds));
  return { value: voice.text('origins.changes.median', { duration: voice.duration(medianSeconds) }), interval: `${voice.text('origins.changes.interval', { low: edge(low), high: edge(high) })}, ${counted}` };
}

function TimesCard({ changes, times, desk }: { readonly changes: Changes; readonly times: Times; readonly desk: ValueDesk }) {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const { requesters, demands, declared, unseen, told } = changes;
  const title = demands === 0 ? t('changes.title_zero', { requesters: voice.count(requesters) }) : declared === 0 ? voice.text('origins.changes.undeclared', { count: demands }) : voice.text('origins.changes.title', { count: demands, declared: voice.count(declared) });
  const toldFigure = shareFigure(told, voice);
  return (
    <ChartFrame
      title={title}
      subtitle={t('changes.subtitle', { requesters: voice.count(requesters) })}
      onDefinition={() => openMetric('demand-times')}
      finding={{ metric: 'demand-times', form: demands < times.leastDemands || declared === 0 ? 'too-few' : 'clear' }}
      table={{ caption: title, columns: [{ key: 'step', label: t('changes.list') }, { key: 'figure', label: t('changes.figure') }], rows: times.steps.map((step) => [t(`changes.step.${step.step}`), stepFigure(step, voice).value]) }}
      controls={(
        <>
          <Select size="small" label={t('changes.requesters')} value={String(requesters)} isDisabled={readOnly} options={[...new Set([...NUMBERS, String(requesters)])].map((value) => ({ value, label: t('changes.people', { n: value }) }))} onChange={(value) => void desk.decide('lost.setRequesters', { requesters: Number(value) }, t('changes.saved'))} />
          <span role="status" className="chart-note">{desk.told}</span>
        </>
      )}
      notes={(
        <>
          {demands < times.leastDemands && <p className="chart-note">{t('changes.few', { least: voice.count(times.leastDemands) })}</p>}
          {unseen > 0 && <p className="chart-note">{voice.text('origins.changes.unseen', { count: unseen })}</p>}
        </>
      )}
    >
      <div className="changes-head">
        {times.steps.map((step) => {
          const { value, interval } = stepFigure(step, voice);
          return <Measure key={step.step} label={t(`changes.step.${step.step}`)} value={value} interval={interval} tooFew={step.reached === 0} />;
        })}
        <Measure label={t('changes.step.told')} value={told.n === 0 ? t('changes.noChange') : toldFigure.value} interval={toldFigure.interval} tooFew={told.n === 0} onDefinition={() => openMetric('told-back')} />
      </div>
    </ChartFrame>
  );
}

interface LinesCardProps {
  readonly changes: Changes;
  readonly desk: ValueDesk;
  readonly only: (typeof SHOWS)[number];
  readonly onOnly: (only: (typeof SHOWS)[number]) => void;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function LinesCard({ changes: { list, total, requesters }, desk, only, onOnly, page, onPage }: LinesCardProps) {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const { go } = useLocation();
  const moments = list.flatMap((line) => knownSteps(line).map(({ atMs }) => atMs));
  const scale = { fromMs: Math.min(...moments), toMs: Math.max(...moments) };
  return (
    <Card title={t('changes.list')} {...(list.length === 0 ? {} : { subtitle: `${t('changes.scale', { from: voice.date(scale.fromMs), to: voice.date(scale.toMs) })}. ${t('changes.onlyKnown')}` })} foot={<><span>{t('changes.declare')}</span><Button size="small" variant="plain" className="page-link" onPress={() => go({ path: ['lost'] })}>{t('changes.toLost')}</Button></>}>
      <div className="origins-bar"><Segmented label={t('changes.only.label')} value={only} options={SHOWS.map((value) => ({ value, label: t(`changes.only.${value}`) }))} onChange={onOnly} /></div>
      {list.length === 0 ? <p className="quiet-text">{t('changes.none')}</p> : <ul className="changes-list">{list.map((line) => <ChangeItem key={line.id} line={line} requesters={requesters} scale={scale} desk={desk} />)}</ul>}
      <PageButtons page={page} size={SIZE} total={total} onPage={onPage} />
    </Card>
  );
}
