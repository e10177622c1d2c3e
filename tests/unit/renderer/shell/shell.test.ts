import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/renderer/i18n/catalogue.ts';
import { createFormats } from '../../../../src/domain/wording/formats.ts';
import { changeWords } from '../../../../src/renderer/shell/change-words.ts';
import { filterChips } from '../../../../src/renderer/shell/filter-chips.ts';
import { keyName, shownKey } from '../../../../src/renderer/shell/keys.ts';
import { ROOMS } from '../../../../src/renderer/shell/rooms.ts';

const translator = createTranslator('it');

describe('rooms', () => {
  it('keep their order and their keys', () => {
    expect(ROOMS.map(({ id, key }) => `${key} ${id}`)).toEqual(['1 overview', '2 data', '3 messages', '4 people', '5 tribes', '6 response', '7 trust', '8 value', '9 strategy', '0 present']);
  });
});

describe('keys', () => {
  it('have one written form', () => {
    expect(keyName({ key: 'z', command: true, shift: true, alt: false })).toBe('Mod+Shift+Z');
    expect(keyName({ key: '?', command: false, shift: true, alt: false })).toBe('?');
    expect(keyName({ key: '5', command: false, shift: false, alt: true })).toBe('');
    expect(shownKey('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(shownKey('Mod+K', true)).toBe('⌘K');
  });
});

describe('filters as chips', () => {
  const t = translator.getFixedT('it', ['shell', 'codes'] as const);
  const words = { t, formats: createFormats('it', 'Europe/Rome'), language: 'it' };

  it('are one a value, each with what remains without it', () => {
    const chips = filterChips({ networks: ['facebook', 'unknown'], intents: ['trouble'], tribes: ['value:even'], text: 'caffè' }, words);
    expect(chips.map(({ kind, label }) => `${kind} ${label}`)).toEqual(['rete Facebook', 'rete rete non indicata', 'tribù alla pari', 'intenzione problema', 'testo «caffè»']);
    expect(chips[0]?.without).toEqual({ networks: ['unknown'], intents: ['trouble'], tribes: ['value:even'], text: 'caffè' });
    expect(chips[4]?.without).toEqual({ networks: ['facebook', 'unknown'], intents: ['trouble'], tribes: ['value:even'] });
  });

  it('say a period by its last day, which the filter excludes', () => {
    const [fromMs, toMs] = [Date.UTC(2026, 0, 31, 23), Date.UTC(2026, 1, 28, 23)];
    const tribeNames = new Map([['own:1a', 'Baristi di casa'], ['value:even', 'In pari']]);
    expect(filterChips({ tribes: ['own:1a', 'value:even', 'role:customer', 'own:gone'] }, { ...words, tribeNames }).map(({ label }) => label)).toEqual(['Baristi di casa', 'In pari', 'cliente', 'gone']);
    expect(filterChips({ fromMs, toMs }, words)).toMatchObject([{ label: '1 febbraio 2026 – 28 febbraio 2026', without: {} }]);
    expect(filterChips({ weekdays: [1, 3], hours: [9, 10, 14], text: 'x' }, words)).toMatchObject([
      { kind: 'giorno', label: 'lunedì, mercoledì', without: { hours: [9, 10, 14], text: 'x' } }, { kind: 'ora', label: '09:00–11:00, 14:00–15:00', without: { weekdays: [1, 3], text: 'x' } }, { key: 'text' },
    ]);
    expect(filterChips({ toMs }, words)[0]?.label).toBe('fino al 28 febbraio 2026');
    expect(filterChips({ fromMs }, words)[0]?.label).toBe('dal 1 febbraio 2026');
  });
});

describe('journal entries', () => {
  it('are said in the reader’s words', () => {
    const t = translator.getFixedT('it', 'shell');
    expect(changeWords('brand.assign:Caffè Aurora', t)).toBe('assegnazione del brand Caffè Aurora');
    expect(changeWords('import:a.csv, b.csv', t)).toBe('importazione di a.csv, b.csv');
    expect(changeWords('other.thing:x', t)).toBeNull();
    expect(changeWords(null, t)).toBeNull();
  });
});
