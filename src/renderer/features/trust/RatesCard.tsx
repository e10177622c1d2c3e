import { useTranslation } from 'react-i18next';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { rateGroupName, ratesTitle, rateWords, type RatesValue } from './promise-cost-words.ts';

const BY = ['quarter', 'network', 'tribe'] as const;
type By = (typeof BY)[number];

/** The kept rate of the brand against its own past by quarter, and by network and tribe. */
export function RatesCard() {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const [by, setBy] = useParameter<By>('rates', { initial: 'quarter', allowed: BY });
  const quarters = useOperation('promises.rates', { ...scope, by: 'quarter' });
  const rates = useOperation('promises.rates', { ...scope, by });
  return (
    <Answer state={quarters} shape="lines" rows={4}>
      {(past) => (
        <Card
          className="rates-card"
          title={ratesTitle(past, voice)}
          subtitle={t('rates.subtitle')}
          foot={<Button variant="plain" size="small" onPress={() => openMetric('promises-kept')}>{t('definitions.rate')}</Button>}
        >
          <div className="chart-controls"><Segmented label={t('rates.by')} value={by} options={BY.map((value) => ({ value, label: t(`rates.bys.${value}`) }))} onChange={setBy} /></div>
          <Answer state={rates} shape="lines" rows={4}>{({ groups }) => (groups.length === 0 ? <p className="quiet-text">{t('rates.empty')}</p> : <RateTable groups={groups} by={by} />)}</Answer>
        </Card>
      )}
    </Answer>
  );
}

function RateTable({ groups, by }: { readonly groups: RatesValue['groups']; readonly by: By }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  return (
    <DataTable
      dense
      caption={t('rates.subtitle')}
      rows={groups}
      rowKey={({ key }) => key}
      columns={[
        { key: 'group', label: t(`rates.column.${by}`), cell: (group) => rateGroupName(group, by, voice) },
        { key: 'share', label: t('rates.column.share'), cell: (group) => rateWords(group, voice) },
        { key: 'interval', label: t('rates.column.interval'), cell: ({ estimate, low, high, n }) => <ShareInterval estimate={n < voice.shareFloor ? null : estimate} low={low} high={high} color="var(--accent)" /> },
        {
          key: 'n', label: t('rates.column.n'), align: 'end',
          cell: ({ n, messageIds, ...group }) => {
            if (n === 0 || messageIds === null) return voice.count(n);
            const name = rateGroupName(group, by, voice);
            return <Button variant="plain" size="small" className="promise-open" aria-label={t('rates.openN', { n: voice.count(n), group: name })} onPress={() => openMessages({ messageIds }, { title: name, count: messageIds.length })}>{voice.count(n)}</Button>;
          },
        },
        { key: 'late', label: t('rates.column.late'), align: 'end', cell: ({ late }) => voice.count(late) },
        { key: 'broken', label: t('rates.column.broken'), align: 'end', cell: ({ broken }) => voice.count(broken) },
        { key: 'unverifiable', label: t('rates.column.unverifiable'), align: 'end', cell: ({ unverifiable }) => voice.count(unverifiable) },
      ]}
    />
  );
}
