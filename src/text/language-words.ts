import type { Analysis } from './analysis.ts';
import { lexiconOf, type ReadLanguage } from './lexicon.ts';

const known: Partial<Record<ReadLanguage, ReadonlySet<string>>> = {};

/**
 * The frequent words of a language that a text holds, as they are written there, each once: what its language is told by
 * before its letters are. At most `most` of them, in the order of the text.
 */
export function languageWords(text: string, { tokens }: Analysis, { language, most = 6 }: { readonly language: ReadLanguage; readonly most?: number }): string[] {
  const frequent = (known[language] ??= lexiconOf(language).functionWords);
  const found = new Map<string, string>();
  for (const { form, kind, start, end } of tokens) {
    if (kind === 'word' && frequent.has(form) && !found.has(form)) found.set(form, text.slice(start, end).toLowerCase());
    if (found.size >= most) break;
  }
  return [...new Set(found.values())];
}
