import { Languages, Monitor, Moon, Settings2, SlidersHorizontal, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../state/use-preferences.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SupportEntries } from './SupportEntries.tsx';

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

/** Language and theme, behind one button of the project bar, and the way to all preferences. */
export function SettingsMenu({ onPreferences }: { readonly onPreferences: () => void }) {
  const { t } = useTranslation('shell');
  const { t: preferences } = useTranslation('preferences');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover isOpen={isOpen} onOpenChange={setOpen} title={t('settings')} hideTitle placement="bottom end" trigger={<IconButton icon={<Settings2 size={18} />} label={t('settings')} />} className="settings">
      <AppearanceChoices />
      <Button size="small" variant="plain" icon={<SlidersHorizontal size={16} aria-hidden="true" />} onPress={() => { setOpen(false); onPreferences(); }}>{preferences('all')}</Button>
      <SupportEntries onOpen={() => setOpen(false)} />
    </Popover>
  );
}
