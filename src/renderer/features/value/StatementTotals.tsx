import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measure } from '../../ui/Measure.tsx';
import type { StatementValue } from './value-words.ts';

const BASES = ['observed', 'received', 'estimated'] as const;

/** The head of a statement: opening and closing, the balance with and without pairs, the evidence, the trial balance, the rules. */
export function StatementTotals({ statement }: { readonly statement: StatementValue }) {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { opening, closing, basis, balance, balanceWithoutPairs, withoutPairs, trial, undated, rules, party } = statement;
  const begun = opening.created + opening.consumed > 0;
  return (
    <Card title={t('statement.totals')} foot={<Button variant="plain" size="small" onPress={() => openMetric('statement')}>{t('definitions.statement')}</Button>}>
      <div className="statement-measures">
        <Measure size="large" label={t('statement.created')} value={voice.points(closing.created)} {...(begun ? { interval: `${t('statement.opening')}: ${voice.points(opening.created)}` } : {})} onDefinition={() => openMetric('created')} />
        <Measure size="large" label={t('statement.consumed')} value={voice.points(closing.consumed)} {...(begun ? { interval: `${t('statement.opening')}: ${voice.points(opening.consumed)}` } : {})} onDefinition={() => openMetric('consumed')} />
        {party.kind !== 'brand' && <Measure size="large" label={t('statement.balance')} value={balance === null ? t('statement.noBalance') : voice.number(balance)} tooFew={balance === null} onDefinition={() => openMetric('balance')} />}
        {party.kind !== 'brand' && <Measure size="large" label={t('statement.withoutPairs')} value={balanceWithoutPairs === null ? t('statement.noBalance') : voice.number(balanceWithoutPairs)} tooFew={balanceWithoutPairs === null} interval={`${voice.points(withoutPairs.created)} / ${voice.points(withoutPairs.consumed)}`} onDefinition={() => openMetric('exactly-even')} />}
      </div>
      <p className="chart-note">{t('statement.basisTitle')}: {voice.list(BASES.map((one) => `${t(`basis.${one}`)} ${voice.points(basis[one])}`))}.</p>
      <p className="value-trial" data-agree={trial.agree}>
        {t(Math.abs(trial.credits - trial.debits) < 1e-6 ? 'statement.trial' : 'statement.trialOff', { credits: voice.points(trial.credits), debits: voice.points(trial.debits) })}
        {trial.stored !== null && ` ${t(trial.agree ? 'statement.stored' : 'statement.storedOff')}`}
        {begun && ` ${t('statement.openingNote')}`}
        {undated > 0 && !begun && ` ${voice.text('value.statement.undated', { count: undated })}`}
      </p>
      <DataTable
        dense
        caption={t('statement.byRule')}
        rows={rules}
        rowKey={({ rule, version }) => `${rule} ${String(version)}`}
        columns={[
          { key: 'rule', label: t('statement.rule'), cell: ({ rule, version }) => <>{voice.text(`tribes.rules.${rule}`)} <span className="value-quiet">{t('statement.version', { version })}</span></> },
          { key: 'entries', label: t('statement.entries'), align: 'end', cell: ({ lines }) => voice.count(lines) },
          { key: 'created', label: t('statement.created'), align: 'end', cell: ({ created }) => (created === 0 ? '–' : voice.points(created)) },
          { key: 'consumed', label: t('statement.consumed'), align: 'end', cell: ({ consumed }) => (consumed === 0 ? '–' : voice.points(consumed)) },
        ]}
      />
    </Card>
  );
}
