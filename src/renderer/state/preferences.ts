import { createStore, type Store } from './store.ts';

/** Light, dark, or as the system says. */
export type ThemeChoice = 'system' | 'light' | 'dark';
/** The interface's languages. */
export type Language = 'it' | 'en';
/** How much is shown: at most three screens a room, or everything. */
export type Level = 'essential' | 'full';

/** How close lines and controls stand. */
export type Density = 'comfortable' | 'compact';
/** How CSV files are written: as the interface's language wants it, or one way always. */
export type CsvChoice = 'language' | 'semicolon' | 'comma';

/** Choices of the person at work; they belong to the window, not to the project. */
export interface PreferenceValues {
  readonly theme: ThemeChoice;
  readonly language: Language;
  readonly level: Level;
  readonly density: Density;
  readonly csv: CsvChoice;
}

/** What a person chose for every project on this machine. */
export interface Preferences {
  readonly values: Store<PreferenceValues>;
  readonly set: (part: Partial<PreferenceValues>) => void;
}

const STORAGE_KEY = 'tribuna.preferences';

function storedPreferences(): PreferenceValues {
  const initial: PreferenceValues = { theme: 'system', language: navigator.language.toLowerCase().startsWith('it') ? 'it' : 'en', level: 'essential', density: 'comfortable', csv: 'language' };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return initial;
    const { theme, language, level, density, csv } = stored as Record<string, unknown>;
    return {
      theme: theme === 'light' || theme === 'dark' || theme === 'system' ? theme : initial.theme,
      language: language === 'it' || language === 'en' ? language : initial.language,
      level: level === 'essential' || level === 'full' ? level : initial.level,
      density: density === 'compact' ? density : initial.density,
      csv: csv === 'semicolon' || csv === 'comma' ? csv : initial.csv,
    };
  } catch {
    return initial;
  }
}

/** Makes the preferences, read from the window's storage; damaged or refused storage means the defaults. */
export function createPreferences(): Preferences {
  const values = createStore(storedPreferences());
  return {
    values,
    set(part) {
      values.set({ ...values.get(), ...part });
      try {
        localStorage.setItem(STORAGE_KEY, JSON.stringify(values.get()));
      } catch {
        // storage may be full or refused: the choice then lasts as long as the window
      }
    },
  };
}
