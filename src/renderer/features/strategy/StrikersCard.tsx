import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { FormationValue } from './formation-words.ts';

type Striker = FormationValue['strikers'][number];

/** The lone striker: how long those who enter a contest go on writing, and how many never come back. */
export function StrikersCard({ strikers }: { readonly strikers: readonly Striker[] }) {
  const { t } = useTranslation('strategy');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const halfLife = ({ tooFew, entrants, halfLifeSeconds, low, high, longestSeconds }: Striker): string => {
    if (tooFew) return t('few', { n: voice.count(entrants) });
    if (halfLifeSeconds === null) return t('striker.moreThan', { time: voice.duration(longestSeconds ?? 0) });
    const value = halfLifeSeconds === 0 ? t('striker.atOnce') : voice.duration(halfLifeSeconds);
    return low === null || high === null || halfLifeSeconds === 0 ? value : t('between', { value, low: voice.duration(low), high: voice.duration(high) });
  };
  return (
    <Card
      title={t('striker.title')}
      subtitle={strikers.length === 0 ? t('striker.none') : voice.text('strategy.striker.subtitle', { count: strikers.length })}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('contest-half-life')}>{charts('frame.definition')}</Button>}
    >
      {strikers.length > 0 && (
        <DataTable
          dense
          caption={t('striker.title')}
          rows={strikers}
          rowKey={({ postIds }) => postIds.join(' ')}
          columns={[
            { key: 'when', label: t('striker.when'), cell: ({ startMs, endMs, network }) => t('striker.span', { from: voice.date(startMs), to: voice.date(endMs), network: voice.network(network) }) },
            { key: 'entrants', label: t('striker.entrants'), align: 'end', cell: ({ entrants, messageIds }) => <Button variant="plain" size="small" aria-label={voice.text('strategy.striker.open', { count: entrants })} onPress={() => openMessages({ messageIds }, { title: t('striker.title'), count: messageIds.length })}>{voice.count(entrants)}</Button> },
            { key: 'life', label: t('striker.life'), cell: halfLife },
            { key: 'gone', label: t('striker.gone'), cell: ({ neverBack: { k, n, share, low, high } }) => (n === 0 ? t('striker.notWatched') : share === null || low === null || high === null ? t('kOfN', { k: voice.count(k), n: voice.count(n) }) : t('inHundred', { share: voice.inHundred(share), low: voice.inHundred(low), high: voice.inHundred(high) })) },
          ]}
        />
      )}
    </Card>
  );
}
