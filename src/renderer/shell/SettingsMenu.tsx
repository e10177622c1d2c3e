import { Languages, Monitor, Moon, Settings2, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../state/use-preferences.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Segmented } from '../ui/Segmented.tsx';

/** Language and theme as two rows of choices. */
export function AppearanceChoices() {
  const { t } = useTranslation('shell');
  const { theme, language, set } = usePreferences();
  return (
    <>
      <div className="setting">
        <span className="setting-label">
          <Languages size={16} aria-hidden="true" />
          {t('language')}
        </span>
        <Segmented label={t('language')} value={language} onChange={(value) => set({ language: value })} options={[{ value: 'it', label: t('languages.it') }, { value: 'en', label: t('languages.en') }]} />
      </div>
      <div className="setting">
        <span className="setting-label">
          <Sun size={16} aria-hidden="true" />
          {t('theme')}
        </span>
        <Segmented
          label={t('theme')}
          value={theme}
          iconsOnly
          onChange={(value) => set({ theme: value })}
          options={[
            { value: 'light', label: t('themes.light'), icon: <Sun size={16} aria-hidden="true" /> },
            { value: 'dark', label: t('themes.dark'), icon: <Moon size={16} aria-hidden="true" /> },
            { value: 'system', label: t('themes.system'), icon: <Monitor size={16} aria-hidden="true" /> },
          ]}
        />
      </div>
    </>
  );
}

/** Language and theme, behind one button of the project bar. */
export function SettingsMenu() {
  const { t } = useTranslation('shell');
  return (
    <Popover title={t('settings')} hideTitle placement="bottom end" trigger={<IconButton icon={<Settings2 size={18} />} label={t('settings')} />} className="settings">
      <AppearanceChoices />
    </Popover>
  );
}
