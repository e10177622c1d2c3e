import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measure } from '../../ui/Measure.tsx';

type Drill = OperationValue<'strategy.drill'>;
type Share = NonNullable<Drill['score']>['team'];
const MOST_MOMENTS = 1000;

/** The score of the drill beside what the brand did, and the week message by message. */
export function DrillResult() {
  const scope = useScope();
  const state = useOperation('strategy.drill', { ...scope, reveal: true, size: MOST_MOMENTS });
  return <Answer state={state} shape="table">{(value) => <ResultCards value={value} />}</Answer>;
}

function ResultCards({ value: { score, moments, limitHours } }: { readonly value: Drill }) {
  const { t } = useTranslation('ladder');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const share = ({ k, n, estimate, low, high }: Share): string => (estimate === null || low === null || high === null ? t('of', { k: voice.count(k), n: voice.count(n) }) : t('between', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) }));
  const hours = voice.count(limitHours);
  return (
    <div className="strategy-stack">
      {score !== null && (
        <Card title={t('drill.end')} foot={<Button variant="plain" size="small" onPress={() => openMetric('drill-score')}>{charts('frame.definition')}</Button>}>
          <div className="drill-score">
            <Measure label={t('drill.team', { hours })} value={share(score.team)} />
            <Measure label={t('drill.brand', { hours })} value={share(score.brand)} />
            <Measure label={t('drill.escalated')} value={t('drill.escalatedOf', { k: voice.count(score.escalated), n: voice.count(score.recurrent) })} />
            <Measure label={t('drill.minutes')} value={voice.duration(score.minutes * 60)} />
            <Measure label={t('drill.undecided')} value={voice.count(score.undecided)} />
          </div>
        </Card>
      )}
      <Card title={t('drill.caption')}>
        <DataTable
          dense
          caption={t('drill.caption')}
          rows={moments}
          rowKey={({ messageId }) => String(messageId)}
          columns={[
            { key: 'when', label: t('drill.when'), cell: ({ atMs }) => voice.dateTime(atMs) },
            { key: 'message', label: t('drill.message'), cell: ({ text }) => text ?? t('drill.noText') },
            { key: 'choice', label: t('drill.choice'), cell: ({ choice, note }) => <>{choice === null ? t('drill.noChoice') : t(`drill.choices.${choice}`)}{note !== '' && <span className="ladder-paper">{note}</span>}</> },
            { key: 'happened', label: t('drill.happened'), cell: ({ happened }) => (happened === null ? '' : <>{!happened.observable ? t('drill.happenedUnseen') : happened.answeredAfter === null ? t('drill.happenedNot') : t('drill.happenedAfter', { time: voice.duration(happened.answeredAfter) })}{happened.recurrent && <span className="ladder-paper">{t('drill.recurrent')}</span>}</>) },
          ]}
        />
      </Card>
    </div>
  );
}
