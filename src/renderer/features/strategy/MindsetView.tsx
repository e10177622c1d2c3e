import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DECLARED_MINDSETS } from '../../../domain/model/strategy-codes.ts';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';
import { ShareRow } from './ShareRow.tsx';

type Mindset = OperationValue<'strategy.mindset'>;
type Statement = Mindset['statements'][number];
const STANCES = ['none', '0', '0.25', '0.5', '0.75', '1'] as const;

function useDeclare(): (input: OperationInput<'strategy.declare'>) => Promise<void> {
  const workbench = useWorkbench();
  return async (input) => {
    const outcome = await workbench.run('strategy.declare', input);
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    else await workbench.refresh();
  };
}

/** The audit of mind: eight statements, observed and declared, and the dial between dialogue and shop window. */
export function MindsetView() {
  const scope = useScope();
  const state = useOperation('strategy.mindset', scope);
  return (
    <Answer state={state} shape="table">
      {(value) => (
        <div className="strategy-stack">
          <StanceCard stance={value.stance} />
          <div className="strategy-columns strategy-halves">
            {(['old', 'new'] as const).map((side) => <StatementsCard key={side} side={side} statements={value.statements.filter((statement) => statement.side === side)} />)}
          </div>
        </div>
      )}
    </Answer>
  );
}

function StanceCard({ stance }: { readonly stance: Mindset['stance'] }) {
  const { t } = useTranslation('strategy');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const declare = useDeclare();
  const { observed: { k, n, estimate, low, high }, declared } = stance;
  const title = estimate === null ? t('stance.few', { k: voice.count(k), n: voice.count(n) }) : declared === null ? t('stance.observed', { share: voice.inHundred(estimate) }) : t(declared > (high ?? 1) ? 'stance.claimsMore' : declared < (low ?? 0) ? 'stance.claimsLess' : 'stance.agrees', { share: voice.inHundred(estimate), declared: voice.inHundred(declared) });
  return (
    <Card title={title} subtitle={voice.text('strategy.stance.subtitle', { count: n })} foot={<Button variant="plain" size="small" onPress={() => openMetric('mindset')}>{charts('frame.definition')}</Button>}>
      <div className="stance">
        <span>{t('stance.window')}</span>
        <div className="stance-line" role="img" aria-label={title}>
          {low !== null && high !== null && <span className="stance-band" style={{ left: `${String(100 * low)}%`, width: `${String(100 * (high - low))}%` }} />}
          {estimate !== null && <span className="stance-dot" style={{ left: `${String(100 * estimate)}%` }} />}
          {declared !== null && <span className="stance-declared" style={{ left: `${String(100 * declared)}%` }} />}
        </div>
        <span>{t('stance.dialogue')}</span>
      </div>
      <Select size="small" label={t('stance.declared')} isDisabled={readOnly} value={declared === null ? 'none' : (STANCES.find((one) => Number(one) === declared) ?? 'none')} options={STANCES.map((value) => ({ value, label: value === 'none' ? t('stance.notDeclared') : t('stance.level', { share: voice.inHundred(Number(value)) }) }))} onChange={(value) => void declare({ statement: 'stance', stance: value === 'none' ? null : Number(value) })} />
    </Card>
  );
}

function StatementsCard({ side, statements }: { readonly side: 'old' | 'new'; readonly statements: readonly Statement[] }) {
  const { t } = useTranslation('strategy');
  const { t: charts } = useTranslation('charts');
  const { openMetric } = useSidePanel();
  return (
    <Card title={t(`mindset.${side}`)} subtitle={t(`mindset.${side}Text`)} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t(`mindset.${side}`)}`} onPress={() => openMetric('mindset')}>{charts('frame.definition')}</Button>}>
      <ul className="share-rows share-rows-narrow">{statements.map((statement) => <StatementRow key={statement.statement} value={statement} />)}</ul>
    </Card>
  );
}

function StatementRow({ value: { statement, side, figure, declared, note } }: { readonly value: Statement }) {
  const { t } = useTranslation('strategy');
  const { readOnly } = useProject();
  const declare = useDeclare();
  const [chosen, setChosen] = useState<Statement['declared'] | 'none'>(declared ?? 'none');
  return (
    <>
      <ShareRow name={t(`mindset.statements.${statement}`)} what={t(`mindset.what.${statement}`)} share={figure.share} reason={figure.reason === null ? null : t(`reasons.${figure.reason}`)} messageIds={figure.messageIds} color={side === 'old' ? 'var(--warm)' : 'var(--accent)'} />
      <li className="share-row-declared">
        <Select
          size="small"
          label={t('mindset.declared')}
          isDisabled={readOnly}
          value={chosen}
          options={(['none', ...DECLARED_MINDSETS] as const).map((one) => ({ value: one, label: t(`mindset.answers.${one}`) }))}
          onChange={(next) => {
            setChosen(next);
            void declare({ statement, declared: next === 'none' ? null : next, note });
          }}
        />
      </li>
    </>
  );
}
