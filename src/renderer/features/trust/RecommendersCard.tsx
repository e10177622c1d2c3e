import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { boundedWords } from '../../charts/counted-words.ts';
import { TieBars } from '../../charts/TieBars.tsx';
import { tieNumber } from '../../charts/tie-number.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

type Recommenders = OperationValue<'trust.recommenders'>;
type Reach = Recommenders['reaches'][number];

/** Reaches whose tie the data can show. */
const SEEN: ReadonlySet<Reach['reach']> = new Set(['strong', 'weak', 'none']);

function recommendersSentence({ strong, otherwise, recommendations }: Recommenders, voice: ChartVoice): string {
  if (recommendations === 0) return voice.text('trust.recommenders.noAdvice');
  if (strong.estimate === null || strong.low === null || strong.high === null) return voice.text('trust.recommenders.few', { n: voice.count(strong.n), all: voice.count(recommendations) });
  const apart = otherwise.low === null || otherwise.high === null ? 'alone' : strong.low > otherwise.high ? 'more' : strong.high < otherwise.low ? 'less' : 'alike';
  return voice.text(`trust.recommenders.${apart}`, { strong: voice.inHundred(strong.estimate), low: voice.inHundred(strong.low), high: voice.inHundred(strong.high), otherwise: voice.inHundred(otherwise.estimate ?? 0) });
}

/** Word of mouth to close people and to all others: unpaid recommendations by the tie they go along, those without a visible tie apart. */
export function RecommendersCard() {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const state = useOperation('trust.recommenders', scope);
  return (
    <Answer state={state} shape="table">
      {(value) => {
        const { reaches, strong, otherwise, untimed, strength, pairs, people, recommendations } = value;
        const { estimate, low, high, n } = strong;
        const isClear = estimate !== null && low !== null && high !== null;
        return (
          <ChartFrame
            title={recommendersSentence(value, voice)}
            subtitle={voice.text('trust.recommenders.subtitle', { n: voice.count(recommendations), people: voice.count(people) })}
            onDefinition={() => openMetric('recommender-ties')}
            finding={{ metric: 'recommender-ties', form: isClear ? 'clear' : 'too-few', ...(isClear ? { figure: { unit: 'share' as const, estimate, low, high, n, source: { operation: 'trust.recommenders', input: scope, at: ['strong'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } } : {}) }}
            table={{
              caption: t('recommenders.caption'),
              columns: [{ key: 'reach', label: t('recommenders.column.reach') }, { key: 'n', label: t('recommenders.column.n'), numeric: true }, { key: 'people', label: t('recommenders.column.people'), numeric: true }],
              rows: reaches.map((own) => [t(`recommenders.reach.${own.reach}`), voice.count(own.recommendations), voice.count(own.people)]),
            }}
            notes={
              <>
                {strong.n > 0 && <p className="chart-note">{voice.text('trust.recommenders.compared', { strong: boundedWords(strong, voice), otherwise: boundedWords(otherwise, voice) })}</p>}
                {strength.median !== null && strength.lowerQuartile !== null && strength.upperQuartile !== null && <p className="chart-note">{voice.text('trust.recommenders.strength', { median: tieNumber(strength.median, voice), low: tieNumber(strength.lowerQuartile, voice), high: tieNumber(strength.upperQuartile, voice) })}</p>}
                {untimed > 0 && <p className="chart-note">{voice.text('trust.recommenders.untimed', { count: untimed })}</p>}
              </>
            }
          >
            {recommendations > 0 && (
              <>
                <Reaches reaches={reaches.filter(({ reach }) => SEEN.has(reach))} caption={t('recommenders.seen')} />
                <Reaches reaches={reaches.filter(({ reach }) => !SEEN.has(reach))} caption={t('recommenders.unseen')} quiet />
              </>
            )}
            {pairs.length > 0 && <StrongPairs pairs={pairs} />}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

/** Bars of one kind of reach; a share of what the data do not see would mean nothing, so bars are of their own kind alone. */
function Reaches({ reaches, caption, quiet = false }: { readonly reaches: Recommenders['reaches']; readonly caption: string; readonly quiet?: boolean }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const all = reaches.reduce((sum, { recommendations }) => sum + recommendations, 0);
  return (
    <>
      <h3 className="reach-heading">{caption} <span className="trust-quiet">{voice.count(all)}</span></h3>
      <ul className="reach-bars" data-quiet={quiet}>
        {reaches.map(({ reach, recommendations, people, messageIds }) => {
          const name = t(`recommenders.reach.${reach}`);
          return (
            <li key={reach}>
              <span>{name}</span>
              <span className="tie-funnel-bar"><span aria-hidden="true" style={{ inlineSize: all === 0 ? '0' : `${(100 * recommendations) / all}%` }} /></span>
              {messageIds === null || messageIds.length === 0
                ? <strong>{voice.count(recommendations)}</strong>
                : <Button variant="plain" size="small" aria-label={t('recommenders.open', { n: voice.count(recommendations), reach: name })} onPress={() => openMessages({ messageIds }, { title: name, count: recommendations })}>{voice.count(recommendations)}</Button>}
              <span className="trust-quiet">{voice.text('trust.recommenders.people', { count: people })}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The strong ties along which recommendations went, as they were at that moment. */
function StrongPairs({ pairs }: { readonly pairs: Recommenders['pairs'] }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const name = ({ personName, otherName }: Recommenders['pairs'][number]): string => t('ties.pair', { one: personName, other: otherName ?? '' });
  return (
    <DataTable
      dense
      caption={t('recommenders.pairs')}
      rows={pairs}
      rowKey={({ person, other, lastMs, exchanges }) => `${String(person)} ${String(other)} ${String(lastMs)} ${String(exchanges)}`}
      columns={[
        { key: 'pair', label: t('ties.column.pair'), cell: (pair) => <span className="trust-cell"><span>{name(pair)}</span><span className="trust-quiet">{voice.network(pair.network)}</span></span> },
        { key: 'parts', label: t('ties.column.parts'), cell: (pair) => <TieBars parts={pair.parts} label={t('ties.barsOf', { pair: name(pair) })} /> },
        { key: 'mean', label: t('ties.column.mean'), align: 'end', cell: ({ strength }) => (strength === null ? <span className="trust-quiet">{t('ties.unknown')}</span> : tieNumber(strength, voice)) },
        { key: 'exchanges', label: t('ties.column.exchanges'), align: 'end', cell: ({ exchanges }) => voice.count(exchanges) },
        { key: 'open', label: t('ties.column.open'), cell: (pair) => <Button size="small" variant="plain" aria-label={t('ties.openOf', { pair: name(pair), n: voice.count(pair.exchanges) })} onPress={() => openMessages({ messageIds: pair.messageIds }, { title: name(pair), count: pair.exchanges })}>{t('ties.open')}</Button> },
      ]}
    />
  );
}
