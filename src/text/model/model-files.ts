import englishInbound from '../../../resources/models/en.inbound.json' with { type: 'json' };
import englishOutbound from '../../../resources/models/en.outbound.json' with { type: 'json' };
import italianInbound from '../../../resources/models/it.inbound.json' with { type: 'json' };
import italianOutbound from '../../../resources/models/it.outbound.json' with { type: 'json' };
import type { ReadLanguage } from '../lexicon.ts';
import { linearModel, type LinearModel, type ModelFile } from './linear-model.ts';

const FILES: Readonly<Record<ReadLanguage, { readonly inbound: ModelFile; readonly outbound: ModelFile }>> = {
  it: { inbound: italianInbound, outbound: italianOutbound },
  en: { inbound: englishInbound, outbound: englishOutbound },
};
const opened = new Map<string, LinearModel>();

/** Version of the models that ship with the program; every file says the same. */
export const MODEL_VERSION: string = italianInbound.version;

/** The model of a language and direction, opened once a process: about two megabytes of weights each. */
export function modelOf(language: ReadLanguage, direction: 'inbound' | 'outbound'): LinearModel {
  const key = `${language} ${direction}`;
  const known = opened.get(key);
  if (known !== undefined) return known;
  const made = linearModel(FILES[language][direction]);
  opened.set(key, made);
  return made;
}
