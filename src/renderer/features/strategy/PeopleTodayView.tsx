import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { EffectCards } from './EffectCards.tsx';
import { dayMoment, KIND_ORDER, whyWords, type DayListValue, type HeldName } from './one-by-one-words.ts';
import { PersonToday } from './PersonToday.tsx';
import './one-by-one.css';

const MANNERS = ['informal', 'formal'] as const;
type Manner = (typeof MANNERS)[number];

/** One by one: whom to answer, thank or surprise today, and what came of the lists before. */
export function PeopleTodayView() {
  const { clock: _clock, ...scope } = useScope();
  const { parameters } = useLocation();
  const day = parameters['day'];
  const state = useOperation('oneByOne.list', { ...scope, ...(day !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? { day } : {}) });
  return (
    <div className="strategy-stack">
      <Answer state={state} shape="lines" rows={8}>{(value) => <TodayCard value={value} />}</Answer>
      <EffectCards />
    </div>
  );
}

function TodayCard({ value }: { readonly value: DayListValue }) {
  const { t } = useTranslation('oneByOne');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { clock: _clock, ...scope } = useScope();
  const { go, parameters } = useLocation();
  const { openMetric } = useSidePanel();
  const [manner, setManner] = useState<Manner>('informal');
  const [isBusy, setBusy] = useState(false);
  const { entries, held, today, day, days, dealtMs, holdBack } = value;
  const change = async (work: () => Promise<boolean>): Promise<void> => {
    setBusy(true);
    if (await work()) await workbench.refresh();
    setBusy(false);
  };
  const deal = (): Promise<void> => change(async () => {
    const dealt = await workbench.run('oneByOne.deal', scope);
    workbench.failure.set(dealt.ok ? null : dealt.failure);
    return dealt.ok;
  });
  const hold = (on: boolean): Promise<void> => change(async () => {
    const set = await workbench.run('oneByOne.holdBack', { on });
    workbench.failure.set(set.ok ? null : set.failure);
    return set.ok;
  });
  const mark = (key: string, state: 'open' | 'done' | 'skipped'): Promise<void> => change(async () => {
    const marked = await workbench.run('oneByOne.mark', { ...(scope.brand === undefined ? {} : { brand: scope.brand }), day, key, state });
    workbench.failure.set(marked.ok ? null : marked.failure);
    return marked.ok;
  });
  // typing goes on while it is kept: nothing is disabled meanwhile
  const keepDraft = async (key: string, text: string | null): Promise<void> => {
    const kept = await workbench.run('oneByOne.draft', { ...(scope.brand === undefined ? {} : { brand: scope.brand }), day, key, text });
    workbench.failure.set(kept.ok ? null : kept.failure);
    if (kept.ok) await workbench.refresh();
  };
  const count = (state: 'open' | 'done' | 'skipped'): string => voice.count(entries.filter((entry) => entry.state === state).length);
  const shownDays = days.some((one) => one.day === today) ? days : [{ day: today, names: 0, done: 0, skipped: 0, held: 0 }, ...days];
  return (
    <Card
      title={dealtMs === null ? t('title.none') : day === today ? voice.text('oneByOne.title.today', { count: entries.length }) : voice.text('oneByOne.title.day', { count: entries.length, date: voice.date(dayMoment(day)) })}
      subtitle={t('subtitle')}
      actions={dealtMs === null && day === today && !readOnly && <Button variant="primary" isDisabled={isBusy} onPress={() => void deal()}>{t(isBusy ? 'dealing' : 'deal')}</Button>}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('one-by-one')}>{charts('frame.definition')}</Button>}
    >
      {(shownDays.length > 1 || entries.length > 0) && <div className="today-controls">
        {shownDays.length > 1 && <Select size="small" label={t('day')} value={day} options={shownDays.map((one) => ({ value: one.day, label: one.names === 0 ? voice.date(dayMoment(one.day)) : t('dayOf', { date: voice.date(dayMoment(one.day)), done: voice.count(one.done), n: voice.count(one.names) }) }))} onChange={(next) => go({ parameters: { ...parameters, day: next } }, { replace: true })} />}
        {entries.length > 0 && <span className="today-manner"><span aria-hidden="true">{t('manner.label')}</span><Segmented label={t('manner.label')} value={manner} options={MANNERS.map((one) => ({ value: one, label: t(`manner.${one}`) }))} onChange={setManner} /></span>}
        {entries.length > 0 && <p role="status" className="today-progress">{t('progress', { done: count('done'), skipped: count('skipped'), open: count('open') })}</p>}
      </div>}
      <div className="today-hold">
        <Switch isSelected={holdBack.on} isDisabled={readOnly || isBusy} onChange={(on) => void hold(on)}>{t('holdBack')}</Switch>
        <p className="chart-note">{holdBack.untilMs === null ? t('holdBackText') : t('holdBackUntil', { date: voice.date(holdBack.untilMs) })}</p>
      </div>
      {KIND_ORDER.map((kind) => {
        const names = entries.filter((entry) => entry.kind === kind);
        return names.length > 0 && (
          <section key={kind} className="today-kind">
            <h3>{t(`kinds.${kind}`)}</h3>
            <ul className="today-names">{names.map((entry) => <PersonToday key={`${day} ${manner} ${entry.key}`} entry={entry} draft={entry.drafts[manner]} isChangeable={!readOnly && !isBusy} onMark={(state) => void mark(entry.key, state)} onDraft={readOnly ? null : (text) => void keepDraft(entry.key, text)} />)}</ul>
          </section>
        );
      })}
      {held.length > 0 && <HeldPeople held={held} />}
    </Card>
  );
}

function HeldPeople({ held }: { readonly held: readonly HeldName[] }) {
  const { t } = useTranslation('oneByOne');
  const voice = useChartVoice();
  return (
    <details className="today-held">
      <summary>{voice.text('oneByOne.held', { count: held.length })}</summary>
      <p className="chart-note">{t('heldText')}</p>
      <ul>{held.map((one) => <li key={one.key}><b>{one.name ?? t('unknown')}</b> <span>{whyWords(one, voice)}</span></li>)}</ul>
    </details>
  );
}
