import { useEffect } from 'react';
import { usePreferences } from '../state/use-preferences.ts';

/** Puts the chosen density on the root element, from which the distances of the style sheets follow. */
export function useDensity(): void {
  const { density } = usePreferences();
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
}
