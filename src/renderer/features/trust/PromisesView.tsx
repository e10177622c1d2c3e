import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { CostCard } from './CostCard.tsx';
import { ImplicitPromisesCard } from './ImplicitPromisesCard.tsx';
import { KeepingCard } from './KeepingCard.tsx';
import { PathCard } from './PathCard.tsx';
import { promisesLead } from './promise-cost-words.ts';
import { PromisesCard } from './PromisesCard.tsx';
import { RatesCard } from './RatesCard.tsx';
import { TimelineCard } from './TimelineCard.tsx';
import './promise-view.css';

/** Promises: how many are kept, when and how fast, against the brand's own past, each of them, what broken ones are associated with, and what follows kept ones. */
export function PromisesView() {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const { level } = usePreferences();
  const isFull = level === 'full';
  const summary = useOperation('promises.summary', scope);
  const keeping = useOperation('promises.timeToKeep', scope);
  const cost = useOperation('promises.cost', isFull ? scope : null);
  return (
    <div className="promises-view">
      <Answer state={summary} shape="lines" rows={2}>
        {(value) => {
          const { estimate, low, high, n } = value.rate;
          return (
            <div className="promises-lead">
              <p className="promise-finding">{promisesLead(value, voice)}</p>
              {estimate !== null && low !== null && high !== null && (
                <Measure label={t('keptRate')} value={t('cost.inHundred', { value: voice.inHundred(estimate) })} interval={t('keeping.interval', { low: voice.inHundred(low), high: voice.inHundred(high) })} n={voice.count(n)} size="large" onDefinition={() => openMetric('promises-kept')} />
              )}
            </div>
          );
        }}
      </Answer>
      <TimelineCard />
      <Answer state={keeping} shape="chart">{(value) => <KeepingCard keeping={value} />}</Answer>
      <RatesCard />
      <PromisesCard />
      <ImplicitPromisesCard />
      {isFull && <Answer state={cost} shape="chart">{(value) => <CostCard cost={value} />}</Answer>}
      {isFull && <PathCard />}
    </div>
  );
}
