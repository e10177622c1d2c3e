import { describe, expect, it } from 'vitest';
import { FILE_WARNINGS } from '../../../../../src/domain/model/file-warning.ts';
import { warningText } from '../../../../../src/renderer/features/import/import-words.ts';
import { createTranslator } from '../../../../../src/renderer/i18n/catalogue.ts';
import { createFormats } from '../../../../../src/domain/wording/formats.ts';

const sentence = (warning: Parameters<typeof warningText>[0], language: 'it' | 'en'): string => warningText(warning, createTranslator(language).getFixedT(language, 'importing'), createFormats(language, 'Europe/Rome'));

describe('a warning about a file', () => {
  it('is told by its code and its count, whatever its English message says', () => {
    const warning = { code: 'double-encoded-kept', message: '99 texts were repaired on import', count: 1_240, names: [] } as const;
    expect(sentence({ ...warning, names: [] }, 'it')).toBe('Testi con accenti guasti (caffÃ¨): 1.240. Restano come sono, perché altri nella stessa colonna sono sani.');
    expect(sentence({ ...warning, code: 'double-encoded', message: 'not repaired', names: [] }, 'en')).toBe('Texts with broken accents (caffÃ¨): 1,240. They are repaired.');
  });
  it('names the columns it is about', () => {
    expect(sentence({ code: 'renamed-columns', message: '', count: 2, names: ['colonna 2', 'data (2)'] }, 'it')).toBe('Colonne senza nome o ripetute, rinominate: 2 (colonna 2 e data (2)).');
    expect(sentence({ code: 'guessed-encoding', message: '', count: null, names: ['windows-1252'] }, 'en')).toBe('The character encoding is a guess: windows-1252. If accents are wrong, change it.');
  });
  it('has words without a hole for every code', () => {
    for (const language of ['it', 'en'] as const) for (const code of FILE_WARNINGS) expect(sentence({ code, message: '', count: 3, names: ['a'] }, language)).not.toMatch(/\{\{|^warning\./);
  });
});
