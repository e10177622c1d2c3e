import { Scale } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../contract/operations.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { useSidePanel } from '../state/panels.ts';
import { useStore } from '../state/store.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Progress } from '../ui/Progress.tsx';
import { IntervalChart } from './IntervalChart.tsx';
import { changeName, evenSteps, scepticNumber, scepticRows, thresholdWords, verdictWords, type ScepticFound, type ScepticUnit } from './sceptic-words.ts';
import { useChartVoice } from './use-chart-voice.ts';
import './sceptic.css';

export interface ScepticButtonProps {
  readonly sentence: string;
  readonly unit: ScepticUnit;
  readonly source: OperationInput<'findings.challenge'>['source'];
}

/** Opens the sceptic beside a sentence that rests on a figure: what would make it false, and how the figure bears changes. */
export function ScepticButton({ sentence, unit, source }: ScepticButtonProps) {
  const { t } = useTranslation('sceptic');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="plain" className="page-link" icon={<Scale size={14} aria-hidden="true" />} aria-label={t('openOf', { sentence: sentence.slice(0, 80) })} onPress={() => setOpen(true)}>{t('open')}</Button>
      <Dialog title={t('open')} isOpen={isOpen} onClose={() => setOpen(false)} width="wide">
        {isOpen && <Challenge sentence={sentence} unit={unit} source={source} />}
      </Dialog>
    </>
  );
}

function Challenge({ sentence, unit, source }: ScepticButtonProps) {
  const { t } = useTranslation('sceptic');
  const { state, share, cancel, again } = useChallenge({ unit, source });
  return (
    <div className="sceptic">
      <blockquote className="sceptic-sentence">{sentence}</blockquote>
      <p className="quiet-text">{t('subtitle')}</p>
      {state === 'running' && (
        <div className="sceptic-running">
          <Progress label={t('running')} share={share} />
          <Button onPress={cancel}>{t('cancel')}</Button>
        </div>
      )}
      {state === 'cancelled' && <div className="sceptic-running"><p>{t('cancelled')}</p><Button onPress={again}>{t('again')}</Button></div>}
      {typeof state === 'object' && (state.ok ? <Found found={state.value} unit={unit} /> : <div className="sceptic-running"><p>{t('failed', { message: state.failure.message })}</p><Button onPress={again}>{t('again')}</Button></div>)}
    </div>
  );
}

type ChallengeState = 'running' | 'cancelled' | Outcome<ScepticFound>;

/** Challenges a figure as long as somebody looks: closing the dialog cancels. */
function useChallenge({ unit, source }: Pick<ScepticButtonProps, 'unit' | 'source'>): { readonly state: ChallengeState; readonly share: number | null; readonly cancel: () => void; readonly again: () => void } {
  const { jobs } = useWorkbench();
  const [state, setState] = useState<ChallengeState>('running');
  const [round, setRound] = useState(0);
  const key = JSON.stringify([unit, source]);
  const job = useStore(jobs.running).find(({ name }) => name === 'findings.challenge');
  const cancel = (): void => {
    for (const { name, jobId } of jobs.running.get()) if (name === 'findings.challenge') jobs.cancel(jobId);
  };
  useEffect(() => {
    let isLooking = true;
    setState('running');
    const [wantedUnit, wantedSource] = JSON.parse(key) as [ScepticUnit, ScepticButtonProps['source']];
    void jobs.run('findings.challenge', { unit: wantedUnit, source: wantedSource }).then((outcome) => {
      if (isLooking) setState(!outcome.ok && outcome.failure.code === 'cancelled' ? 'cancelled' : outcome);
    });
    return () => {
      isLooking = false;
      for (const { name, jobId } of jobs.running.get()) if (name === 'findings.challenge') jobs.cancel(jobId);
    };
  }, [jobs, key, round]);
  const { done = 0, total = null } = job?.progress ?? {};
  return { state, share: total === null || total === 0 ? null : done / total, cancel, again: () => setRound(round + 1) };
}

function Found({ found, unit }: { readonly found: ScepticFound; readonly unit: ScepticUnit }) {
  const { t } = useTranslation('sceptic');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { now, claim, distance, variations, unvaried, joint, verdict } = found;
  if (now === null) return <p>{t('gone')}</p>;
  if (claim === null || distance === null) return <p>{t('noClaim')}</p>;
  const { rows, left } = scepticRows(found, unit, voice);
  const definition = (): void => openMetric('sceptic');
  const isWait = unit === 'seconds' || unit === 'seconds-difference';
  return (
    <>
      <p className="sceptic-verdict" data-level={verdict.level}>{verdictWords(found, voice)}</p>
      <p>{thresholdWords(found, unit, voice)}</p>
      {rows.length > 1 && (
        <section aria-label={t('chart')}>
          <IntervalChart
            label={t('chart')}
            hint={charts('frame.hint')}
            labelWidth={250}
            rowHeight={28}
            rows={rows.map(({ key, label, words, standing, ...row }) => ({ key, label, ...row, value: words, lines: [words, standing].filter((line) => line !== ''), color: key === 'today' ? 'var(--accent)' : 'var(--muted)', open: definition }))}
            tick={(value) => (isWait ? `${value < 0 ? '−' : '+'}${voice.shortDuration(Math.abs(value))}` : scepticNumber(value + distance.threshold, unit, found, voice))}
            {...(isWait ? {} : { ticks: evenSteps })}
            zeroTick={distance.threshold === 0 ? '0' : scepticNumber(distance.threshold, unit, found, voice)}
            zero={t('zero')}
            sides={{ below: `← ${t('below')}`, above: `${t('above')} →` }}
          />
        </section>
      )}
      {left > 0 && <p className="chart-note">{t('more', { count: left })}</p>}
      {joint !== null && joint.low !== null && joint.high !== null && (
        <p className="chart-note">
          {t('drawnNote', { list: voice.list(joint.drawn.map((part) => t(`drawn.${part}`))), definitions: voice.count(joint.definitions), low: scepticNumber(joint.low, unit, found, voice), high: scepticNumber(joint.high, unit, found, voice), seed: joint.seed })}
          {joint.draws < joint.asked && ` ${t('fewerDraws', { draws: voice.count(joint.draws), asked: voice.count(joint.asked) })}`}
        </p>
      )}
      {variations.length > 0 && (
        <details className="sceptic-table">
          <summary>{charts('frame.table')}</summary>
          <div className="table-scroll">
            <table>
              <thead><tr>{(['change', 'figure', 'standing', 'n'] as const).map((column) => <th key={column} scope="col">{t(`columns.${column}`)}</th>)}</tr></thead>
              <tbody>{variations.map((varied) => (
                <tr key={`${varied.change} ${varied.rule ?? ''}`}>
                  <th scope="row">{changeName(varied, voice)}</th>
                  <td>{varied.estimate === null ? t('noFigure') : scepticNumber(varied.estimate, unit, found, voice)}</td>
                  <td>{t(`standing.${varied.standing}`)}</td>
                  <td>{varied.n === null ? '' : voice.count(varied.n)}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
        </details>
      )}
      {unvaried.length > 0 && (
        <section className="sceptic-unvaried">
          <h3>{t('unvaried')}</h3>
          <ul>{unvaried.map(({ change, reason }) => <li key={change}>{t(`change.${change}`)}: {t(`reason.${reason}`)}</li>)}</ul>
        </section>
      )}
      <Button size="small" variant="plain" onPress={definition}>{charts('frame.definition')}</Button>
    </>
  );
}
