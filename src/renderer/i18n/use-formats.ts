import { useMemo } from 'react';
import { useStore } from '../state/store.ts';
import { useWorkbench } from '../state/workbench.ts';
import { createFormats, type Formats } from '../../domain/wording/formats.ts';

/** The formats of the chosen language, in the open project's time zone. */
export function useFormats(): Formats {
  const { preferences, project } = useWorkbench();
  const { language } = useStore(preferences.values);
  const state = useStore(project);
  const timeZone = state.status === 'open' ? state.project.timeZone : undefined;
  return useMemo(() => createFormats(language, timeZone), [language, timeZone]);
}
