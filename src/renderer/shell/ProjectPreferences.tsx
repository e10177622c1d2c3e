import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WEEK_STARTS } from '../../domain/model/week-start.ts';
import { useChartVoice } from '../charts/use-chart-voice.ts';
import { useLocation } from '../state/navigation.ts';
import { useOperation } from '../state/use-operation.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Select } from '../ui/Select.tsx';
import { FloorChoices } from './FloorChoices.tsx';

const DAYS = { 1: 'monday', 6: 'saturday', 7: 'sunday' } as const;

/** How the open project counts: zone, weeks. Each change belongs to the project and is one that undo takes back. */
export function ProjectPreferences({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('preferences');
  const workbench = useWorkbench();
  const { readOnly, weekStart } = useProject();
  const { go } = useLocation();
  return (
    <section className="preference-group">
      <h3 className="shortcut-group">{t('project.title')}</h3>
      <ZoneChoice />
      <div className="setting">
        <span className="setting-label">{t('week.label')}</span>
        <Segmented
          label={t('week.label')}
          value={String(weekStart)}
          onChange={(value) => {
            const day = WEEK_STARTS.find((known) => String(known) === value);
            if (day !== undefined) void workbench.run('counting.setWeekStart', { weekStart: day });
          }}
          options={WEEK_STARTS.map((day) => ({ value: String(day), label: t(`week.${DAYS[day]}`), isDisabled: readOnly }))}
        />
      </div>
      <p className="quiet-text">{t('week.note')}</p>
      <FloorChoices />
      <div className="setting">
        <span className="setting-label">{t('hours.label')}</span>
        <Button size="small" className="page-link" onPress={() => { onLeave(); go({ path: ['hours'], parameters: {} }); }}>{t('hours.open')}</Button>
      </div>
    </section>
  );
}

/** The zone, with what another one would change before it is set. */
function ZoneChoice() {
  const { t } = useTranslation('preferences');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly, timeZone } = useProject();
  const [chosen, setChosen] = useState<string | null>(null);
  const tried = chosen === timeZone ? null : chosen;
  const state = useOperation('counting.settings', tried === null ? {} : { zone: tried });
  const effect = state.status === 'value' && state.value.effect?.timeZone === tried ? state.value.effect : null;
  const zones = [...new Set([timeZone, 'Europe/Rome', 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  const set = async (zone: string): Promise<void> => {
    const outcome = await workbench.run('counting.setZone', { timeZone: zone });
    setChosen(null);
    if (outcome.ok) void workbench.analyse();
    else workbench.failure.set(outcome.failure);
  };
  return (
    <>
      <div className="setting">
        <span className="setting-label" aria-hidden="true">{t('zone.label')}</span>
        <Select label={t('zone.label')} hideLabel size="small" isDisabled={readOnly} value={chosen ?? timeZone} onChange={setChosen} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />
      </div>
      <p className="quiet-text" role="status">
        {tried === null ? t('zone.note') : effect === null ? t('zone.looking') : effect.otherDay === 0 ? t('zone.nothing') : voice.text('preferences.zone.effect', { count: effect.otherDay, total: voice.count(effect.messages), months: voice.count(effect.otherMonth) })}
      </p>
      {tried !== null && (
        <div className="preference-actions">
          <Button size="small" variant="plain" onPress={() => setChosen(null)}>{t('zone.leave')}</Button>
          <Button size="small" variant="primary" isDisabled={effect === null} onPress={() => void set(tried)}>{t('zone.set')}</Button>
        </div>
      )}
    </>
  );
}
