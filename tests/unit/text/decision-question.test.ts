import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionQuestion, decisionSearch } from '../../../src/text/decision-question.ts';
import { decisionRules } from '../../../src/text/decision-rules.ts';
import { foldedForm } from '../../../src/text/folded-form.ts';

const LANGUAGES = ['it', 'en'] as const;

/** Sentences written for this test, one a line: 1 for a question for a choice, 0 for one that looks like it. */
const sentences = (name: string): { readonly asks: boolean; readonly text: string }[] =>
  readFileSync(new URL(`../../reference/decisions/${name}.tsv`, import.meta.url), 'utf8').trim().split('\n').map((line) => {
    const [mark, text = ''] = line.split('\t');
    return { asks: mark === '1', text };
  });

function scores(name: string, language: 'it' | 'en'): { readonly found: number; readonly right: number; readonly all: number } {
  const marked = sentences(name).map(({ asks, text }) => ({ asks, found: decisionQuestion(text, language) !== null }));
  return { found: marked.filter(({ found }) => found).length, right: marked.filter(({ asks, found }) => asks && found).length, all: marked.filter(({ asks }) => asks).length };
}

describe('questions for a choice', () => {
  it('are told on the sentences that the rules were shaped on', () => {
    for (const language of LANGUAGES) {
      const all = sentences(language);
      expect(all.filter(({ asks }) => asks).length).toBeGreaterThanOrEqual(60);
      expect(all.filter(({ asks }) => !asks).length).toBeGreaterThanOrEqual(60);
    }
    const [it, en] = [scores('it', 'it'), scores('en', 'en')];
    expect(it.right / it.found).toBeGreaterThan(0.95);
    expect(it.right / it.all).toBeGreaterThan(0.9);
    expect(en.right / en.found).toBeGreaterThan(0.95);
    expect(en.right / en.all).toBeGreaterThan(0.88);
  });

  it('are told on sentences held back as docs/reading.md says', () => {
    const page = readFileSync(new URL('../../../docs/reading.md', import.meta.url), 'utf8');
    for (const language of LANGUAGES) {
      const { found, right, all } = scores(`${language}.held`, language);
      expect(page).toContain(`| ${language} | held back | ${String(sentences(`${language}.held`).length)} | ${(right / found).toFixed(2)} | ${(right / all).toFixed(2)} |`);
      const shaped = scores(language, language);
      expect(page).toContain(`| ${language} | shaped on | ${String(sentences(language).length)} | ${(shaped.right / shaped.found).toFixed(2)} | ${(shaped.right / shaped.all).toFixed(2)} |`);
    }
  });

  it('say in which form they ask', () => {
    expect(decisionQuestion('Cosa mi consigliate per iniziare?', 'it')).toBe('advice');
    expect(decisionQuestion('Moka o capsule?', 'it')).toBe('choice');
    expect(decisionQuestion('Secondo voi vale la pena?', 'it')).toBe('worth');
    expect(decisionQuestion('Has anyone tried the new one?', 'en')).toBe('experience');
    expect(decisionQuestion('', 'it')).toBeNull();
  });

  it('are found without accents, with doubled letters and in capitals', () => {
    expect(decisionQuestion('SECONDO VOI E MEGLIOOOO LA MOKA O LE CAPSULE???', 'it')).toBe('choice');
    expect(decisionQuestion('@marca cosa mi consigliate?', 'it')).toBe('advice');
  });

  it('never hide from the words that an index is asked for', () => {
    for (const language of LANGUAGES) {
      const triggers = decisionRules(language).triggers;
      for (const { text } of [...sentences(language), ...sentences(`${language}.held`)].filter(({ text: one }) => decisionQuestion(one, language) !== null)) {
        if (text.includes('?')) continue;
        const words = foldedForm(text).split(/[^\p{L}\p{N}]+/u);
        expect(words.some((word) => triggers.some((trigger) => (trigger.endsWith('*') ? word.startsWith(trigger.slice(0, -1)) : word === trigger))), text).toBe(true);
      }
      expect(decisionSearch(language)).toMatch(/^"[^"]+"\*?( OR "[^"]+"\*?)*$/u);
    }
  });

  it('take any text without failing, in time that grows with its length alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => LANGUAGES.every((language) => decisionQuestion(text, language) === decisionQuestion(text, language))), { numRuns: 60 });
    expect(decisionQuestion(`meglio ${'la moka '.repeat(2000)}?`, 'it')).toBeNull();
  });
});
