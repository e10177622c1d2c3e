import type { PreferenceValues, Preferences } from './preferences.ts';
import { useStore } from './store.ts';
import { useWorkbench } from './workbench.ts';

/** The preferences and how to change them. */
export function usePreferences(): PreferenceValues & { readonly set: Preferences['set'] } {
  const { preferences } = useWorkbench();
  return { ...useStore(preferences.values), set: preferences.set };
}
