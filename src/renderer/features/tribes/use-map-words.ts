import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import type { ValueMapWords } from '../../charts/ValueMap.tsx';

/** What is written on every form of the map; `few` people stand in the bar at its edge. */
export function useMapWords(few: number): ValueMapWords {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  return {
    created: t('map.created'), consumed: t('map.consumed'), even: t('map.even'), givesMore: t('map.givesMore'), receivesMore: t('map.receivesMore'),
    few: voice.text('tribes.map.few', { count: few }),
    points: voice.count,
    people: (size) => voice.text('tribes.map.people', { count: size }),
    corners: (count) => voice.text('tribes.lasso.corners', { count }),
  };
}
