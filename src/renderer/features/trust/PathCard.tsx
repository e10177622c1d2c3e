import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { boundedWords, type CountedShare } from '../../charts/counted-words.ts';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { signedHundred } from './promise-cost-words.ts';
import { chanceNote, chanceWords, pathForm, pathTitle, type PathSideValue, type PathValue } from './promise-path-words.ts';

const DAYS = ['30', '90', '180'] as const;
const STEPS = ['praise', 'advice', 'before'] as const;
type Step = (typeof STEPS)[number];

/** From a kept promise to a compliment to a recommendation by the same person, beside what follows broken promises and what chance gives. */
export function PathCard() {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const [chosen, setChosen] = useParameter<(typeof DAYS)[number]>('path', { initial: '90', allowed: DAYS });
  const input = { ...scope, days: Number(chosen) };
  const state = useOperation('promises.path', input);
  return (
    <Answer state={state} shape="table">
      {(path) => {
        const { sides, days } = path;
        const kept = sides.find(({ side }) => side === 'kept');
        const { estimate = null, low = null, high = null, n = 0 } = kept?.praise ?? {};
        const column = (key: string): string => voice.text(`promises.path.column.${key}`);
        return (
          <ChartFrame
            className="path-card"
            title={pathTitle(path, voice)}
            subtitle={voice.text('promises.path.subtitle', { days: voice.count(days), kept: voice.count(n), broken: voice.count(sides.find(({ side }) => side === 'broken')?.praise.n ?? 0) })}
            onDefinition={() => openMetric('promise-path')}
            finding={{ metric: 'promise-path', form: pathForm(path), ...(estimate === null || low === null || high === null ? {} : { figure: { unit: 'share' as const, estimate, low, high, n, source: { operation: 'promises.path', input, at: ['sides', { side: 'kept' }, 'praise'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }) }}
            controls={<Segmented label={t('path.window')} value={chosen} options={DAYS.map((value) => ({ value, label: t('path.days', { days: voice.count(Number(value)) }) }))} onChange={setChosen} />}
            table={{
              caption: t('path.caption'),
              columns: [{ key: 'step', label: column('step') }, { key: 'kept', label: column('kept'), numeric: true }, { key: 'broken', label: column('broken'), numeric: true }, { key: 'chance', label: column('chance'), numeric: true }],
              rows: STEPS.map((step) => [t(`path.step.${step}`), ...sides.map((side) => boundedWords(side[step], voice)), chanceWords(path, step, voice)]),
            }}
            notes={
              <>
                <p className="chart-note">{chanceNote(path, voice)}</p>
                {path.difference !== null && <p className="chart-note">{voice.text('promises.path.difference', { low: signedHundred(path.difference.low, voice), high: signedHundred(path.difference.high, voice) })}</p>}
                {(['early', 'praiseEarly'] as const).map((key) => sumOf(sides, key) > 0 && <p key={key} className="chart-note">{voice.text(`promises.path.${key}`, { count: sumOf(sides, key), days: voice.count(days) })}</p>)}
              </>
            }
          >
            <DataTable
              dense
              caption={t('path.caption')}
              rows={STEPS}
              rowKey={(step) => step}
              columns={[
                { key: 'step', label: column('step'), cell: (step) => t(`path.step.${step}`) },
                ...sides.map((side) => ({ key: side.side, label: column(side.side), cell: (step: Step) => <StepCell side={side} step={step} /> })),
                { key: 'chance', label: column('chance'), cell: (step) => chanceWords(path, step, voice) },
              ]}
            />
            {kept !== undefined && kept.paths.length > 0 && <WholePaths paths={kept.paths} />}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

const sumOf = (sides: PathValue['sides'], key: 'early' | 'praiseEarly'): number => sides.reduce((sum, side) => sum + side[key], 0);

const MESSAGES = { praise: 'praiseMessageIds', advice: 'adviceMessageIds' } as const;

function StepCell({ side, step }: { readonly side: PathSideValue; readonly step: Step }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const share: CountedShare = side[step];
  const messageIds = step === 'before' ? null : side[MESSAGES[step]];
  const words = boundedWords(share, voice);
  const title = t(`path.open.${side.side}`, { step: t(`path.step.${step}`) });
  return (
    <span className="path-cell">
      {share.estimate !== null && <ShareInterval estimate={share.estimate} low={share.low} high={share.high} color={side.side === 'kept' ? 'var(--accent)' : 'var(--warm)'} />}
      {messageIds === null || messageIds.length === 0
        ? <span>{words}</span>
        : <Button variant="plain" size="small" className="promise-open" aria-label={`${words}: ${title}`} onPress={() => openMessages({ messageIds }, { title, count: messageIds.length })}>{words}</Button>}
      {share.estimate !== null && <span className="path-quiet">{voice.text('promises.path.of', { count: share.n })}</span>}
    </span>
  );
}

/** Who went the whole way, with the three messages of each. */
function WholePaths({ paths }: { readonly paths: PathSideValue['paths'] }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  return (
    <>
      <h3 className="cost-heading">{t('path.whole')}</h3>
      <ul className="path-people">
        {paths.map(({ accountId, name, network, messageIds }) => (
          <li key={accountId}>
            <span>{name} · {voice.network(network)}</span>
            <Button variant="plain" size="small" aria-label={t('path.openThreeOf', { name })} onPress={() => openMessages({ messageIds }, { title: t('path.openThreeOf', { name }), count: messageIds.length })}>{t('path.openThree')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}
