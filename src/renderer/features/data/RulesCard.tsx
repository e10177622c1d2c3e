import { useTranslation } from 'react-i18next';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';

const DAYS = ['0', '30', '90', '365', 'always'] as const;

/** Two choices that hold for the whole project: whether links that no source wrote count, and how long vanished texts stay. */
export function RulesCard({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation('account');
  const { t: charts } = useTranslation('charts');
  const { openMetric } = useSidePanel();
  const workbench = useWorkbench();
  const state = useOperation('import.rules', {});
  const change = async (rules: { includeInferred?: boolean; vanishedKeptDays?: number | null }): Promise<void> => {
    const outcome = await workbench.run('import.setRules', rules);
    if (outcome.ok) void workbench.analyse();
    else workbench.failure.set(outcome.failure);
  };
  return (
    <Card title={t('rulesTitle')} foot={<Button variant="plain" size="small" onPress={() => openMetric('inferred-share')}>{charts('frame.definition')}</Button>}>
      <Answer state={state} shape="lines" where={t('rulesTitle')}>
        {({ includeInferred, vanishedKeptDays }) => {
          const kept = vanishedKeptDays === null ? 'always' : (DAYS.find((days) => days === String(vanishedKeptDays)) ?? '30');
          return (
            <div className="rules-grid">
              <div>
                <Switch isSelected={includeInferred} isDisabled={isReadOnly} onChange={(isOn) => void change({ includeInferred: isOn })}>
                  {t('includeInferred')}
                </Switch>
                <p className="quiet-text">{t('includeInferredText')}</p>
              </div>
              <Select label={t('keepVanished')} value={kept} isDisabled={isReadOnly} onChange={(days) => void change({ vanishedKeptDays: days === 'always' ? null : Number(days) })} options={DAYS.map((value) => ({ value, label: t(`keepDays.${value}`) }))} />
            </div>
          );
        }}
      </Answer>
    </Card>
  );
}
