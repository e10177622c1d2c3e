import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useScope } from '../state/navigation.ts';
import { useOperation } from '../state/use-operation.ts';
import type { CoverStretch, StageCover } from './CoverageLane.tsx';
import { useChartVoice } from './use-chart-voice.ts';

const NOTHING: readonly CoverStretch[] = [];
/** Gaps that are named one by one; more are only counted. */
const MOST_NAMED = 2;

/** What the imports hold of the chosen networks and places over time, for the lane under a chart; without stretches until it is known. */
export function useStageCover(): StageCover {
  const { t } = useTranslation('charts');
  const voice = useChartVoice();
  const { filters = {}, brand } = useScope();
  const { networks, containers } = filters;
  const state = useOperation('coverage.stretches', { ...(brand === undefined ? {} : { brand }), filters: { ...(networks === undefined ? {} : { networks }), ...(containers === undefined ? {} : { containers }) } });
  const value = state.status === 'value' ? state.value : null;
  return useMemo(() => {
    const stretches = value?.stretches ?? NOTHING;
    const span = ({ fromMs, toMs }: CoverStretch): string => t('cover.span', { from: voice.date(fromMs), to: voice.date(toMs) });
    const of = (wanted: CoverStretch['state']): readonly CoverStretch[] => stretches.filter((stretch) => stretch.state === wanted);
    const parts = (['none', 'absent', 'partly'] as const).flatMap((wanted) => {
      const found = of(wanted);
      if (found.length === 0) return [];
      return [found.length > MOST_NAMED ? voice.text(`charts.cover.many.${wanted}`, { count: found.length }) : t(`cover.named.${wanted}`, { list: voice.list(found.map(span)) })];
    });
    const [first, last] = [stretches[0], stretches.at(-1)];
    return {
      stretches,
      words: (stretch) => `${t(`cover.state.${stretch.state}`)}: ${span(stretch)}`,
      summary: first === undefined || last === undefined ? '' : parts.length === 0 ? t('cover.whole') : parts.join(' '),
    };
  }, [t, voice, value]);
}
