import { useEffect } from 'react';
import { usePreferences } from '../state/use-preferences.ts';

/** Puts the chosen theme on the root element, following the system while that is the choice. Paper is light, whatever the window. */
export function useTheme(): void {
  const { theme } = usePreferences();
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    const onPaper = (): void => {
      document.documentElement.dataset['theme'] = 'light';
    };
    dark.addEventListener('change', apply);
    window.addEventListener('beforeprint', onPaper);
    window.addEventListener('afterprint', apply);
    return () => {
      dark.removeEventListener('change', apply);
      window.removeEventListener('beforeprint', onPaper);
      window.removeEventListener('afterprint', apply);
    };
  }, [theme]);
}
