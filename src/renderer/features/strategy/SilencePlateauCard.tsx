import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Simulation } from './simulator-words.ts';

type Row = Simulation['intents'][number];

/** Which share of each intent is never taken up, and what a policy changes of it. */
export function SilencePlateauCard({ simulation: { intents, n } }: { readonly simulation: Simulation }) {
  const { t } = useTranslation('simulator');
  const { t: codes } = useTranslation('codes');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const met = intents.filter((row) => row.n > 0);
  const share = ({ plateau, pooled, everybody }: Row): string => {
    if (everybody) return t('intents.policy');
    if (pooled) return t('intents.pooled', { value: voice.inHundred(plateau.estimate) });
    return t('intents.value', { value: voice.inHundred(plateau.estimate), low: voice.inHundred(plateau.low), high: voice.inHundred(plateau.high) });
  };
  return (
    <Card title={t('intents.title')} subtitle={voice.text('simulator.intents.subtitle', { count: n })} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t('intents.title')}`} onPress={() => openMetric('silence-simulator')}>{charts('frame.definition')}</Button>}>
      <DataTable
        dense
        caption={t('intents.title')}
        rows={met}
        rowKey={({ intent }) => intent}
        columns={[
          { key: 'intent', label: t('intents.intent'), cell: ({ intent }) => codes(`intent.${intent}`) },
          { key: 'n', label: t('intents.n'), align: 'end', cell: ({ intent, n: cases, messageIds }) => <Button variant="plain" size="small" aria-label={t('intents.messages', { name: codes(`intent.${intent}`) })} onPress={() => openMessages({ messageIds }, { title: codes(`intent.${intent}`), count: messageIds.length })}>{voice.count(cases)}</Button> },
          { key: 'share', label: t('intents.share'), cell: share },
        ]}
      />
    </Card>
  );
}
