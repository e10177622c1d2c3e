import { useTranslation } from 'react-i18next';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { groupName, type TrustLens } from './trust-words.ts';

type Assumption = NonNullable<OperationInput<'trust.levers'>['assumption']>;
type Lever = OperationValue<'trust.levers'>['tribes'][number]['levers'][number];

const ASSUMPTIONS: readonly Assumption[] = ['ten-more', 'quarter-of-rest', 'half-width'];

/** Leve: for every tribe the part that would move its index most under an assumption that is said, with its limits, and the others after it. */
export function LeversCard({ lens }: { readonly lens: TrustLens }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const [assumption, setAssumption] = useParameter<Assumption>('step', { initial: 'ten-more', allowed: ASSUMPTIONS });
  const state = useOperation('trust.levers', { ...scope, lens, assumption });
  const points = (value: number): string => voice.number(value * 100);
  const name = ({ part }: Lever): string => t(`part.${part}`);
  return (
    <Answer state={state} shape="table">
      {({ used, tribes }) => (
        <Card
          title={t('levers.title')}
          subtitle={t('levers.subtitle')}
          foot={<Button variant="plain" size="small" onPress={() => openMetric('trust-levers')}>{t('levers.definition')}</Button>}
        >
          {used === null ? <p className="quiet-text">{t('levers.off')}</p> : (
            <>
              <div className="trust-controls"><Segmented label={t('levers.assume')} value={assumption} options={ASSUMPTIONS.map((value) => ({ value, label: t(`levers.assumption.${value}`) }))} onChange={setAssumption} /></div>
              <p className="trust-quiet">{t(`levers.said.${assumption}`)}</p>
              <DataTable
                dense
                caption={t('levers.title')}
                rows={tribes.filter(({ size }) => size > 0)}
                rowKey={({ tribe }) => tribe}
                columns={[
                  { key: 'tribe', label: t('levers.tribe'), cell: (tribe) => groupName(tribe, voice) },
                  { key: 'first', label: t('levers.first'), cell: ({ levers: [first], missing, tooFew }) => (first === undefined ? <span className="trust-quiet">{tooFew ? t('composite.fewPeople') : t('levers.none', { parts: voice.list(missing.map((part) => t(`part.${part}`).toLocaleLowerCase())) })}</span> : name(first)) },
                  { key: 'now', label: t('levers.now'), align: 'end', cell: ({ levers: [first] }) => (first === undefined ? '' : points(first.now)) },
                  { key: 'step', label: t('levers.step'), align: 'end', cell: ({ levers: [first] }) => (first === undefined ? '' : `+${points(first.step)}`) },
                  { key: 'effect', label: t('levers.effect'), cell: ({ levers: [first] }) => (first === undefined ? '' : <>{t('levers.by', { points: points(first.estimate) })} <span className="trust-quiet">{t('levers.between', { low: points(first.low), high: points(first.high) })}</span></>) },
                  { key: 'others', label: t('levers.others'), cell: ({ levers }) => <span className="trust-quiet">{levers.slice(1).map((lever) => `${name(lever)} +${points(lever.estimate)}`).join(' · ')}</span> },
                ]}
              />
            </>
          )}
        </Card>
      )}
    </Answer>
  );
}
