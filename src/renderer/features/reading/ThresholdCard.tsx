import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { HIGHEST_THRESHOLD, leftWithout, thresholdPath, type ReadingSettings } from './threshold-figures.ts';

const BOX = { width: 400, height: 72 };

/** The threshold under which no label is given: chosen on a line, with what it would leave out before it is applied. */
export function ThresholdCard({ settings, canChange }: { readonly settings: ReadingSettings; readonly canChange: boolean }) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { openMetric } = useSidePanel();
  const analyse = useCalmAnalysis();
  const slider = useId();
  const present = Math.round(settings.abstainBelow * 100);
  const [chosen, setChosen] = useState(present);
  const [isApplied, setApplied] = useState(false);
  useEffect(() => {
    setChosen(present);
  }, [present]);
  const { inbound, outbound } = leftWithout(settings, chosen);
  const all = settings.labelled.inbound + settings.labelled.outbound;
  const apply = async (): Promise<void> => {
    const outcome = await workbench.run('reading.setThreshold', { abstainBelow: chosen / 100 });
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    setApplied(true);
    await workbench.refresh();
    analyse();
  };
  const at = (hundredths: number): number => (hundredths / HIGHEST_THRESHOLD) * BOX.width;
  return (
    <Card title={t('threshold.title')} subtitle={t('threshold.text')} actions={<Button size="small" variant="plain" onPress={() => openMetric('abstained')}>{voice.text('common.details')}</Button>} className="threshold-card">
      <p>
        {present === 0 ? t('threshold.nowNone', { unread: voice.count(settings.unread) }) : voice.text('reading.threshold.now', { count: settings.abstained, threshold: voice.count(present), unread: voice.count(settings.unread) })}
      </p>
      {all === 0 ? <p className="quiet-text">{t('threshold.nothing')}</p> : (
        <>
          <svg className="threshold-curve" viewBox={`0 0 ${String(BOX.width)} ${String(BOX.height)}`} preserveAspectRatio="none" role="img" aria-label={t('threshold.chart')}>
            <path d={thresholdPath(settings, BOX)} fill="var(--accent-soft)" stroke="var(--accent)" vectorEffect="non-scaling-stroke" />
            <line x1={at(chosen)} x2={at(chosen)} y1={0} y2={BOX.height} stroke="var(--warm)" strokeWidth={2} vectorEffect="non-scaling-stroke" />
          </svg>
          <div className="threshold-slider">
            <label htmlFor={slider} className="field-label">{t('threshold.slider')}</label>
            <input id={slider} type="range" min={0} max={HIGHEST_THRESHOLD} step={1} value={chosen} disabled={!canChange} aria-valuetext={chosen === 0 ? t('threshold.never') : t('threshold.at', { n: voice.count(chosen) })} onChange={({ currentTarget }) => { setChosen(Number(currentTarget.value)); setApplied(false); }} />
            <output htmlFor={slider}>{chosen === 0 ? t('threshold.never') : t('threshold.at', { n: voice.count(chosen) })}</output>
          </div>
          <p role="status">{t('threshold.effect', { inbound: voice.count(inbound), allInbound: voice.count(settings.labelled.inbound), outbound: voice.count(outbound), allOutbound: voice.count(settings.labelled.outbound) })}</p>
          <div className="reading-actions">
            <Button variant="primary" isDisabled={!canChange || chosen === present} onPress={() => void apply()}>{t('threshold.apply')}</Button>
            {isApplied && chosen === present && <span className="quiet-text" role="status">{t('threshold.applied')}</span>}
          </div>
        </>
      )}
    </Card>
  );
}
