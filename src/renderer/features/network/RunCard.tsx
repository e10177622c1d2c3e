import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useStore } from '../../state/store.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Slider } from '../../ui/Slider.tsx';

type Facts = NonNullable<OperationValue<'network.communities'>['facts']>;

/** How communities were found, and the search at another resolution. */
export function RunCard({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation('network');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { openMetric } = useSidePanel();
  const job = useStore(workbench.jobs.running).find(({ name }) => name === 'network.detect');
  const [resolution, setResolution] = useState(facts.resolution);
  const search = async (): Promise<void> => {
    const outcome = await workbench.runJob('network.detect', { resolution });
    if (!outcome.ok && outcome.failure.code !== 'cancelled') workbench.failure.set(outcome.failure);
  };
  const { chance } = facts;
  const progress = job?.progress ?? null;
  const share = progress === null || progress.total === null ? null : progress.done / progress.total;
  const limit = chance?.limit ?? null;
  return (
    <Card title={t('run.title')} subtitle={t('run.runs', { runs: voice.count(facts.runs), rounds: voice.count(facts.rounds), seed: String(facts.seed) })}>
      <div className="network-run">
        {facts.modularity !== null && <Measure label={t('run.modularity')} value={voice.number(facts.modularity)} interval={chance === null || limit === null ? null : t('run.limit', { limit: voice.number(limit), shuffles: voice.count(chance.shuffles), median: voice.number(chance.median ?? 0) })} onDefinition={() => openMetric('communities')} />}
        {facts.meanAdjustedRand !== null && <Measure label={t('run.agreement')} value={voice.number(facts.meanAdjustedRand)} onDefinition={() => openMetric('communities')} />}
        {facts.modularity !== null && !facts.agreed && <p className="chart-note">{t('run.notAgreed')}</p>}
        <div className="network-slider">
          <Slider label={`${t('run.resolution')}: ${voice.number(resolution)}`} value={resolution} min={0.2} max={4} step={0.1} valueText={voice.number(resolution)} ends={[voice.number(0.2), voice.number(4)]} onChange={setResolution} isDisabled={job !== undefined} />
        </div>
        <p className="chart-note">{t('run.resolutionHelp')}</p>
        {job === undefined
          ? <Button isDisabled={resolution === facts.resolution} onPress={() => void search()}>{t('run.again')}</Button>
          : <><Progress label={t('run.running')} share={share} /><Button isDisabled={job.cancelling} onPress={() => workbench.jobs.cancel(job.jobId)}>{t('run.cancel')}</Button></>}
      </div>
    </Card>
  );
}
