import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { pText } from './response-figures.ts';

type Tests = OperationValue<'response.survival'>['tests'];

/** The log-rank tests, for the complete level: the gap and its interval have been told before, p comes last. */
export function TestsTable({ tests, label, subtitle }: { readonly tests: Tests; readonly label: (key: string) => string; /** What was tested, where it is not the kinds of request. */ readonly subtitle?: string }) {
  const { t } = useTranslation('response');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  return (
    <Card title={t('tests.title')} subtitle={subtitle ?? t('tests.subtitle')} className="tests-card" foot={<Button variant="plain" size="small" onPress={() => openMetric('log-rank')}>{charts('frame.definition')}</Button>}>
      {tests.length === 0 ? <p className="too-few">{t('tests.none')}</p> : (
        <DataTable
          dense
          caption={t('tests.title')}
          rows={tests}
          rowKey={({ a, b }) => `${a}:${b}`}
          columns={[
            { key: 'a', label: t('tests.a'), cell: ({ a }) => label(a) },
            { key: 'b', label: t('tests.b'), cell: ({ b }) => label(b) },
            { key: 'statistic', label: t('tests.statistic'), align: 'end', cell: ({ statistic }) => (statistic === null ? '–' : voice.number(statistic)) },
            { key: 'p', label: t('tests.p'), align: 'end', cell: ({ p }) => pText(p, voice) },
            { key: 'adjusted', label: t('tests.adjusted'), align: 'end', cell: ({ pAdjusted }) => pText(pAdjusted, voice) },
          ]}
        />
      )}
    </Card>
  );
}
