import { createChartVoice, type ChartVoice } from '../../../../src/renderer/charts/chart-voice.ts';
import { createTranslator } from '../../../../src/renderer/i18n/catalogue.ts';
import { createFormats } from '../../../../src/domain/wording/formats.ts';

/** The voice of a language as the window makes it; an unknown key or a hole in a sentence fails the test that asks for it. */
export function voiceOf(language: 'it' | 'en'): ChartVoice {
  const translator = createTranslator(language);
  const translate = translator.t as unknown as (key: string, values?: Readonly<Record<string, string | number>>) => string;
  return createChartVoice({
    language,
    formats: createFormats(language, 'Europe/Rome'),
    translate: (key, values) => {
      const text = translate(key, values);
      if (text === key || !translator.exists(key, values ?? {}) || text.includes('{{')) throw new Error(`no words for ${key}: ${text}`);
      return text;
    },
  });
}
