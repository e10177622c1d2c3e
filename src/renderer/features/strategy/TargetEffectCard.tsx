import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { ShiftFields } from './ShiftFields.tsx';
import { shiftDraft, shiftOf, shiftProblems, type ShiftDraft } from './simulator-draft.ts';
import { backTestResult } from './simulator-words.ts';
import { TargetForecastFrame } from './TargetForecastFrame.tsx';
import { inTenths, reasonWords, signedNumber, targetSentence, type TargetEffect } from './target-words.ts';
import './simulator.css';

/** What the target of the pitch would do: the hours it moves, and where the back-test allows it what that would bring. */
export function TargetEffectCard() {
  const scope = useScope();
  const [today, setToday] = useState<ShiftDraft | null>(null);
  const state = useOperation('strategy.targetEffect', { ...scope, ...(today === null ? {} : { today: [shiftOf(today)] }) });
  return <Answer state={state} shape="chart">{(effect) => <Effect effect={effect} onToday={setToday} />}</Answer>;
}

function Effect({ effect, onToday }: { readonly effect: TargetEffect; readonly onToday: (shift: ShiftDraft) => void }) {
  const { t } = useTranslation('targets');
  const { t: strategy } = useTranslation('strategy');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { text, form } = targetSentence(effect, voice);
  const { forecast, time, missing, n } = effect;
  const below = (
    <>
      {missing.length > 0 && (
        <>
          <p className="chart-note">{t('target.missing', { lines: voice.list(missing.map((line) => strategy(`formation.lines.${line}`))) })}</p>
          <p><Button className="page-link" onPress={() => document.querySelector<HTMLInputElement>('.minutes-lines input')?.focus()}>{t('target.writeMinutes')}</Button></p>
        </>
      )}
      {time !== null && <TargetFacts effect={effect} />}
      {time !== null && <WhyNot effect={effect} />}
      {time !== null && effect.backTest !== null && <TodayForm key={JSON.stringify(effect.today)} effect={effect} onToday={onToday} />}
    </>
  );
  if (forecast !== null) return <TargetForecastFrame effect={effect} forecast={forecast} title={text} form={form} notes={below} />;
  return (
    <Card className="target-effect" title={text} subtitle={voice.text('targets.target.subtitle', { count: n })} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${text}`} onPress={() => openMetric('formation-target')}>{charts('frame.definition')}</Button>}>
      {below}
    </Card>
  );
}

function TargetFacts({ effect: { time, pace } }: { readonly effect: TargetEffect }) {
  const { t } = useTranslation('targets');
  const voice = useChartVoice();
  if (time === null) return null;
  const tenths = (value: number): string => inTenths(value, voice);
  const range = ({ low, high }: { readonly low: number; readonly high: number }, write = tenths): string | null => (low === high ? null : t('target.between', { low: write(low), high: write(high) }));
  const signed = (value: number): string => signedNumber(value, tenths);
  return (
    <div className="target-facts">
      <Measure label={t('target.facts.team')} value={t('target.hours', { n: tenths(time.team.estimate) })} interval={range(time.team) ?? voice.text('targets.target.weeks', { count: time.weeks })} />
      <Measure label={t('target.facts.listening')} value={t('target.hours', { n: tenths(time.listening.estimate) })} interval={range(time.listening)} />
      <Measure label={t('target.facts.moved')} value={t('target.hours', { n: signed(time.moved.estimate) })} interval={range(time.moved, signed)} />
      {pace !== null && <Measure label={t('target.facts.pace')} value={tenths(pace.anHour.estimate)} interval={range(pace.anHour) ?? t('target.answered', { n: tenths(pace.answeredAWeek) })} />}
    </div>
  );
}

function WhyNot({ effect }: { readonly effect: TargetEffect }) {
  const { t } = useTranslation('simulator');
  const voice = useChartVoice();
  const reason = reasonWords(effect, voice);
  const { backTest } = effect;
  return (
    <>
      {reason !== null && <p className="chart-note">{reason}</p>}
      {backTest !== null && <p className="chart-note">{t(`backTest.title.${backTest.verdict}`)}. {backTestResult(backTest, voice) ?? ''} {t('backTest.need')}</p>}
    </>
  );
}

function TodayForm({ effect: { today, todayFrom }, onToday }: { readonly effect: TargetEffect; readonly onToday: (shift: ShiftDraft) => void }) {
  const { t } = useTranslation('targets');
  const [draft, setDraft] = useState(() => shiftDraft(today));
  const { people, hours } = shiftProblems(draft);
  return (
    <div className="target-today">
      <ShiftFields legend={t('target.todayTitle')} shift={draft} onShift={setDraft} />
      <Button className="page-link" isDisabled={people || hours} onPress={() => onToday(draft)}>{t('target.recompute')}</Button>
      <p className="chart-note">{t(`target.todayFrom.${todayFrom}`)}</p>
    </div>
  );
}
