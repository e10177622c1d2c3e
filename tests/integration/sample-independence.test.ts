import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLE_SEED, sampleFiles } from '../../scripts/make-sample/sample-files.ts';
import { foldedForm } from '../../src/text/folded-form.ts';
import { termLexicon } from '../../src/text/term-lexicon.ts';
import { filesBelow, ROOT } from '../support/root.ts';

const sample = sampleFiles(SAMPLE_SEED);

const wordsOf = (text: string): string[] => foldedForm(text).match(/\p{L}+/gu) ?? [];

/** Every text inside a lexicon file, names of fields included: they hold spellings, and counting too much is on the safe side. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]) : [];
}

/** What the reader's word lists know of a language: whole words, and beginnings where an entry stands for all its forms. */
function knownWords(language: string): (word: string) => boolean {
  const words = new Set<string>();
  const beginnings = new Set<string>();
  for (const path of filesBelow(`resources/lexicons/${language}`, ['.json'])) {
    for (const text of textsIn(JSON.parse(readFileSync(join(ROOT, path), 'utf8')))) {
      for (const part of text.split(/[\s|[\]]+/u)) {
        const own = wordsOf(part);
        for (const word of own) words.add(word);
        const last = own.at(-1) ?? '';
        if (part.endsWith('*')) beginnings.add(last);
        else if (part.startsWith('=') && last.length > 3) beginnings.add(last.slice(0, -1));
      }
    }
  }
  return (word) => words.has(word) || Array.from(word, (_, at) => word.slice(0, at + 1)).some((start) => beginnings.has(start));
}

const STOPS = new Set([...termLexicon('it').stopWords, ...termLexicon('en').stopWords]);

/** How many of some different words a rule accepts, with the words to say so. */
function shareOf(words: readonly string[], isKnown: (word: string) => boolean): { share: number; said: string } {
  const known = words.filter(isKnown).length;
  return { share: known / words.length, said: `${known} of ${words.length} (${((100 * known) / words.length).toFixed(1)} %)` };
}

describe('the sample is written in words of its own', () => {
  for (const language of ['it', 'en'] as const) {
    // articles, pronouns and the like stand in every text and in every list; they count, and the message tells the share without them too
    it(`most words of its comments stand in no list of the reader: ${language}`, () => {
      const isKnown = knownWords(language);
      const types = [...new Set(sample.messages.filter(({ person, truth }) => person !== null && truth.language === language).flatMap(({ text }) => wordsOf(text)))];
      const telling = types.filter((word) => !STOPS.has(word));
      const { share, said } = shareOf(types, isKnown);
      const message = `${language}: ${said} different words are in the lists, ${shareOf(telling, isKnown).said} without stop words`;
      expect(telling.length, message).toBeGreaterThan(700);
      expect(share, message).toBeLessThanOrEqual(0.5);
      expect(share, message).toBeGreaterThan(0.02);
    });
  }
});
