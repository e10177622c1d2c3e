import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { stableText } from '../../state/operation-cache.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { promiseChoice, promiseFinding, PROMISE_STATE_ORDER, PROMISE_TIMES, type PromiseStateCode, type PromiseSummary, type PromiseTimes } from './promise-words.ts';
import { PromiseTable } from './PromiseTable.tsx';
import { usePromiseVerdict } from './use-promise-verdict.ts';
import './promises.css';

const SHOWN = 8;

/** Registro delle promesse: the share that was kept, counts by state, and every promise with what it rests on. */
export function PromisesCard() {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const summary = useOperation('promises.summary', scope);
  return (
    <Answer state={summary} shape="lines" rows={4}>
      {(value) => (
        <Card
          className="promises"
          title={t('title')}
          subtitle={value.total === 0 ? t('empty') : voice.text('promises.subtitle', { count: value.total, unverifiable: voice.count(value.rate.unverifiable) })}
          foot={
            <>
              <Button variant="plain" size="small" onPress={() => openMetric('promises')}>{t('definitions.register')}</Button>
              <Button variant="plain" size="small" onPress={() => openMetric('promises-due')}>{t('definitions.due')}</Button>
              <Button variant="plain" size="small" onPress={() => openMetric('promises-kept')}>{t('definitions.rate')}</Button>
            </>
          }
        >
          {value.total > 0 && <Register key={stableText(scope)} summary={value} />}
        </Card>
      )}
    </Answer>
  );
}

function Register({ summary }: { readonly summary: PromiseSummary }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const scope = useScope();
  const { readOnly } = useProject();
  const desk = usePromiseVerdict();
  const [state, setState] = useState<PromiseStateCode | null>(null);
  const [times, setTimes] = useState<PromiseTimes>('all');
  const [page, setPage] = useState(0);
  const list = useOperation('promises.list', { ...scope, ...promiseChoice(state, times), page, size: SHOWN });
  return (
    <>
      <p className="promise-finding">{promiseFinding(summary, voice)}</p>
      <ul className="promise-totals">
        {PROMISE_STATE_ORDER.map((code) => {
          const n = summary.named[code] + summary.unnamed[code];
          return (
            <li key={code} data-chosen={state === code}>
              <button
                type="button"
                className="promise-number"
                aria-pressed={state === code}
                aria-label={t('show', { state: t(`states.${code}`), n: voice.count(n) })}
                onClick={() => {
                  setState(state === code ? null : code);
                  setPage(0);
                }}
              >
                {voice.count(n)}
              </button>
              <span className="promise-name" data-state={code}>{t(`states.${code}`)}</span>
              <span className="promise-quiet">{t('counted', { named: voice.count(summary.named[code]), unnamed: voice.count(summary.unnamed[code]) })}</span>
            </li>
          );
        })}
      </ul>
      <div className="promise-controls">
        <Segmented
          label={t('time')}
          value={times}
          options={PROMISE_TIMES.map((value) => ({ value, label: t(`times.${value}`) }))}
          onChange={(value) => {
            setTimes(value);
            setPage(0);
          }}
        />
        <p className="promise-note" role="status">
          {desk.last !== null && (
            <>
              {t(desk.last.byHand ? 'changed' : 'takenBack', { state: t(`state.${desk.last.state}`) })}
              <Button variant="plain" size="small" onPress={() => void desk.undo()}>{t('undo')}</Button>
            </>
          )}
        </p>
      </div>
      {desk.failure !== null && <FailureNotice failure={desk.failure} onDismiss={desk.dismiss} />}
      <Answer state={list} shape="lines" rows={4}>
        {({ total, promises }) =>
          total === 0 ? <p className="quiet-text">{t('none')}</p> : (
            <>
              <PromiseTable promises={promises} {...(readOnly ? {} : { onDecide: (promise, chosen) => void desk.decide(promise, chosen) })} />
              <PageButtons page={page} size={SHOWN} total={total} onPage={setPage} />
            </>
          )}
      </Answer>
    </>
  );
}
