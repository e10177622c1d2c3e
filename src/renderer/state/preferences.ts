import type { TribunaBridge } from '../../contract/bridge.ts';
import type { WindowPreferences } from '../../contract/operations/project.ts';
import { createStore, type Store } from './store.ts';

/** Choices of the person at work; they belong to the window, not to the project. */
export type PreferenceValues = { readonly [Name in keyof WindowPreferences]-?: NonNullable<WindowPreferences[Name]> };
/** The interface's languages. */
export type Language = PreferenceValues['language'];

/** What a person chose for every project on this machine. */
export interface Preferences {
  readonly values: Store<PreferenceValues>;
  readonly set: (part: Partial<PreferenceValues>) => void;
  /** Takes up what the host keeps; asked once. Without an answer the window begins with what it has. */
  readonly load: () => Promise<void>;
}

function initialPreferences(): PreferenceValues {
  return { theme: 'system', language: navigator.language.toLowerCase().startsWith('it') ? 'it' : 'en', level: 'essential', density: 'comfortable', csv: 'language' };
}

/**
 * Makes the preferences. They are kept by the host, in its own folder of settings and not in the page's storage: the page that a
 * browser shows comes from another port, and so another storage, each time.
 */
export function createPreferences(bridge: Pick<TribunaBridge, 'call'>): Preferences {
  const values = createStore(initialPreferences());
  let loading: Promise<void> | null = null;
  let changed: Partial<PreferenceValues> = {};
  return {
    values,
    load: () => (loading ??= bridge.call('app.preferences', {}).then((outcome) => {
      // what was chosen while the answer was on its way stands
      if (outcome.ok) values.set({ ...values.get(), ...(outcome.value as Partial<PreferenceValues>), ...changed });
    })),
    set(part) {
      changed = { ...changed, ...part };
      values.set({ ...values.get(), ...part });
      void bridge.call('app.setPreferences', part);
    },
  };
}
