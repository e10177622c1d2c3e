import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ShareRow } from './ShareRow.tsx';
import { DebatesCard } from './DebatesCard.tsx';
import { PlacesCard } from './PlacesCard.tsx';
import { TenHoursCard } from './TenHoursCard.tsx';

/** The three causes on one screen, each with its signs. */
export function CausesView() {
  const { t } = useTranslation('strategy');
  const { t: charts } = useTranslation('charts');
  const scope = useScope();
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const state = useOperation('strategy.causes', scope);
  return (
    <Answer state={state} shape="cards" rows={3}>
      {({ causes }) => (
        <div className="strategy-columns">
          {causes.map(({ cause, signs }) => (
            <Card key={cause} title={t(`causes.${cause}.title`)} subtitle={t(`causes.${cause}.text`)} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t(`causes.${cause}.title`)}`} onPress={() => openMetric('three-causes')}>{charts('frame.definition')}</Button>}>
              <ul className="share-rows share-rows-narrow">
                {signs.map(({ sign, share, seconds, reason, messageIds }) => <ShareRow key={sign} name={voice.text(`strategy.signs.${sign}.name`)} what={voice.text(`strategy.signs.${sign}.what`)} share={share} seconds={seconds} reason={reason === null ? null : t(`reasons.${reason}`)} messageIds={messageIds} />)}
              </ul>
            </Card>
          ))}
        </div>
      )}
    </Answer>
  );
}

/** The five activities, each on a line of its own unit, and how broad and deep the brand plays. */
export function ActivitiesView() {
  const { t } = useTranslation('strategy');
  const { t: charts } = useTranslation('charts');
  const scope = useScope();
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const activities = useOperation('strategy.activities', scope);
  const breadth = useOperation('strategy.breadth', scope);
  return (
    <div className="strategy-stack">
      <Answer state={activities} shape="table">
        {({ activities: rows }) => (
          <Card title={t('activities.title')} subtitle={t('activities.subtitle')} foot={<Button variant="plain" size="small" onPress={() => openMetric('five-activities')}>{charts('frame.definition')}</Button>}>
            <ul className="share-rows">
              {rows.map(({ activity, share, reason, messageIds }) => <ShareRow key={activity} name={t(`activities.names.${activity}`)} what={t(`activities.what.${activity}`)} share={share} reason={reason === null ? null : t(`reasons.${reason}`)} messageIds={messageIds} />)}
            </ul>
          </Card>
        )}
      </Answer>
      <Answer state={breadth} shape="table">
        {({ n, abandonedDays, effective, networks }) => (
          <Card
            title={effective.estimate === null ? t('breadth.few', { n: voice.count(n) }) : voice.text('strategy.breadth.title', { count: effective.networks, effective: voice.number(effective.estimate) })}
            subtitle={effective.low === null || effective.high === null ? t('breadth.subtitleFew') : voice.text('strategy.breadth.subtitle', { count: n, low: voice.number(effective.low), high: voice.number(effective.high) })}
            foot={<Button variant="plain" size="small" onPress={() => openMetric('breadth')}>{charts('frame.definition')}</Button>}
          >
            <DataTable
              dense
              caption={t('breadth.caption')}
              rows={networks}
              rowKey={({ network }) => network}
              columns={[
                { key: 'network', label: t('breadth.network'), cell: ({ network }) => voice.network(network) },
                { key: 'messages', label: t('breadth.messages'), align: 'end', cell: ({ messages }) => voice.count(messages) },
                { key: 'posts', label: t('breadth.posts'), align: 'end', cell: ({ posts }) => voice.count(posts) },
                { key: 'replies', label: t('breadth.replies'), cell: ({ replies: { k, n: of, estimate, low, high } }) => (estimate === null || low === null || high === null ? t('kOfN', { k: voice.count(k), n: voice.count(of) }) : t('inHundred', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) })) },
                { key: 'requests', label: t('breadth.requests'), align: 'end', cell: ({ requests }) => voice.count(requests) },
                { key: 'day', label: t('breadth.day'), cell: ({ answeredDay: { estimate, low, high }, tooFew, requests, untimed }) => (tooFew || estimate === null || low === null || high === null ? (untimed > requests - untimed ? t('breadth.untimed') : t('few', { n: voice.count(requests - untimed) })) : t('inHundred', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) })) },
                { key: 'turns', label: t('breadth.turns'), align: 'end', cell: ({ turns }) => (turns === null ? '—' : voice.number(turns)) },
                { key: 'state', label: t('breadth.state'), cell: ({ abandonedRequests, lastReplyMs, replies }) => (abandonedRequests === null ? (lastReplyMs === null ? (replies.k > 0 ? t('breadth.untimed') : t('breadth.noReply')) : t('breadth.lastReply', { date: voice.date(lastReplyMs) })) : voice.text('strategy.breadth.abandoned', { count: abandonedRequests, days: voice.count(abandonedDays) })) },
              ]}
            />
          </Card>
        )}
      </Answer>
      <PlacesCard />
      <DebatesCard />
      <TenHoursCard />
    </div>
  );
}
