import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Button } from '../../ui/Button.tsx';
import type { HoursDesk } from './use-hours-desk.ts';

/** What stands to be saved: nothing, changes, or what has to be corrected first. */
export function SaveBar({ desk, isSet, problems, isReadOnly }: { readonly desk: HoursDesk; readonly isSet: boolean; readonly problems: number; readonly isReadOnly: boolean }) {
  const { t } = useTranslation('hours');
  const voice = useChartVoice();
  const { isChanged, note } = desk;
  const state = isReadOnly ? t('save.readOnly') : problems > 0 ? voice.text('hours.save.problems', { count: problems }) : isChanged ? t('save.unsaved') : note !== null ? t(`save.${note}`) : isSet ? t('save.unchanged') : t('unset');
  return (
    <div className="hours-bar" data-changed={isChanged}>
      <p role="status">
        {state}
        {note !== null && !isChanged && <Button variant="plain" size="small" onPress={() => void desk.undo()}>{t('save.undo')}</Button>}
      </p>
      {!isReadOnly && (
        <span className="hours-actions">
          {isSet && !isChanged && <Button variant="plain" size="small" onPress={() => void desk.remove()}>{t('save.remove')}</Button>}
          {isChanged && <Button size="small" onPress={desk.discard}>{t('save.back')}</Button>}
          <Button variant="primary" size="small" isDisabled={problems > 0 || (isSet && !isChanged)} onPress={() => void desk.save()}>{t('save.save')}</Button>
        </span>
      )}
    </div>
  );
}
