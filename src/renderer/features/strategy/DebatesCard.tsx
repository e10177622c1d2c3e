import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { boundedWords, shareWords, type CountedShare } from '../../charts/counted-words.ts';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { tieNumber } from '../../charts/tie-number.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

type Debates = OperationValue<'strategy.debates'>;
type Thread = Debates['shown'][number];

function debatesSentence({ threads, unseen, asked, difference }: Debates, voice: ChartVoice): string {
  if (threads === 0) return voice.text(unseen > 0 ? 'strategy.debates.unseenAll' : 'strategy.debates.none');
  if (asked.n === 0) return voice.text('strategy.debates.noAsked');
  if (asked.estimate === null || asked.low === null || asked.high === null) return voice.text('strategy.debates.few', { k: voice.count(asked.k), n: voice.count(asked.n) });
  const apart = difference === null ? 'alone' : difference.low > 0 ? 'more' : difference.high < 0 ? 'less' : 'alike';
  return voice.text(`strategy.debates.${apart}`, { share: voice.inHundred(asked.estimate), low: voice.inHundred(asked.low), high: voice.inHundred(asked.high) });
}

function debatesForm({ asked, difference }: Debates): 'clear' | 'not-clear' | 'too-few' {
  if (asked.estimate === null) return 'too-few';
  return difference !== null && (difference.low > 0 || difference.high < 0) ? 'clear' : 'not-clear';
}

/** Which threads were debates among people, and whether posts that ask for one get one. */
export function DebatesCard() {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const scope = useScope();
  const state = useOperation('strategy.debates', scope);
  return (
    <Answer state={state} shape="table">
      {(value) => {
        const { threads, small, indexed, debates, unseen, cut, early, asked, unasked, shown, watchedDays, debateIds } = value;
        const { estimate, low, high, n } = asked;
        const column = (key: string): string => voice.text(`strategy.debates.column.${key}`);
        const leftOut = [{ key: 'unseen', count: threads === 0 ? 0 : unseen }, { key: 'cut', count: cut }, { key: 'small', count: small }, { key: 'early', count: early }];
        return (
          <ChartFrame
            title={debatesSentence(value, voice)}
            subtitle={voice.text('strategy.debates.subtitle', { threads: voice.count(threads), indexed: voice.count(indexed), debates: voice.count(debates) })}
            onDefinition={() => openMetric('debate-index')}
            finding={{ metric: 'debate-index', form: debatesForm(value), ...(estimate === null || low === null || high === null ? {} : { figure: { unit: 'share' as const, estimate, low, high, n, source: { operation: 'strategy.debates', input: scope, at: ['asked'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }) }}
            table={{
              caption: t('debates.caption'),
              columns: [{ key: 'thread', label: column('thread') }, { key: 'index', label: column('index'), numeric: true }, { key: 'voices', label: column('voices'), numeric: true }, { key: 'between', label: column('between'), numeric: true }, { key: 'depth', label: column('depth'), numeric: true }, { key: 'balance', label: column('balance'), numeric: true }],
              rows: shown.map((thread) => [thread.text, partWords(thread.index, voice), voice.count(thread.voices), shareWords({ ...thread.between, estimate: null, low: null, high: null }, voice), voice.count(thread.depth), partWords(thread.balance, voice)]),
            }}
            notes={leftOut.some(({ count }) => count > 0) && <p className="chart-note">{leftOut.filter(({ count }) => count > 0).map(({ key, count }) => voice.text(`strategy.debates.${key}`, { count, days: voice.count(watchedDays) })).join(' ')}</p>}
          >
            {asked.n + unasked.n > 0 && <AskedShares value={value} />}
            {shown.length > 0 && (
              <>
                <h3 className="debate-heading">{t('debates.listed')}{debateIds !== null && debateIds.length > 0 && <Button variant="plain" size="small" onPress={() => openMessages({ messageIds: debateIds }, { title: t('debates.openAll'), count: debates })}>{t('debates.openAll')}</Button>}</h3>
                <ThreadTable shown={shown} />
              </>
            )}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

function partWords(part: number | null, voice: ChartVoice): string {
  return part === null ? '–' : tieNumber(part, voice);
}

/** How many of the brand's posts became a debate: those that ask the audience something, and the others. */
function AskedShares({ value: { asked, unasked, askedIds, askedDebateIds } }: { readonly value: Debates }) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const row = (key: 'asked' | 'unasked', share: CountedShare, ids: readonly (readonly [words: string, messageIds: number[] | null])[]) => (
    <li key={key}>
      <span>{t(`debates.${key}`)}</span>
      <ShareInterval estimate={share.estimate} low={share.low} high={share.high} color={key === 'asked' ? 'var(--accent)' : 'var(--outline)'} />
      <span>{boundedWords(share, voice)}</span>
      <span className="debate-quiet">{voice.text('strategy.debates.posts', { count: share.n })}</span>
      <span>{ids.map(([words, messageIds]) => messageIds !== null && messageIds.length > 0 && <Button key={words} variant="plain" size="small" onPress={() => openMessages({ messageIds }, { title: words, count: messageIds.length })}>{words}</Button>)}</span>
    </li>
  );
  return (
    <ul className="debate-shares" aria-label={t('debates.shares')}>
      {row('asked', asked, [[t('debates.openAsked'), askedIds], [t('debates.openBecame'), askedDebateIds]])}
      {row('unasked', unasked, [])}
    </ul>
  );
}

function ThreadTable({ shown }: { readonly shown: Debates['shown'] }) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const column = (key: string): string => voice.text(`strategy.debates.column.${key}`);
  const name = ({ text, author }: Thread): string => (text === '' ? (author ?? t('debates.untitled')) : text);
  return (
    <DataTable
      dense
      caption={t('debates.caption')}
      rows={shown}
      rowKey={({ rootId }) => String(rootId)}
      columns={[
        { key: 'thread', label: column('thread'), cell: (thread) => <span className="debate-thread"><span className="debate-text">{name(thread)}</span><span className="debate-quiet">{[voice.network(thread.network), ...(thread.atMs === null ? [] : [voice.date(thread.atMs)]), ...(thread.byBrand ? [] : [thread.author ?? t('debates.untitled')]), ...(thread.asks ? [t('debates.asks')] : [])].join(' · ')}</span></span> },
        { key: 'index', label: column('index'), align: 'end', cell: ({ index, isDebate }) => <span className={isDebate ? 'debate-index' : 'debate-quiet'}>{partWords(index, voice)}</span> },
        { key: 'voices', label: column('voices'), align: 'end', cell: ({ voices }) => voice.count(voices) },
        { key: 'between', label: column('between'), align: 'end', cell: ({ between: { k, n } }) => shareWords({ k, n, estimate: null, low: null, high: null }, voice) },
        { key: 'depth', label: column('depth'), align: 'end', cell: ({ depth }) => voice.count(depth) },
        { key: 'balance', label: column('balance'), align: 'end', cell: ({ balance }) => partWords(balance, voice) },
        { key: 'open', label: column('open'), cell: (thread) => thread.messageIds !== null && <Button size="small" variant="plain" aria-label={t('debates.openOf', { thread: name(thread) })} onPress={() => openMessages({ messageIds: thread.messageIds ?? [] }, { title: name(thread), count: thread.messageIds?.length ?? 0 })}>{t('debates.open')}</Button> },
      ]}
    />
  );
}
