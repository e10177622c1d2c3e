import { useMemo } from 'react';
import { useStore } from '../state/store.ts';
import { useOperation } from '../state/use-operation.ts';
import { useWorkbench } from '../state/workbench.ts';
import { FORMAT_WORDS } from './it/format-words.ts';

/** How a file format is called, and what its files hold, in the chosen language. */
export interface FormatWording {
  /** Formats by id, in the order of the registry; empty until it is known. */
  readonly ids: readonly string[];
  /** The id itself for a format that nobody knows. */
  readonly name: (id: string) => string;
  readonly description: (id: string) => string | null;
}

/** Words for the known formats: the registry's own in English, the catalogue's in Italian. */
export function useFormatWords(): FormatWording {
  const { preferences } = useWorkbench();
  const { language } = useStore(preferences.values);
  const state = useOperation('formats.list', {});
  return useMemo(() => {
    const known = new Map((state.status === 'value' ? state.value.formats : []).map((format) => [format.id, format] as const));
    const words = (id: string): { readonly name: string; readonly description: string } | undefined => (language === 'it' ? (FORMAT_WORDS[id] ?? known.get(id)) : known.get(id));
    return { ids: [...known.keys()], name: (id) => words(id)?.name ?? id, description: (id) => words(id)?.description ?? null };
  }, [language, state]);
}
