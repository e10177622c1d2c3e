import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { useProjectState } from '../state/use-project.ts';
import { createChartVoice, type ChartVoice, type VoiceParts } from './chart-voice.ts';

/** The voice of the chosen language, in the open project's time zone. */
export function useChartVoice(): ChartVoice {
  const { t, i18n } = useTranslation('charts');
  const formats = useFormats();
  const state = useProjectState();
  const floors = state.status === 'open' ? state.project.floors : null;
  const language = i18n.language.startsWith('it') ? 'it' : 'en';
  // keys are put together from codes here, which the typed catalogue cannot follow; tests ask for every one of them
  const translated = t as unknown as VoiceParts['translate'];
  return useMemo(() => createChartVoice({ translate: translated, formats, language, ...(floors === null ? {} : { floors }) }), [translated, formats, language, floors]);
}
