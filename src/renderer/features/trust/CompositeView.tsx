import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { LeversCard } from './LeversCard.tsx';
import { groupColor, groupName, PART_ORDER, TRUST_LENSES, typedTrustWeight, type PartCode, type TrustLens } from './trust-words.ts';
import { useTrustWeights, type TrustWeightsDesk } from './use-trust-weights.ts';

type Composite = OperationValue<'trust.composite'>;

/** Indice e leve: weights of one's own, the index by tribe with how far it hangs on them, and what would move it. */
export function CompositeView() {
  const { t } = useTranslation('trust');
  const scope = useScope();
  const [lens, setLens] = useParameter<TrustLens>('lens', { initial: 'roles', allowed: TRUST_LENSES });
  const kept = useOperation('trust.composite', { ...scope, lens });
  return (
    <div className="trust-parts">
      <div className="trust-controls"><Segmented label={t('lens.label')} value={lens} options={TRUST_LENSES.map((value) => ({ value, label: t(`lens.${value}`) }))} onChange={setLens} /></div>
      <Answer state={kept} shape="table">{(value) => <Desk kept={value} lens={lens} />}</Answer>
      <LeversCard lens={lens} />
    </div>
  );
}

function Desk({ kept, lens }: { readonly kept: Composite; readonly lens: TrustLens }) {
  const { t, i18n } = useTranslation('trust');
  const scope = useScope();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const desk = useTrustWeights(kept.kept, i18n.language.startsWith('it') ? ',' : '.');
  const tried = useOperation('trust.composite', desk.weights !== null && desk.counts && desk.differs ? { ...scope, lens, weights: desk.weights } : null);
  const shown = tried.status === 'value' && desk.differs ? tried.value : kept;
  return (
    <Card
      title={t('composite.title')}
      subtitle={t(kept.kept === null ? 'composite.off' : 'composite.on')}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('trust-composite')}>{t('composite.definition')}</Button>}
    >
      {desk.failure !== null && <FailureNotice failure={desk.failure} onDismiss={desk.dismiss} />}
      <div className="trust-desk">
        <fieldset className="trust-weights" disabled={readOnly}>
          <legend>{t('composite.weights')}</legend>
          {PART_ORDER.map((part) => <WeightLine key={part} part={part} desk={desk} isDisabled={readOnly} />)}
          {!readOnly && (
            <div className="trust-controls">
              <Button variant="primary" isDisabled={desk.weights === null || !desk.counts || !desk.differs} onPress={() => void desk.keep(desk.weights)}>{t('composite.save')}</Button>
              {kept.kept !== null && <Button isDisabled={!desk.differs} onPress={desk.reset}>{t('composite.reset')}</Button>}
              {kept.kept !== null && <Button onPress={() => void desk.keep(null)}>{t('composite.turnOff')}</Button>}
            </div>
          )}
          <p className="trust-quiet" role="status">
            {desk.weights !== null && !desk.counts && t('composite.allZero')}
            {desk.last !== null && <>{t(desk.last === 'kept' ? 'composite.saved' : 'composite.turnedOff')} <Button variant="plain" size="small" onPress={() => void desk.undo()}>{t('composite.undo')}</Button></>}
          </p>
        </fieldset>
        <div className="trust-index">
          {shown.used === null ? <p className="quiet-text">{t('composite.off')}</p> : <IndexTable composite={shown} />}
        </div>
      </div>
    </Card>
  );
}

function WeightLine({ part, desk, isDisabled }: { readonly part: PartCode; readonly desk: TrustWeightsDesk; readonly isDisabled: boolean }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const name = t(`part.${part}`);
  const value = typedTrustWeight(desk.typed[part]);
  const total = desk.weights === null ? 0 : PART_ORDER.reduce((sum, one) => sum + (desk.weights?.[one] ?? 0), 0);
  return (
    <div className="trust-weight">
      <span className="trust-weight-name">{name}</span>
      <input type="range" min={0} max={10} step={0.5} value={Math.min(10, value ?? 0)} disabled={isDisabled} aria-label={t('composite.slider', { part: name })} onChange={(event) => desk.type(part, event.target.value)} />
      <TextField label={t('composite.field', { part: name })} hideLabel value={desk.typed[part]} onChange={(text) => desk.type(part, text)} isDisabled={isDisabled} error={value === null ? t('composite.invalid') : undefined} />
      <span className="trust-quiet">{value !== null && total > 0 ? t('composite.share', { share: voice.inHundred(value / total) }) : ''}</span>
    </div>
  );
}

function IndexTable({ composite: { tribes, sensitivity } }: { readonly composite: Composite }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const ordered = [...tribes].filter(({ size }) => size > 0).sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity));
  const parts = (missing: readonly PartCode[]): string => voice.list(missing.map((part) => t(`part.${part}`).toLocaleLowerCase()));
  return (
    <>
      <DataTable
        dense
        caption={t('composite.title')}
        rows={ordered}
        rowKey={({ tribe }) => tribe}
        columns={[
          { key: 'rank', label: t('composite.rank'), align: 'end', cell: ({ rank }) => (rank === null ? '—' : voice.count(rank)) },
          { key: 'tribe', label: t('composite.tribe'), cell: (tribe) => groupName(tribe, voice) },
          {
            key: 'index', label: t('composite.index'),
            cell: ({ estimate, low, high, missing, tooFew, lens, color }) =>
              estimate === null || low === null || high === null ? <span className="trust-quiet">{tooFew ? t('composite.fewPeople') : t('composite.none', { parts: parts(missing) })}</span> : (
                <span className="trust-cell">
                  <span>{t('figure.share', { share: voice.inHundred(estimate) })} <span className="trust-quiet">{t('figure.between', { low: voice.inHundred(low), high: voice.inHundred(high) })}</span></span>
                  <ShareInterval estimate={estimate} low={low} high={high} color={groupColor({ lens, color })} />
                </span>
              ),
          },
          { key: 'people', label: t('composite.people'), align: 'end', cell: ({ size }) => voice.count(size) },
        ]}
      />
      <p className="trust-sensitivity" role="status">
        {sensitivity === null ? t('composite.noSensitivity') : t(sensitivity.meanTau === null ? 'composite.noTau' : 'composite.sensitivity', { weightings: voice.count(sensitivity.weightings), groups: voice.count(sensitivity.groups), first: voice.inHundred(sensitivity.firstChanges), tau: voice.number(sensitivity.meanTau ?? 0) })}
      </p>
    </>
  );
}
