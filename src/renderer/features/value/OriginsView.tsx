import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ORIGIN_DEMANDS, ORIGIN_SIDES, type OriginDemands } from '../../../domain/model/origin-code.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { ShareBar } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { CreditsCard } from './CreditsCard.tsx';
import { OriginsCard } from './OriginsCard.tsx';
import { originForm, originTitle, shareFigure, SIDE_CHOICES, SIDE_COLORS, type Origins } from './origin-words.ts';
import './origins.css';

const SIZE = 10;

/** Who said it first: announcements against what people had asked for, who deserves the credit, one by one. */
export function OriginsView() {
  const scope = useScope();
  const [of, setOf] = useParameter<OriginDemands>('of', { initial: 'needs', allowed: ORIGIN_DEMANDS });
  const [side, setSide] = useParameter<(typeof SIDE_CHOICES)[number]>('side', { initial: 'all', allowed: SIDE_CHOICES });
  const [page, setPage] = useState(0);
  const state = useOperation('value.origins', { ...scope, of, page, size: SIZE, ...(side === 'all' ? {} : { side }) });
  return (
    <Answer state={state} shape="chart">
      {(value) => (
        <div className="origins-stack">
          <SharesCard value={value} of={of} onOf={(next) => { setOf(next); setPage(0); }} />
          <CreditsCard value={value} />
          <OriginsCard value={value} side={side} onSide={(next) => { setSide(next); setPage(0); }} page={page} size={SIZE} onPage={setPage} />
        </div>
      )}
    </Answer>
  );
}

function SharesCard({ value, of, onOf }: { readonly value: Origins; readonly of: OriginDemands; readonly onOf: (of: OriginDemands) => void }) {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const { sides, share, consistent, matched, copies, leftOut, most, announcements } = value;
  const title = originTitle(value, voice);
  const [any, many] = [shareFigure(share, voice), shareFigure(consistent, voice)];
  const { chance, estimate, low, high, n } = share;
  return (
    <ChartFrame
      title={title}
      subtitle={t('subtitle', { announcements: voice.count(announcements), pieces: voice.count(value.pieces), people: voice.count(value.people) })}
      onDefinition={() => openMetric('origins')}
      finding={{ form: originForm(value), metric: 'origins', ...(estimate === null ? {} : { figure: { unit: 'share' as const, estimate, low, high, n, source: { operation: 'value.origins', input: { ...scope, of }, at: ['share'], fields: { estimate: 'estimate', low: 'low', high: 'high', n: 'n' } } } }) }}
      table={{ caption: title, columns: [{ key: 'side', label: t('sides.label') }, { key: 'n', label: t('announcements'), numeric: true }], rows: ORIGIN_SIDES.map((side) => [t(`sides.${side}`), voice.count(sides[side])]) }}
      controls={<Segmented label={t('of.label')} value={of} options={ORIGIN_DEMANDS.map((one) => ({ value: one, label: t(`of.${one}`) }))} onChange={onOf} />}
      notes={(
        <>
          <p className="chart-note">{t('pairs', { pairs: voice.count(matched.pairs), expected: voice.number(matched.expected), same: voice.count(matched.same), different: voice.count(matched.different) })}</p>
          {copies > 0 && <p className="chart-note">{voice.text('origins.copies', { count: copies })}</p>}
          {(leftOut.announcements || leftOut.pieces) && <p className="chart-note">{t('leftOut', { announcements: voice.count(most.announcements), pieces: voice.count(most.pieces) })}</p>}
        </>
      )}
    >
      <div className="origins-measures">
        <Measure label={t('measures.share')} value={any.value} interval={any.interval} n={voice.count(n)} />
        <Measure label={voice.text('origins.measures.consistent', { n: voice.count(consistent.requesters) })} value={many.value} interval={many.interval} n={voice.count(consistent.n)} />
        <Measure label={t('measures.chance')} value={chance === null ? t('noChance') : t('inHundred', { share: voice.inHundred(chance.mean) })} interval={chance === null ? null : t('range', { low: voice.inHundred(chance.low), high: voice.inHundred(chance.high) })} tooFew={chance === null} />
      </div>
      <ShareBar height={14} total={announcements} parts={ORIGIN_SIDES.map((side) => ({ key: side, value: sides[side], color: SIDE_COLORS[side], hatched: side === 'early' }))} />
      <ul className="origins-key">
        {ORIGIN_SIDES.map((side) => <li key={side}><span className="origins-swatch" style={{ backgroundColor: SIDE_COLORS[side] }} aria-hidden="true" /><strong>{voice.count(sides[side])}</strong> {t(`sides.${side}`)}</li>)}
      </ul>
    </ChartFrame>
  );
}
