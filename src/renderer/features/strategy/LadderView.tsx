import { CircleAlert, CircleCheck, CircleDashed, CircleX, EyeOff, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CrisisCard } from './CrisisCard.tsx';
import { CrisisPlanCard } from './CrisisPlanCard.tsx';
import { WarningsCard } from './WarningsCard.tsx';
import { GateDialog } from './GateDialog.tsx';
import './ladder.css';

type Ladder = OperationValue<'strategy.ladder'>;
/** One line of the checklist, as the engine answers it. */
export type GateLine = Ladder['steps'][number]['gates'][number];

const ICONS: Readonly<Record<GateLine['state'], LucideIcon>> = { met: CircleCheck, near: CircleAlert, unmet: CircleX, 'not-visible': EyeOff, open: CircleDashed };

/** The five steps with their gates, and under them what to do on the day on which things go wrong. */
export function LadderView() {
  const scope = useScope();
  const state = useOperation('strategy.ladder', scope);
  return (
    <Answer state={state} shape="lines" rows={8}>
      {(value) => (
        <div className="strategy-stack">
          <StepsCard value={value} />
          <CrisisCard />
          <WarningsCard />
          <CrisisPlanCard key={value.plan.changedMs ?? 0} lines={value.plan.lines} />
        </div>
      )}
    </Answer>
  );
}

function StepsCard({ value }: { readonly value: Ladder }) {
  const { t } = useTranslation('ladder');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const [chosen, setChosen] = useState<GateLine | null>(null);
  const reached = value.steps.filter(({ state }) => state === 'reached').length;
  return (
    <Card title={reached === 0 ? t('title_zero') : voice.text('ladder.title', { count: reached })} subtitle={t('subtitle')} foot={<Button variant="plain" size="small" onPress={() => openMetric('five-steps')}>{charts('frame.definition')}</Button>}>
      <ol className="ladder-steps">
        {value.steps.map(({ step, state, heldBy, gates }) => (
          <li key={step} className="ladder-step" data-state={state}>
            <div className="ladder-head">
              <h3>{t(`steps.${step}`)}</h3>
              <p>{t(`stepText.${step}`)}</p>
              <p className="ladder-state">{t(`stepState.${state}`)}</p>
              {state === 'blocked' && <p>{t('heldBy', { list: voice.list(heldBy.map((gate) => t(`gates.${gate}`))) })}</p>}
            </div>
            <ul className="ladder-gates">{gates.map((gate) => <GateRow key={gate.gate} gate={gate} onAttach={() => setChosen(gate)} />)}</ul>
          </li>
        ))}
      </ol>
      {chosen !== null && <GateDialog gate={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

/** A figure or a threshold in the words of its measure. */
function amount({ measure, gate }: GateLine, value: number, voice: ChartVoice): string {
  if (measure === 'seconds') return voice.duration(value);
  if (measure === 'count') return gate === 'opening-hours' ? voice.text(value > 0 ? 'ladder.yes' : 'ladder.no') : voice.count(value);
  return voice.text('ladder.share', { value: voice.inHundred(value) });
}

function figureText(gate: GateLine, voice: ChartVoice): string {
  const { figure, measure } = gate;
  if (figure === null) return '';
  const { k, n, estimate, low, high } = figure;
  if (measure === 'sample' && estimate !== null && low !== null && high !== null) return voice.text('ladder.between', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
  if (k !== null && n !== null) return voice.text(measure === 'sample' ? 'ladder.fewCases' : 'ladder.of', { k: voice.count(k), n: voice.count(n) });
  return estimate === null ? '' : amount(gate, estimate, voice);
}

function GateRow({ gate, onAttach }: { readonly gate: GateLine; readonly onAttach: () => void }) {
  const { t } = useTranslation('ladder');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const { openMessages } = useSidePanel();
  const { state, evidence, rule, threshold, messageIds } = gate;
  const Icon = ICONS[state];
  const name = t(`gates.${gate.gate}`);
  const attached = evidence === null || evidence.document === '' ? null : evidence.dateMs === null ? t('attachedUndated', { document: evidence.document }) : t('attached', { document: evidence.document, date: voice.date(evidence.dateMs) });
  const figure = figureText(gate, voice);
  return (
    <li className="ladder-gate" data-state={state}>
      <Icon className="ladder-icon" size={18} aria-hidden="true" />
      <span className="ladder-name">{name}</span>
      <span className="ladder-mark">{t(`state.${state}`)}</span>
      <span className="ladder-figure">
        {figure !== '' && (messageIds.length > 0 ? <Button variant="plain" size="small" aria-label={`${figure}: ${t('openMessages', { gate: name })}`} onPress={() => openMessages({ messageIds }, { title: name, count: messageIds.length })}>{figure}</Button> : figure)}
        {attached !== null && <span className="ladder-paper">{attached}</span>}
      </span>
      <span className="ladder-threshold">{rule !== null && threshold !== null && gate.gate !== 'opening-hours' && t(`threshold.${rule}`, { value: amount(gate, threshold, voice) })}</span>
      <Button variant="plain" size="small" isDisabled={readOnly} aria-label={evidence === null ? t('attachTo', { gate: name }) : `${t('change')}: ${name}`} onPress={onAttach}>{t(evidence === null ? 'attach' : 'change')}</Button>
    </li>
  );
}
