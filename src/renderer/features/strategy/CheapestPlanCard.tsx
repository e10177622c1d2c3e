import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FIRST_PLAN, planProblems, planScenario, planSentence, planTarget, planWords, WITHIN, type FoundPlan, type PlanTarget } from './cheapest-plan-words.ts';
import { FORM_INTENTS, type Scenario } from './simulator-draft.ts';
import { backTestResult } from './simulator-words.ts';

interface CheapestPlanCardProps {
  /** What was computed last: today's shifts and the minutes are taken from it. */
  readonly asked: Scenario;
  readonly onOpen: (scenario: Scenario) => void;
}

/** A target is typed, and the plan with the fewest hours of work that meets it is searched; it opens as the hypothesis. */
export function CheapestPlanCard({ asked, onOpen }: CheapestPlanCardProps) {
  const { t } = useTranslation('targets');
  const { t: codes } = useTranslation('codes');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const [draft, setDraft] = useState(FIRST_PLAN);
  const [wanted, setWanted] = useState<PlanTarget | null>(null);
  const state = useOperation('strategy.cheapestPlan', wanted === null ? null : { ...scope, today: asked.today, minutes: asked.minutes, ...wanted });
  const problems = planProblems(draft);
  const hasProblem = problems.share || problems.people || problems.cost;
  return (
    <Card className="cheapest-plan" title={t('plan.heading')} subtitle={t('plan.subtitle')} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t('plan.heading')}`} onPress={() => openMetric('cheapest-plan')}>{charts('frame.definition')}</Button>}>
      <div className="cheapest-plan-fields">
        <Select label={t('plan.form.intent')} value={draft.intent ?? 'all'} options={[{ value: 'all' as const, label: t('plan.form.all') }, ...FORM_INTENTS.map((value) => ({ value, label: codes(`intent.${value}`) }))]} onChange={(value) => setDraft({ ...draft, intent: value === 'all' ? null : value })} />
        <Select label={t('plan.form.within')} value={String(draft.withinSeconds)} options={WITHIN.map((seconds) => ({ value: String(seconds), label: voice.duration(seconds) }))} onChange={(value) => setDraft({ ...draft, withinSeconds: WITHIN.find((seconds) => String(seconds) === value) ?? draft.withinSeconds })} />
        <TextField label={t('plan.form.share')} value={draft.share} maxLength={2} error={problems.share ? t('plan.form.problemShare') : undefined} onChange={(share) => setDraft({ ...draft, share })} />
        <TextField label={t('plan.form.people')} value={draft.people} maxLength={2} error={problems.people ? t('plan.form.problemPeople') : undefined} onChange={(people) => setDraft({ ...draft, people })} />
        <TextField label={t('plan.form.cost')} value={draft.cost} maxLength={8} error={problems.cost ? t('plan.form.problemCost') : undefined} onChange={(cost) => setDraft({ ...draft, cost })} />
      </div>
      <div><Button className="page-link" isDisabled={hasProblem} onPress={() => setWanted(planTarget(draft))}>{t('plan.form.search')}</Button></div>
      {wanted !== null && <Answer state={state} shape="lines" rows={3}>{(found) => <Found found={found} wanted={wanted} asked={asked} onOpen={onOpen} />}</Answer>}
    </Card>
  );
}

function Found({ found, wanted, asked, onOpen }: CheapestPlanCardProps & { readonly found: FoundPlan; readonly wanted: PlanTarget }) {
  const { t } = useTranslation('targets');
  const { t: simulator } = useTranslation('simulator');
  const voice = useChartVoice();
  const { plan, most, backTest, tried, runs, weeks, todayHours, reason } = found;
  const band = most?.asToday;
  const all = most?.everybody;
  return (
    <div className="cheapest-plan-found" role="status">
      <h3>{planSentence(found, wanted, voice).text}</h3>
      {plan !== null && (
        <>
          <ul>{planWords(plan, voice).map((words) => <li key={words}>{words}</li>)}</ul>
          <p className="chart-note">{t('plan.within', { value: voice.inHundred(plan.within.estimate), low: voice.inHundred(plan.within.low), high: voice.inHundred(plan.within.high), today: voice.count(todayHours) })}</p>
          <div><Button className="page-link" onPress={() => onOpen(planScenario(plan, asked))}>{t('plan.open')}</Button></div>
        </>
      )}
      {reason === 'none' && band != null && all != null && <p className="chart-note">{t('plan.most', { value: voice.inHundred(band.estimate), low: voice.inHundred(band.low), high: voice.inHundred(band.high), all: voice.inHundred(all.estimate), allLow: voice.inHundred(all.low), allHigh: voice.inHundred(all.high) })}</p>}
      {reason === 'not-passed' && backTest !== null && <p className="chart-note">{simulator(`backTest.title.${backTest.verdict}`)}. {backTestResult(backTest, voice) ?? ''} {simulator('backTest.need')}</p>}
      {tried > 0 && <p className="chart-note">{voice.text('targets.plan.tried', { count: tried, runs: voice.count(runs), weeks: voice.count(weeks) })}</p>}
    </div>
  );
}
