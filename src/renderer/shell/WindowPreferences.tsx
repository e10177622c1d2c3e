import { useTranslation } from 'react-i18next';
import { usePreferences } from '../state/use-preferences.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { AppearanceChoices } from './SettingsMenu.tsx';

/** Choices of the person at work, for every project on this machine: language, theme, density, how CSV files are written. They hold at once. */
export function WindowPreferences() {
  const { t } = useTranslation('preferences');
  const { density, csv, set } = usePreferences();
  return (
    <section className="preference-group">
      <h3 className="shortcut-group">{t('window.title')}</h3>
      <AppearanceChoices />
      <div className="setting">
        <span className="setting-label">{t('density.label')}</span>
        <Segmented label={t('density.label')} value={density} onChange={(value) => set({ density: value })} options={[{ value: 'comfortable', label: t('density.comfortable') }, { value: 'compact', label: t('density.compact') }]} />
      </div>
      <div className="setting">
        <span className="setting-label">{t('csv.label')}</span>
        <Segmented label={t('csv.label')} value={csv} onChange={(value) => set({ csv: value })} options={[{ value: 'language', label: t('csv.language') }, { value: 'semicolon', label: t('csv.semicolon') }, { value: 'comma', label: t('csv.comma') }]} />
      </div>
      <p className="quiet-text">{t(`csv.note.${csv}`)}</p>
    </section>
  );
}
