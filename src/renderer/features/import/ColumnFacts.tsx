import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import type { ColumnCounts } from './import-desk.ts';

const KINDS = ['texts', 'numbers', 'dates', 'ids'] as const;

/** What one column holds over the whole file, in a line: how many cells are filled, mostly with what, and how varied they are. */
export function ColumnFacts({ counts, distinctLimit }: { readonly counts: ColumnCounts; readonly distinctLimit: number }) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const main = KINDS.reduce((best, kind) => (counts[kind] > counts[best] ? kind : best));
  if (counts.filled === 0) return <span className="column-facts">{t('columnEmpty')}</span>;
  const share = counts[main] / counts.filled;
  return (
    <span className="column-facts">
      {t('columnFilled', { n: formats.count(counts.filled) })} · {share > 0.995 ? t(`columnKinds.${main}`) : t('columnMostly', { kind: t(`columnKinds.${main}`), share: formats.floorPercent(share) })} ·{' '}
      {counts.distinctUpTo >= distinctLimit ? t('columnDistinctMany', { n: formats.count(distinctLimit) }) : t('columnDistinct', { count: counts.distinctUpTo, n: formats.count(counts.distinctUpTo) })}
    </span>
  );
}
