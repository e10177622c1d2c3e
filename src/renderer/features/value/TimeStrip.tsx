import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';

/** A demand with the moments that are known of it. */
export type ChangeLine = OperationValue<'value.changes'>['list'][number];

interface KnownStep {
  readonly step: 'first' | 'from' | 'reply' | 'collected' | 'assessed' | 'done' | 'told-back';
  readonly atMs: number;
}

/** What is known of a demand in order of time; what is not known has no place in it. */
export function knownSteps({ firstMs, fromMs, replyMs, collectedMs, assessedMs, doneMs, toldBackMs }: ChangeLine): KnownStep[] {
  const all: readonly (readonly [KnownStep['step'], number | null])[] = [['first', firstMs], ['from', fromMs], ['reply', replyMs], ['collected', collectedMs], ['assessed', assessedMs], ['done', doneMs], ['told-back', toldBackMs]];
  return all.flatMap(([step, atMs]) => (atMs === null ? [] : [{ step, atMs }])).sort((one, other) => one.atMs - other.atMs);
}

/** One time line: people gathering up to the n-th, then what is known of what followed. All lines of a page share one scale. */
export function TimeStrip({ line, requesters, scale }: { readonly line: ChangeLine; readonly requesters: number; readonly scale: { readonly fromMs: number; readonly toMs: number } }) {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const steps = knownSteps(line);
  const span = Math.max(1, scale.toMs - scale.fromMs);
  const place = (atMs: number): number => (100 * (atMs - scale.fromMs)) / span;
  const words = ({ step, atMs }: KnownStep): string => t('changes.markAt', { what: t(`changes.mark.${step}`, { n: voice.count(requesters) }), date: voice.date(atMs) });
  const last = steps.at(-1)?.atMs ?? line.fromMs;
  return (
    <>
      <div className="time-strip" role="img" aria-label={t('changes.line', { list: voice.list(steps.map(words)) })}>
        <span className="time-strip-ground" />
        <span className="time-strip-gathering" style={{ left: `${String(place(line.firstMs))}%`, width: `${String(place(line.fromMs) - place(line.firstMs))}%` }} />
        {last > line.fromMs && <span className="time-strip-known" style={{ left: `${String(place(line.fromMs))}%`, width: `${String(place(last) - place(line.fromMs))}%` }} />}
        {steps.map(({ step, atMs }) => <span key={step} className="time-strip-mark" data-step={step} style={{ left: `${String(place(atMs))}%` }} />)}
      </div>
      <ul className="time-strip-dates">{steps.map((step) => <li key={step.step}><span className="time-strip-mark" data-step={step.step} aria-hidden="true" />{words(step)}</li>)}</ul>
    </>
  );
}
