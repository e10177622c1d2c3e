import { useTranslation } from 'react-i18next';
import type { WordedColumn } from '../../charts/EstimateColumns.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useFilters, useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { PartCard } from './PartCard.tsx';
import { RecommendersCard } from './RecommendersCard.tsx';
import { TrendCard } from './TrendCard.tsx';
import { amongColumn, amongFinding, groupName, groupsOfLens, partColumn, PART_ORDER, rowFinding, TRUST_LENSES, type RowCode, type TrustLens, type TrustParts, type TrustTribe } from './trust-words.ts';

const ROWS: readonly RowCode[] = PART_ORDER.flatMap((code) => (code === 'reciprocity' ? [code, 'among' as const] : [code]));

/** Le cinque parti: a row a part, tribes of one lens as columns; in full the ties along which people recommend; then the parts over time. */
export function PartsView({ parts }: { readonly parts: TrustParts }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const [lens, setLens] = useParameter<TrustLens>('lens', { initial: 'roles', allowed: TRUST_LENSES });
  const { level } = usePreferences();
  const open = useOpenBehind();
  const { shown, small, further } = groupsOfLens(parts.tribes, lens);
  const everybody = parts.tribes.find((tribe) => tribe.lens === 'all');
  const columnOf = (code: RowCode, tribe: TrustTribe): WordedColumn => ({ ...(code === 'among' ? amongColumn(tribe, voice) : partColumn(tribe, code, voice)), open: () => open(code, tribe, voice) });
  return (
    <div className="trust-parts">
      <div className="trust-controls">
        <Segmented label={t('lens.label')} value={lens} options={TRUST_LENSES.map((value) => ({ value, label: t(`lens.${value}`) }))} onChange={setLens} />
        <p className="trust-quiet">
          {[
            ...(shown.length < 2 ? [t('lens.empty')] : lens === 'value' ? [t('circular')] : []),
            ...(small.length > 0 ? [voice.text('trust.hidden.few', { count: small.length, names: voice.list(small.map((tribe) => groupName(tribe, voice))) })] : []),
            ...(further.length > 0 ? [voice.text('trust.hidden.more', { count: further.length })] : []),
          ].join(' ')}
        </p>
      </div>
      {ROWS.map((code) => {
        const columns = shown.map((tribe) => columnOf(code, tribe));
        const title = code === 'among' && everybody !== undefined ? amongFinding(everybody, voice) : rowFinding(code, columns.slice(1), voice);
        return <PartCard key={code} code={code} title={title} columns={columns} further={further.map((tribe) => columnOf(code, tribe))} />;
      })}
      {level === 'full' && <RecommendersCard />}
      <TrendCard groups={shown} />
    </div>
  );
}

/** What a cell opens: the promises or ties of the tribe on their own screen, else the messages behind. */
function useOpenBehind(): (code: RowCode, tribe: TrustTribe, voice: ChartVoice) => void {
  const scope = useScope();
  const { filters } = useFilters();
  const { go } = useLocation();
  const { openMessages } = useSidePanel();
  return (code, tribe, voice) => {
    const isAll = tribe.lens === 'all';
    const within = { ...filters, ...(isAll ? {} : { tribes: [tribe.tribe] }) };
    const title = `${voice.text(`trust.part.${code}`)}: ${groupName(tribe, voice)}`;
    if (code === 'promises') go({ path: ['trust'], parameters: { view: 'promises' }, filters: within });
    else if (code === 'tie-strength' || code === 'among') go({ path: ['trust'], parameters: { view: 'ties', ...(isAll ? {} : { group: tribe.tribe }) } });
    else if (code === 'advocacy') openMessages({ ...scope, filters: { ...within, intents: ['recommendation'] } }, { title });
    else openMessages({ ...scope, filters: within, requests: {} }, { title });
  };
}
