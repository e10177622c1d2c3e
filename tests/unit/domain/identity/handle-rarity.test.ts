import { describe, expect, test } from 'vitest';
import { foldedHandle, handleBits, neededBits } from '../../../../src/domain/identity/handle-rarity.ts';

describe('a handle folded', () => {
  test.each([
    ['@Giulia.Bi_88', 'giuliabi88'], ['giulia-bi88', 'giuliabi88'], ['Giùlia', 'giulia'], ['pane@mastodon.uno', 'pane'], ['pane.bsky.social', 'pane'], ['＠Nebbia', 'nebbia'], ['...', ''],
  ])('%s is %s', (written, folded) => expect(foldedHandle(written)).toBe(folded));
});

describe('what a handle tells', () => {
  test.each(['info', 'admin', 'user123', 'utente4567', 'marco', 'marco87', 'marco1987', 'marcorossi', 'maria.bianchi', 'anna_', 'kiwi', 'support_team', 'francesca2003', 'ciao', '123456'])('%s names nobody', (handle) => {
    expect(handleBits(foldedHandle(handle))).toBeLessThan(neededBits(10));
  });
  test.each(['pixelina_torrefatta', 'nebbiosa.blu', 'marcozampironi', 'il_gatto_di_schrodi', 'qwfpgj88'])('%s is rare enough', (handle) => {
    expect(handleBits(foldedHandle(handle))).toBeGreaterThan(neededBits(10));
  });
  test('is the cheapest way of writing it, and never falls when letters are added', () => {
    expect(handleBits('marco')).toBe(6.5);
    expect(handleBits('marcorossi')).toBe(15);
    expect(handleBits('')).toBe(0);
    expect(handleBits('zz')).toBe(7);
    expect(handleBits('x1987')).toBeCloseTo(3.5 + 6.3);
  });
  test('must be more among more accounts', () => {
    expect(neededBits(0)).toBe(20);
    expect(neededBits(1_000)).toBe(20);
    expect(neededBits(200_000)).toBeCloseTo(23.6, 1);
  });
});
