import { useTranslation } from 'react-i18next';
import { initiativeSentences } from '../../../domain/wording/initiative-sentence.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { CountBars } from '../../charts/CountBars.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { countedWords, windowRows, type AccountValue } from './initiative-account-words.ts';

const DAY_MS = 86_400_000;
const PACE_HEIGHT = 200;

/** The account of one initiative: what happened, the three windows side by side, who stayed. */
export function InitiativeAccount({ id }: { readonly id: string }) {
  const { clock: _clock, ...scope } = useScope();
  const state = useOperation('initiatives.account', { ...scope, id });
  return (
    <Answer state={state} shape="chart">
      {(account) => (
        <div className="strategy-stack">
          <PaceCard account={account} />
          <WindowsCard account={account} />
          <StayedCard account={account} />
        </div>
      )}
    </Answer>
  );
}

function PaceCard({ account }: { readonly account: AccountValue }) {
  const { t } = useTranslation('initiatives');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const { initiative: { name, kind, startMs, endMs, aim }, pace, posts } = account;
  const title = initiativeSentences(account, voice).join(' ');
  const dayOf = (day: number): string => voice.date(startMs + day * DAY_MS);
  const carried = [posts.n === 0 ? t('account.posts_zero') : voice.text('initiatives.account.posts', { count: posts.n }), ...(posts.missing === 0 ? [] : [voice.text('initiatives.account.missing', { count: posts.missing })])].join(' ');
  return (
    <ChartFrame
      title={title}
      subtitle={t('account.subtitle', { kind: t(`kinds.${kind}`), from: voice.date(startMs), to: voice.date(endMs - 1), posts: carried })}
      onDefinition={() => openMetric('initiative-half-life')}
      finding={{ metric: 'initiative' }}
      table={{ caption: t('account.paceLabel'), columns: [{ key: 'day', label: t('account.day') }, { key: 'messages', label: t('account.messages'), numeric: true }], rows: pace.counts.map((count, day) => [dayOf(day), voice.count(count)]) }}
      notes={
        <>
          {aim !== '' && <p className="chart-note">{t('account.aim', { aim })}</p>}
          <p className="chart-note">
            {t('account.paceLabel')}, {t(pace.underPosts ? 'account.underPosts' : 'account.all')}. {pace.peakMs !== null && t('account.peak', { date: voice.date(pace.peakMs), n: voice.count(pace.peak) })} {!pace.underPosts && t('account.base', { n: voice.number(pace.base) })} {pace.tooFew && t('account.few', { n: voice.count(pace.n) })}
          </p>
          <div className="kept-ways">
            {pace.messageIds.length > 0 && <Button variant="plain" size="small" onPress={() => openMessages({ messageIds: pace.messageIds }, { title: t('account.paceLabel'), count: pace.messageIds.length })}>{t('account.openMessages')}</Button>}
            {posts.messageIds.length > 0 && <Button variant="plain" size="small" onPress={() => openMessages({ messageIds: posts.messageIds }, { title: name, count: posts.messageIds.length })}>{t('account.openPosts')}</Button>}
          </div>
        </>
      }
    >
      {pace.counts.length > 0 && (
        <CountBars
          label={t('account.paceLabel')}
          hint={charts('frame.hint')}
          height={PACE_HEIGHT}
          count={voice.count}
          foot={dayOf}
          bars={pace.counts.map((value, day) => {
            const isDuring = startMs + day * DAY_MS < endMs;
            return { key: String(day), value, heading: dayOf(day), lines: [voice.text('initiatives.account.messagesOn', { count: value }), t(isDuring ? 'account.during' : 'account.later')], isMarked: isDuring };
          })}
        />
      )}
    </ChartFrame>
  );
}

function WindowsCard({ account }: { readonly account: AccountValue }) {
  const { t } = useTranslation('initiatives');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { clock: _clock, ...scope } = useScope();
  const { openMetric, openMessages } = useSidePanel();
  const { initiative: { name, startMs, endMs }, earlier, leastEarlier } = account;
  return (
    <Card
      title={t('windows.title')}
      subtitle={t('windows.subtitle', { days: voice.count(Math.round((endMs - startMs) / DAY_MS)) })}
      foot={
        <>
          <Button variant="plain" size="small" onPress={() => openMetric('initiative')}>{charts('frame.definition')}</Button>
          <Button variant="plain" size="small" onPress={() => openMessages({ ...scope, filters: { ...scope.filters, fromMs: startMs, toMs: endMs }, direction: 'inbound' }, { title: name })}>{t('windows.openDuring', { name })}</Button>
        </>
      }
    >
      <DataTable
        dense
        caption={t('windows.title')}
        rows={windowRows(account, voice)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', label: t('windows.measure'), cell: ({ name: measure }) => measure },
          { key: 'before', label: t('windows.before'), align: 'end', cell: ({ cells }) => cells.before },
          { key: 'during', label: t('windows.during'), align: 'end', cell: ({ cells }) => cells.during },
          { key: 'after', label: t('windows.after'), align: 'end', cell: ({ cells }) => cells.after },
          { key: 'usual', label: t('windows.usual'), align: 'end', cell: ({ usual }) => usual },
          { key: 'verdictDuring', label: t('windows.verdictDuring'), cell: ({ during }) => during },
          { key: 'verdictAfter', label: t('windows.verdictAfter'), cell: ({ after }) => after },
        ]}
      />
      <p className="chart-note">{earlier < leastEarlier ? voice.text('initiatives.windows.short', { count: earlier, least: voice.count(leastEarlier) }) : t('windows.base', { n: voice.count(earlier) })}</p>
    </Card>
  );
}

function StayedCard({ account: { stayed, newcomers } }: { readonly account: AccountValue }) {
  const { t } = useTranslation('initiatives');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const signed = (share: number): string => `${share < 0 ? '−' : '+'}${voice.inHundred(Math.abs(share))}`;
  return (
    <Card
      title={t('stayed.title')}
      subtitle={stayed === null ? t('stayed.noPosts') : t('stayed.subtitle', { withIt: voice.count(newcomers.withIt), otherwise: voice.count(newcomers.otherwise) })}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('initiative-stayed')}>{charts('frame.definition')}</Button>}
    >
      {stayed !== null && (
        <DataTable
          dense
          caption={t('stayed.title')}
          rows={stayed}
          rowKey={({ days }) => days}
          columns={[
            { key: 'days', label: t('stayed.after'), cell: ({ days }) => t('stayed.days', { n: voice.count(days) }) },
            { key: 'withIt', label: t('stayed.withIt'), align: 'end', cell: ({ withIt, tooFew }) => (withIt.n === 0 ? t('stayed.notWatched') : tooFew ? t('stayed.few', { n: voice.count(withIt.n) }) : countedWords(withIt, voice)) },
            { key: 'otherwise', label: t('stayed.otherwise'), align: 'end', cell: ({ otherwise }) => (otherwise.n === 0 ? t('stayed.notWatched') : countedWords(otherwise, voice)) },
            { key: 'difference', label: t('stayed.difference'), align: 'end', cell: ({ difference }) => (difference === null ? t('none') : t('stayed.signed', { share: signed(difference.estimate), low: signed(difference.low), high: signed(difference.high) })) },
          ]}
        />
      )}
    </Card>
  );
}
