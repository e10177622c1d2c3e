import { BadgeCheck, CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../charts/use-chart-voice.ts';
import { useLocation } from '../state/navigation.ts';
import { useOperation } from '../state/use-operation.ts';
import { Button } from './Button.tsx';

/** Whether the reading is verified on these data, in one line that leads to the check. Nothing while it is not known. */
export function ReadingStatus() {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const { go } = useLocation();
  const state = useOperation('reading.status', {});
  if (state.status !== 'value') return null;
  const { checked, labelled, neededToCheck, layerVersion } = state.value;
  const text = checked ? voice.text('check.state.checked', { count: labelled }) : labelled === 0 ? t('state.unchecked') : voice.text('check.state.part', { count: labelled, needed: voice.count(neededToCheck) });
  return (
    <p className="reading-status" data-checked={checked}>
      {checked ? <BadgeCheck size={16} aria-hidden="true" /> : <CircleHelp size={16} aria-hidden="true" />}
      <span>{text}{layerVersion === null ? '' : ` ${t('state.layer', { version: voice.count(layerVersion) })}`}</span>
      <Button size="small" variant="plain" onPress={() => go({ path: ['check'] })}>{t(checked ? 'state.see' : labelled > 0 ? 'state.resume' : 'state.do')}</Button>
    </p>
  );
}
