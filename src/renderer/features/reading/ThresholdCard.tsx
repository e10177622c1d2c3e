import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { HIGHEST_THRESHOLD, leftWithout, type ReadingSettings } from './threshold-figures.ts';
import { ThresholdCurve, thresholdTable } from './ThresholdCurve.tsx';

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
  const choose = (hundredths: number): void => {
    setChosen(hundredths);
    setApplied(false);
  };
  const title = present === 0 ? t('threshold.nowNone', { unread: voice.count(settings.unread) }) : voice.text('reading.threshold.now', { count: settings.abstained, threshold: voice.count(present), unread: voice.count(settings.unread) });
  return (
    <ChartFrame
      className="threshold-card"
      title={title}
      subtitle={`${t('threshold.title')}. ${t('threshold.text')}`}
      onDefinition={() => openMetric('abstained')}
      table={all === 0 ? { caption: title, columns: [], rows: [] } : thresholdTable(settings, voice)}
      {...(all === 0 ? {} : {
        notes: (
          <>
            <div className="threshold-slider">
              <label htmlFor={slider} className="field-label">{t('threshold.slider')}</label>
              <input id={slider} type="range" min={0} max={HIGHEST_THRESHOLD} step={1} value={chosen} disabled={!canChange} aria-valuetext={chosen === 0 ? t('threshold.never') : t('threshold.at', { n: voice.count(chosen) })} onChange={({ currentTarget }) => choose(Number(currentTarget.value))} />
              <output htmlFor={slider}>{chosen === 0 ? t('threshold.never') : t('threshold.at', { n: voice.count(chosen) })}</output>
            </div>
            <p role="status">{t('threshold.effect', { inbound: voice.count(inbound), allInbound: voice.count(settings.labelled.inbound), outbound: voice.count(outbound), allOutbound: voice.count(settings.labelled.outbound) })}</p>
            <div className="reading-actions">
              <Button variant="primary" isDisabled={!canChange || chosen === present} onPress={() => void apply()}>{t('threshold.apply')}</Button>
              {isApplied && chosen === present && <span className="quiet-text" role="status">{t('threshold.applied')}</span>}
            </div>
          </>
        ),
      })}
    >
      {all === 0 ? <p className="quiet-text">{t('threshold.nothing')}</p> : <ThresholdCurve settings={settings} chosen={chosen} onChoose={canChange ? choose : undefined} />}
    </ChartFrame>
  );
}
