import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../contract/outcome.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { useSidePanel } from '../../state/panels.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import './clock.css';

/** The clocks that waits can be read on. */
export const CLOCKS = ['wall', 'opening'] as const;

/** Orologio: continuous, or counting while the brand is open; beside it, the page where hours are written. */
export function ClockSwitch() {
  const { t } = useTranslation('hours');
  const { go } = useLocation();
  const [clock, setClock] = useParameter<(typeof CLOCKS)[number]>('clock', { initial: 'wall', allowed: CLOCKS });
  return (
    <span className="clock-switch">
      <Segmented label={t('clock.label')} value={clock} options={CLOCKS.map((value) => ({ value, label: t(`clock.${value}`) }))} onChange={setClock} />
      <IconButton className="page-link" label={t('open')} icon={<CalendarClock size={16} />} onPress={() => go({ path: ['hours'] })} />
    </span>
  );
}

/** Says over the figures that they count opening hours, with the definition; nothing on the wall clock. */
export function ClockNote() {
  const { t } = useTranslation('hours');
  const { clock } = useScope();
  const { openMetric } = useSidePanel();
  if (clock !== 'opening') return null;
  return (
    <p className="clock-note">
      {t('clock.note')} <Button variant="plain" size="small" onPress={() => openMetric('opening-clock')}>{t('definitions.clock')}</Button>
    </p>
  );
}

/** True for the failure of a read on the clock of opening hours where nobody set them. */
export function isHoursMissing(state: { readonly status: string; readonly failure?: Failure }, clock: 'wall' | 'opening' | undefined): boolean {
  return clock === 'opening' && state.status === 'failed' && state.failure?.code === 'missing-capability';
}

/** What stands in place of the figures where the hours are not written: what to do, and the way there. */
export function HoursMissing() {
  const { t } = useTranslation('hours');
  const { go } = useLocation();
  return (
    <div className="notice notice-gold clock-missing" role="status">
      <p>{t('clock.missing')}</p>
      <Button variant="primary" size="small" className="page-link" onPress={() => go({ path: ['hours'] })}>{t('clock.set')}</Button>
    </div>
  );
}
