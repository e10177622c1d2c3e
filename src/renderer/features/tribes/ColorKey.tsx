import { useTranslation } from 'react-i18next';
import { BASIS_COLORS, type MapColor } from './map-marks.ts';

const ZONES = ['gives-more', 'even', 'receives-more'] as const;
const BASES = ['received', 'observed', 'none'] as const;

/** What the colour of a profile says, under the map. */
export function ColorKey({ color }: { readonly color: MapColor }) {
  const { t } = useTranslation('tribes');
  if (color === 'answered') {
    return <p className="map-key"><span>{t('map.key.none')}</span><span className="map-ramp" aria-hidden="true" /><span>{t('map.key.all')}</span><span className="chart-swatch" style={{ background: 'var(--outline)' }} aria-hidden="true" />{t('map.key.noRequests')}</p>;
  }
  const entries = color === 'zone' ? [...ZONES.map((zone) => ({ key: zone, swatch: `var(--zone-${zone})`, label: t(`zones.${zone}`) })), { key: 'little', swatch: 'var(--zone-little-active)', label: t('map.key.little') }] : BASES.map((basis) => ({ key: basis, swatch: BASIS_COLORS[basis], label: t(`map.key.basis.${basis}`) }));
  return <ul className="map-key">{entries.map(({ key, swatch, label }) => <li key={key}><span className="chart-swatch" style={{ background: swatch }} aria-hidden="true" />{label}</li>)}</ul>;
}
