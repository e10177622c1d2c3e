import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../../contract/operations.ts';
import { CHANGE_GROUPINGS, CHANGE_MEASURES, type ChangeGrouping, type ChangeMeasure } from '../../../domain/model/change-code.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { latestMonth, movedPeriod } from '../../state/moved-period.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { ChangeGroupsCard } from './ChangeGroupsCard.tsx';
import { ChangePartsCard } from './ChangePartsCard.tsx';
import { tribeTitles } from './plan-words.ts';
import './change.css';

type Asked = OperationInput<'strategy.change'>;

const PREVIOUS = 'previous';
const SHOWN = 'shown';

/** Why a figure is another one than before: against the period before, or against an edition, divided into parts that add up. */
export function ChangeView() {
  const { t } = useTranslation('change');
  const voice = useChartVoice();
  const { go, parameters } = useLocation();
  const scope = useScope();
  const [measure, setMeasure] = useParameter<ChangeMeasure>('measure', { initial: 'answered-day', allowed: CHANGE_MEASURES });
  const [by, setBy] = useParameter<ChangeGrouping>('by', { initial: 'network', allowed: CHANGE_GROUPINGS });
  const editions = useOperation('editions.list', {});
  const options = useOperation('filters.options', {});
  const tribes = useOperation('tribes.list', {});
  const titles = tribeTitles(tribes.status === 'value' ? tribes.value.tribes : [], voice);
  const closed = editions.status === 'value' ? editions.value.editions : [];
  const chosen = closed.find(({ id }) => id === parameters['then']) ?? null;
  const later = closed.find(({ id }) => id === parameters['now']) ?? null;
  const set = (name: 'then' | 'now', value: string): void => go({ parameters: { ...parameters, [name]: value } });
  const { fromMs, toMs } = scope.filters ?? {};
  const { timeZone } = useProject();
  const span = { timeZone, ...(options.status === 'value' ? { fromMs: options.value.fromMs, toMs: options.value.toMs } : { fromMs: null, toMs: null }) };
  const previous = movedPeriod({ fromMs, toMs }, -1, span);
  const month = latestMonth(span);
  const filterMonth = month === null ? undefined : <Button className="page-link" onPress={() => go({ filters: { ...scope.filters, ...month } })}>{t('filterMonth', { month: voice.date(month.fromMs) })}</Button>;
  const sides = ((): Pick<Asked, 'before' | 'after'> | null => {
    if (chosen !== null) return { before: { edition: chosen.id }, after: later !== null ? { edition: later.id } : parameters['now'] === SHOWN ? { fromMs: fromMs ?? null, toMs: toMs ?? null } : { fromMs: chosen.fromMs, toMs: chosen.toMs } };
    return previous.stop === null ? { before: { fromMs: previous.fromMs, toMs: previous.toMs }, after: { fromMs: fromMs ?? null, toMs: toMs ?? null } } : null;
  })();
  const change = useOperation('strategy.change', sides === null ? null : { ...scope, ...sides, measure, by });
  return (
    <div className="strategy-stack">
      <Card title={t('question')} subtitle={t('subtitle')}>
        <div className="change-choices">
          <Select label={t('measure')} value={measure} options={CHANGE_MEASURES.map((value) => ({ value, label: t(`measures.${value}`) }))} onChange={setMeasure} />
          <Select label={t('then')} value={chosen?.id ?? PREVIOUS} options={[{ value: PREVIOUS, label: t('previous') }, ...closed.map(({ id, name }) => ({ value: id, label: t('editionNamed', { name }) }))]} onChange={(value) => set('then', value)} />
          {chosen !== null && <Select label={t('now')} value={later?.id ?? (parameters['now'] === SHOWN ? SHOWN : 'today')} options={[{ value: 'today', label: t('today') }, { value: SHOWN, label: t('shown') }, ...closed.filter(({ id }) => id !== chosen.id).map(({ id, name }) => ({ value: id, label: t('editionNamed', { name }) }))]} onChange={(value) => set('now', value)} />}
          <Select label={t('by')} value={change.status === 'value' ? change.value.by : by} options={(change.status === 'value' ? change.value.offered : CHANGE_GROUPINGS).map((value) => ({ value, label: t(`bys.${value}`) }))} onChange={setBy} />
        </div>
      </Card>
      {sides === null ? <EmptyState title={t('choose')} text={t(`chooseWhy.${previous.stop ?? 'no-period'}`)} {...(filterMonth === undefined ? {} : { action: filterMonth })} /> : (
        <Answer state={change} shape="chart">
          {(value) => (
            <div className="strategy-stack">
              <ChangePartsCard change={value} />
              {value.between !== null && <ChangeGroupsCard change={value} groups={value.between.groups} titles={titles} />}
            </div>
          )}
        </Answer>
      )}
    </div>
  );
}
