import { describe, expect, test } from 'vitest';
import { networkNamed } from '../../../src/ingest/network-name.ts';
import { privateName } from '../../../src/ingest/private-name.ts';

describe('names', () => {
  test.each(['anna@example.org', 'ANNA.ROSSI+shop@mail.example.it', '+39 333 123 4567', '+393331234567', '(02) 123 4567'])('%s becomes a pseudonym', (name) => expect(privateName(name)).toMatch(/^person [0-9a-f]{12}$/));
  test.each(['Anna Rossi', '@anna', '123456789012', '12345678-1234', 'Ugo 2', 'a@b', '2001'])('%s stays', (name) => expect(privateName(name)).toBe(name));
  test('one person keeps one pseudonym however the address is written', () => {
    expect(privateName('Anna@Example.org')).toBe(privateName('anna@example.org'));
    expect(privateName('+39 333 1234567')).toBe(privateName('+39 333 123 45 67'));
    expect(privateName('anna@example.org')).not.toBe(privateName('anne@example.org'));
  });
  test('networks have one code', () => expect(['Twitter', 'X', 'instagram_public', 'Google My Business', 'VKontakte IT'].map(networkNamed)).toEqual(['x', 'x', 'instagram', 'google-maps', 'vkontakte-it']));
});
