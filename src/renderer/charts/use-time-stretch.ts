import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { useFilters } from '../state/navigation.ts';
import type { StageCover } from './CoverageLane.tsx';
import type { TimeSpan } from './plot-stretch.ts';
import { useStageCover } from './use-stage-cover.ts';

/** A stretch of time chosen on a chart: what becomes of it, and how it is spoken of. */
export interface StageStretch {
  readonly onChosen: (span: TimeSpan) => void;
  /** The period in words, while it is being chosen. */
  readonly words: (span: TimeSpan) => string;
  readonly hint: string;
  readonly button: string;
  /** What to do next: nothing begun, one end chosen. */
  readonly first: string;
  readonly second: string;
  /** What the imports hold of that time. */
  readonly cover: StageCover;
}

/** What charts over time share: a stretch chosen on one is the period of the filters (the chip shows it everywhere, back takes it off), and below stands what was imported. */
export function useTimeStretch(): StageStretch {
  const { t } = useTranslation('charts');
  const formats = useFormats();
  const { filters, set } = useFilters();
  const cover = useStageCover();
  return useMemo(() => ({
    onChosen: ({ fromMs, toMs }) => set({ ...filters, fromMs, toMs }),
    words: ({ fromMs, toMs }) => t('stretch.words', { from: formats.date(fromMs), to: formats.date(toMs - 1) }),
    hint: t('stretch.hint'), button: t('stretch.button'), first: t('stretch.first'), second: t('stretch.second'), cover,
  }), [t, formats, filters, set, cover]);
}
