import { useEffect } from 'react';
import { usePreferences } from '../state/use-preferences.ts';

/** Puts the chosen theme on the root element, following the system while that is the choice. */
export function useTheme(): void {
  const { theme } = usePreferences();
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
}
