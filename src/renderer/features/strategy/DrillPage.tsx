import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DRILL_CHOICES, type DrillChoice } from '../../../domain/model/ladder-step.ts';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DrillResult } from './DrillResult.tsx';
import './strategy.css';
import './ladder.css';

type Drill = OperationValue<'strategy.drill'>;
const MOST_MOMENTS = 1000;
/** Where keys are somebody else's. */
const OTHER_KEYS = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';

/** The worst past week, one criticism at a time; at the end the score beside what happened. */
export function DrillPage() {
  const { t } = useTranslation('ladder');
  const scope = useScope();
  const voice = useChartVoice();
  const { go } = useLocation();
  const [isOver, setOver] = useState(false);
  const state = useOperation('strategy.drill', { ...scope, size: MOST_MOMENTS });
  const leave = (): void => go({ path: ['strategy'], parameters: { view: 'ladder' } });
  const week = state.status === 'value' ? state.value.week : null;
  return (
    <RoomPage
      title={t('drill.title')}
      question={t('drill.question')}
      lead={week === null ? undefined : t('drill.lead', { week: week.key, n: voice.count(week.messages), unanswered: voice.count(week.unanswered) })}
      actions={<Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={leave}>{t('drill.back')}</Button>}
    >
      <Answer state={state} shape="lines" rows={6}>
        {(value) => (value.week === null ? <EmptyState title={t('drill.none')} text={t('drill.noneText')} /> : isOver || value.finished ? <DrillResult /> : <DrillDesk value={value} onLeave={leave} onEnd={() => setOver(true)} />)}
      </Answer>
    </RoomPage>
  );
}

function DrillDesk({ value, onLeave, onEnd }: { readonly value: Drill; readonly onLeave: () => void; readonly onEnd: () => void }) {
  const { t } = useTranslation('ladder');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { brand } = useScope();
  const { moments, week } = value;
  const [at, setAt] = useState(Math.min(value.next, moments.length - 1));
  const [note, setNote] = useState(moments[at]?.note ?? '');
  const moment = moments[at];
  const goTo = (position: number): void => {
    const place = Math.max(0, Math.min(moments.length - 1, position));
    setAt(place);
    setNote(moments[place]?.note ?? '');
  };
  const save = async (choice: DrillChoice | null, finished?: true): Promise<void> => {
    if (moment === undefined || week === null || readOnly) return;
    const saved = await workbench.run('strategy.saveDrill', { ...(brand === undefined ? {} : { brand }), week: week.key, decisions: [{ messageId: moment.messageId, choice, note }], ...(finished === undefined ? {} : { finished }) });
    workbench.failure.set(saved.ok ? null : saved.failure);
    if (saved.ok) await workbench.refresh();
  };
  const next = async (): Promise<void> => {
    if (moment !== undefined && moment.note !== note) await save(moment.choice);
    goTo(at + 1);
  };
  const finish = async (): Promise<void> => {
    await save(moment?.choice ?? null, true);
    onEnd();
  };
  useDrillKeys({ choose: (choice) => void save(choice), next: () => void next(), leave: onLeave });
  if (moment === undefined) return null;
  return (
    <div className="drill">
      <Card title={t('drill.position', { at: voice.count(at + 1), n: voice.count(moments.length) })} subtitle={`${voice.dateTime(moment.atMs)} · ${moment.authorName ?? t('drill.unnamed')} · ${moment.container ?? voice.network(moment.network)}`}>
        <p className="drill-message" aria-live="polite">{moment.text ?? t('drill.noText')}</p>
        <div className="drill-choices" role="group" aria-label={t('drill.choose')}>
          {DRILL_CHOICES.map((choice, place) => <Button key={choice} variant={moment.choice === choice ? 'primary' : 'quiet'} aria-pressed={moment.choice === choice} isDisabled={readOnly} onPress={() => void save(choice)}>{`${String(place + 1)} ${t(`drill.choices.${choice}`)}`}</Button>)}
        </div>
        <TextField label={t('drill.note')} value={note} onChange={setNote} maxLength={2000} isDisabled={readOnly} />
      </Card>
      <div className="drill-ways">
        <Button isDisabled={at === 0} onPress={() => goTo(at - 1)}>{t('drill.previous')}</Button>
        <Button isDisabled={readOnly || value.decided === 0} onPress={() => void finish()}>{t('drill.finish')}</Button>
        <Button variant="primary" isDisabled={at >= moments.length - 1} onPress={() => void next()}>{t('drill.next')}</Button>
      </div>
      <p className="quiet-text">{t('drill.keys')}</p>
    </div>
  );
}

/** Keys work wherever the focus is, before any command of the window hears them; Enter on a button is that button's. */
function useDrillKeys(ways: { readonly choose: (choice: DrillChoice) => void; readonly next: () => void; readonly leave: () => void }): void {
  const latest = useRef(ways);
  latest.current = ways;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || target?.closest(OTHER_KEYS) != null) return;
      const choice = DRILL_CHOICES[Number(event.key) - 1];
      if (choice !== undefined) latest.current.choose(choice);
      else if (event.key === 'Escape') latest.current.leave();
      else if (event.key === 'Enter' && target?.closest('a, button') == null) latest.current.next();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, []);
}
