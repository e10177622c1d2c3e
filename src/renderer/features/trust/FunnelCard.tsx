import { useTranslation } from 'react-i18next';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { boundedWords, shareWords, type CountedShare } from '../../charts/counted-words.ts';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { TribeMark } from '../../charts/TribeMark.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { groupName } from './trust-words.ts';

type Funnel = OperationValue<'trust.funnel'>;

const LEAST_PAIRS = 30;

function funnelSentence({ stages, days, pairs, between }: Funnel, voice: ChartVoice): string {
  const friends = stages.at(-1)?.ofMet;
  if (pairs === 0) return voice.text('trust.funnel.none', { days: voice.count(days) });
  if (friends?.estimate == null || friends.low === null || friends.high === null) return voice.text('trust.funnel.few', { days: voice.count(days), n: voice.count(pairs) });
  return voice.text(between === 'brand' ? 'trust.funnel.clearBrand' : 'trust.funnel.clear', { friends: voice.inHundred(friends.estimate), low: voice.inHundred(friends.low), high: voice.inHundred(friends.high), days: voice.count(days) });
}

/** From strangers to friends: how many pairs go a step further, as bars that narrow, and where they do in each tribe. */
export function FunnelCard({ between }: { readonly between: NonNullable<OperationInput<'trust.funnel'>['between']> }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const scope = useScope();
  const state = useOperation('trust.funnel', { ...scope, between });
  const column = (key: string): string => voice.text(`trust.funnel.column.${key}`);
  return (
    <Answer state={state} shape="table">
      {(funnel) => {
        const { stages, days, pairs, people, early, untimed } = funnel;
        const title = funnelSentence(funnel, voice);
        const { estimate = null, low = null, high = null, n = 0 } = stages.at(-1)?.ofMet ?? {};
        const tribes = funnel.tribes.filter(({ pairs: own }) => own >= LEAST_PAIRS);
        return (
          <ChartFrame
            title={title}
            subtitle={voice.text('trust.funnel.subtitle', { days: voice.count(days), pairs: voice.count(pairs), people: voice.count(people) })}
            onDefinition={() => openMetric('tie-funnel')}
            finding={{ metric: 'tie-funnel', form: estimate === null ? 'too-few' : 'clear', ...(estimate === null || low === null || high === null ? {} : { figure: { unit: 'share' as const, estimate, low, high, n, source: { operation: 'trust.funnel', input: { ...scope, between }, at: ['stages', { stage: 'friends' }, 'ofMet'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }) }}
            table={{
              caption: t('funnel.caption'),
              columns: [{ key: 'stage', label: column('stage') }, { key: 'pairs', label: column('pairs'), numeric: true }, { key: 'ofMet', label: column('ofMet'), numeric: true }, { key: 'ofPrevious', label: column('ofPrevious'), numeric: true }],
              rows: stages.map(({ stage, pairs: reached, ofMet, ofPrevious }) => [t(`funnel.stage.${stage}`), voice.count(reached), boundedWords(ofMet, voice), boundedWords(ofPrevious, voice)]),
            }}
            notes={early + untimed > 0 && <p className="chart-note">{voice.text('trust.funnel.apart', { early: voice.count(early), untimed: voice.count(untimed), days: voice.count(days) })}</p>}
          >
            {pairs > 0 && (
              <ol className="tie-funnel">
                {stages.map(({ stage, pairs: reached, ofMet, ofPrevious }, at) => (
                  <li key={stage}>
                    <span className="tie-funnel-name">{t(`funnel.stage.${stage}`)}</span>
                    <span className="tie-funnel-bar"><span aria-hidden="true" style={{ inlineSize: `${Math.max(0.5, (100 * reached) / pairs)}%` }} /></span>
                    <strong>{voice.count(reached)}</strong>
                    <span className="trust-quiet">{at === 0 ? '' : boundedWords(ofMet, voice)}</span>
                    <span className="trust-quiet">{at < 2 ? '' : `${column('ofPrevious')}: ${shareWords(ofPrevious, voice)}`}</span>
                  </li>
                ))}
              </ol>
            )}
            {tribes.length > 0 && (
              <DataTable
                dense
                caption={t('funnel.byTribe')}
                rows={tribes}
                rowKey={({ tribe }) => tribe}
                columns={[
                  { key: 'tribe', label: column('tribe'), cell: (group) => <span className="tie-funnel-tribe"><TribeMark color={group.color} shape={group.shape} />{groupName(group, voice)}</span> },
                  { key: 'pairs', label: column('pairs'), align: 'end', cell: ({ pairs: own }) => voice.count(own) },
                  { key: 'answered', label: column('answered'), cell: ({ answered }) => <Bounded share={answered} /> },
                  { key: 'friends', label: column('friends'), cell: ({ friends }) => <Bounded share={friends} /> },
                ]}
              />
            )}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

function Bounded({ share }: { readonly share: CountedShare }) {
  const voice = useChartVoice();
  return <span className="tie-funnel-share"><ShareInterval estimate={share.estimate} low={share.low} high={share.high} color="var(--accent)" /><span>{boundedWords(share, voice)}</span></span>;
}
