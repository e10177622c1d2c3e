import { useTranslation } from 'react-i18next';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { changeWords, measuredMessages, measuredWords, measureWords, valueWords, type HypothesisLine } from './hypothesis-words.ts';

/** A window ends with a day: what is shown is that day, not the moment after it. */
const HALF_DAY_MS = 43_200_000;
const STATE_TONES = { waiting: 'neutral', due: 'gold', judged: 'neutral', withdrawn: 'neutral' } as const;
const VERDICT_TONES = { reached: 'accent', 'not-reached': 'warm', 'no-effect': 'neutral', undecided: 'gold', 'too-few': 'neutral' } as const;

/** One hypothesis: the target, how far it has come, the figures before and in its period, and what later data say. */
export function HypothesisItem({ hypothesis, isChangeable }: { readonly hypothesis: HypothesisLine; readonly isChangeable: boolean }) {
  const { t } = useTranslation('hypotheses');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { openMessages, openMetric } = useSidePanel();
  const tribes = useOperation('tribes.list', hypothesis.measure === 'tribe-answered' ? {} : null);
  const { id, target, unit, state, verdicts, registeredMs, data, fromMs, toMs, readyMs, baseline, isTest, met, metric, note, measure } = hypothesis;
  const tribeOf = (tribe: string): string => {
    const found = tribes.status === 'value' ? tribes.value.tribes.find((one) => one.id === tribe) : undefined;
    return found === undefined ? tribe : tribeName(found, voice);
  };
  const what = measureWords(hypothesis, { voice, tribeOf });
  const statement = t('statement', { what: what.replace(/\.$/u, ''), direction: t(`direction.${target.direction}`), value: valueWords(target.value, unit, voice) });
  const [first, ...later] = verdicts;
  const withdraw = async (): Promise<void> => {
    const done = await workbench.run('hypotheses.withdraw', { id, withdrawn: state !== 'withdrawn' });
    workbench.failure.set(done.ok ? null : done.failure);
    if (done.ok) await workbench.refresh();
  };
  return (
    <li className="kept-finding hypothesis" data-state={state === 'withdrawn' ? 'rejected' : state}>
      <p className="kept-sentence">{statement}</p>
      <p className="kept-facts">
        <Chip label={first === undefined ? t(`state.${state}`) : t(`verdict.${first.verdict}`)} tone={first === undefined ? STATE_TONES[state] : VERDICT_TONES[first.verdict]} />
        {first !== undefined && <span>{t('judgedOn', { date: voice.date(first.atMs) })}</span>}
        {state === 'waiting' && <span>{t('waits', { date: voice.date(readyMs) })}</span>}
        {!isTest && <Chip label={t('description')} tone="gold" />}
        {met && <Chip label={t('met')} tone="gold" />}
      </p>
      {first !== undefined && <p className="kept-words">{t(`why.${first.verdict}`)}</p>}
      <p className="kept-facts">
        <span>{t('baseline', { value: measuredWords(baseline, unit, voice) })}</span>
        {first !== undefined && <span>{t('found', { value: measuredWords(first.figure, unit, voice) })}</span>}
        {first?.change != null && <span>{t('change', { value: changeWords(first.change, unit, voice) })}</span>}
      </p>
      {later.map(({ verdict, figure, atMs }) => <p key={atMs} className="kept-facts">{t('later', { date: voice.date(atMs), verdict: t(`verdict.${verdict}`), value: measuredWords(figure, unit, voice) })}</p>)}
      <p className="kept-facts">
        <span>{voice.text('hypotheses.registered', { count: data.messages, date: voice.date(registeredMs) })}</span>
        <span>{t('window', { from: voice.date(fromMs), to: voice.date(toMs - HALF_DAY_MS) })}</span>
      </p>
      {note !== '' && <p className="kept-words">{note}</p>}
      <div className="kept-ways">
        {measure !== 'figure' && <Button size="small" variant="plain" onPress={() => openMessages(measuredMessages(hypothesis, { toMs: fromMs }), { title: what })}>{t('messagesBefore')}</Button>}
        {measure !== 'figure' && first !== undefined && <Button size="small" variant="plain" onPress={() => openMessages(measuredMessages(hypothesis, { fromMs, toMs }), { title: what })}>{t('messagesJudged')}</Button>}
        {metric !== null && <Button size="small" variant="plain" onPress={() => openMetric(metric)}>{t('place')}</Button>}
        {isChangeable && (state === 'waiting' || state === 'withdrawn') && <Button size="small" variant="plain" aria-label={state === 'waiting' ? t('withdrawOf', { what }) : t('restoreOf', { what })} onPress={() => void withdraw()}>{t(state === 'waiting' ? 'withdraw' : 'restore')}</Button>}
      </div>
    </li>
  );
}
