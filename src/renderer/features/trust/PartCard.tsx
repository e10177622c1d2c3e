import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartTable } from '../../charts/chart-table.ts';
import { EstimateColumns, type WordedColumn } from '../../charts/EstimateColumns.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import type { RowCode } from './trust-words.ts';

const METRICS: Readonly<Record<RowCode, string>> = { promises: 'promises-kept', reciprocity: 'reciprocity', among: 'people-reciprocity', 'tie-strength': 'tie-strength', care: 'care', advocacy: 'advocacy' };

export interface PartCardProps {
  readonly code: RowCode;
  /** The finding of the row. */
  readonly title: string;
  /** Columns that are drawn, everybody first. */
  readonly columns: readonly WordedColumn[];
  /** Columns that stand in the table alone. */
  readonly further: readonly WordedColumn[];
}

/** One row of small multiples: a part of trust, the groups as columns on one axis, the same in a table. */
export function PartCard({ code, title, columns, further }: PartCardProps) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const hasChance = columns.some(({ chanceLow }) => typeof chanceLow === 'number');
  const hasCorrected = columns.some(({ corrected }) => corrected != null);
  const plain = (value: number | null | undefined): string => (value == null ? '' : voice.plain(value));
  const table: ChartTable = {
    caption: t(`part.${code}`),
    columns: [
      { key: 'tribe', label: t('table.tribe') }, { key: 'estimate', label: t('table.estimate'), numeric: true }, { key: 'low', label: t('table.low'), numeric: true }, { key: 'high', label: t('table.high'), numeric: true },
      ...(hasChance ? [{ key: 'chanceLow', label: t('table.chanceLow'), numeric: true }, { key: 'chanceHigh', label: t('table.chanceHigh'), numeric: true }] : []),
      ...(hasCorrected ? [{ key: 'corrected', label: t('table.corrected'), numeric: true }] : []), { key: 'n', label: t('table.n') }, { key: 'why', label: t('table.why') },
    ],
    rows: [...columns, ...further].map(({ name, estimate, low, high, chanceLow, chanceHigh, corrected, cases, value, tooFew }) => [
      name, plain(estimate), plain(low), plain(high), ...(hasChance ? [plain(chanceLow), plain(chanceHigh)] : []), ...(hasCorrected ? [plain(corrected?.estimate)] : []), cases, tooFew ? value : '',
    ]),
  };
  return (
    <ChartFrame
      className="trust-part"
      title={title}
      subtitle={t(`measure.${code}`)}
      onDefinition={() => openMetric(METRICS[code])}
      table={table}
      notes={(hasChance || hasCorrected) && (
        <p className="trust-key">
          <span><i className="trust-key-dot" aria-hidden="true" />{t('key.estimate')}</span>
          {hasChance && <span><i className="trust-key-band" aria-hidden="true" />{t('key.chance')}</span>}
          {hasCorrected && <span><i className="trust-key-hollow" aria-hidden="true" />{t('key.corrected')}</span>}
        </p>
      )}
    >
      <EstimateColumns label={t(`part.${code}`)} hint={t('hint')} columns={columns} tick={code === 'tie-strength' ? voice.number : voice.percent} />
    </ChartFrame>
  );
}
