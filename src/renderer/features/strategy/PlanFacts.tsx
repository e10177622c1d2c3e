import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FORMATION_LINES } from '../../../domain/model/formation-line.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { dayOf } from './month-grid.ts';
import { entryText, type PlanEntry, type TribeTitles } from './plan-words.ts';

interface FactsProps {
  readonly entries: readonly PlanEntry[];
  readonly titles: TribeTitles;
  readonly nowMs: number;
}

/** Where the plan stands in four facts: the next date, what is overdue, the step that is reached, the target of the pitch. */
export function PlanFacts({ entries, titles, nowMs }: FactsProps) {
  const { t } = useTranslation('plan');
  const voice = useChartVoice();
  const { go } = useLocation();
  const next = entries.find(({ dueMs, late, outcome, state }) => dueMs !== null && dayOf(dueMs) >= dayOf(nowMs) && !late && outcome === '' && state !== 'closed');
  const late = entries.filter((entry) => entry.late);
  return (
    <dl className="plan-facts">
      <Fact name={t('facts.next')} value={next?.dueMs == null ? t('facts.nextNone') : voice.date(next.dueMs)} note={next === undefined ? '' : t('facts.nextWhat', { what: entryText(next, titles, voice), owner: next.owner === '' ? t('calendar.noOwner') : next.owner })} />
      <Fact name={t('facts.late')} value={late.length === 0 ? t('facts.lateNone') : voice.count(late.length)} note={voice.list(late.slice(0, 2).map((entry) => entryText(entry, titles, voice)))} isLate={late.length > 0} />
      <Fact name={t('facts.steps')} value={<StepReached />} note={<Button variant="plain" size="small" className="page-link no-paper" onPress={() => go({ path: ['strategy'], parameters: { view: 'ladder' } })}>{t('facts.stepsOpen')}</Button>} />
      <Fact name={t('facts.target')} value={<FormationTarget />} note={<Button variant="plain" size="small" className="page-link no-paper" onPress={() => go({ path: ['strategy'], parameters: { view: 'formation' } })}>{t('facts.targetOpen')}</Button>} />
    </dl>
  );
}

function Fact({ name, value, note, isLate = false }: { readonly name: string; readonly value: ReactNode; readonly note: ReactNode; readonly isLate?: boolean }) {
  return (
    <div className="plan-fact" data-late={isLate}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {note !== '' && <dd className="plan-fact-note">{note}</dd>}
    </div>
  );
}

function StepReached() {
  const { t: common } = useTranslation('common');
  const { t: ladder } = useTranslation('ladder');
  const voice = useChartVoice();
  const scope = useScope();
  const state = useOperation('strategy.ladder', scope);
  if (state.status !== 'value') return <Skeleton shape="lines" rows={1} label={common('loading')} />;
  const reached = state.value.steps.filter((step) => step.state === 'reached');
  const last = reached.at(-1);
  return <>{voice.text('plan.facts.stepsReached', { count: reached.length, of: voice.count(state.value.steps.length), name: last === undefined ? '' : ladder(`steps.${last.step}`) })}</>;
}

function FormationTarget() {
  const { t } = useTranslation('plan');
  const { t: common } = useTranslation('common');
  const { t: strategy } = useTranslation('strategy');
  const voice = useChartVoice();
  const scope = useScope();
  const state = useOperation('strategy.formation', scope);
  if (state.status !== 'value') return <Skeleton shape="lines" rows={1} label={common('loading')} />;
  const { target } = state.value;
  if (target === null) return <>{t('facts.targetNone')}</>;
  return <>{voice.list(FORMATION_LINES.filter((line) => target.shares[line] > 0).map((line) => t('facts.targetLine', { line: strategy(`formation.lines.${line}`), share: voice.inHundred(target.shares[line]) })))}</>;
}
