import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { backTestResult, bandWords, type Simulation } from './simulator-words.ts';

/** The verdict of the back-test, with the weeks it rests on. */
export function BackTestCard({ backTest }: { readonly backTest: Simulation['backTest'] }) {
  const { verdict, weeks } = backTest;
  const { t } = useTranslation('simulator');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const result = backTestResult(backTest, voice);
  return (
    <Card title={t(`backTest.title.${verdict}`)} subtitle={t('backTest.subtitle')} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t('view')}`} onPress={() => openMetric('silence-simulator')}>{charts('frame.definition')}</Button>}>
      {weeks.length > 0 && (
        <DataTable
          dense
          caption={t('backTest.subtitle')}
          rows={weeks}
          rowKey={({ startMs }) => startMs}
          columns={[
            { key: 'week', label: t('backTest.week'), cell: ({ startMs }) => voice.date(startMs) },
            { key: 'observed', label: t('backTest.observed'), align: 'end', cell: ({ k, n, observed }) => (n < 30 ? t('backTest.of', { k: voice.count(k), n: voice.count(n) }) : voice.inHundred(observed)) },
            { key: 'predicted', label: t('backTest.predicted'), align: 'end', cell: ({ predicted, low, high }) => bandWords({ estimate: predicted, low, high }, voice) },
            { key: 'inside', label: t('backTest.inside'), cell: ({ inside }) => t(inside ? 'backTest.yes' : 'backTest.no') },
          ]}
        />
      )}
      {result !== null && <p className="chart-note">{result}</p>}
      <p className="chart-note">{t('backTest.rule')}</p>
    </Card>
  );
}
