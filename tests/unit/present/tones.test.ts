import { expect, test } from 'vitest';
import { allToneColors, contrast, groundColors, mixed, readableOn, toneColor, type ReportTheme } from '../../../src/present/tones.ts';
import { palettes } from '../../../src/renderer/tokens/tokens.ts';
import { madeUpReport } from '../../support/made-up-report.ts';

const { look } = madeUpReport;

test.each<ReportTheme>(['light', 'dark'])('tones are the colours of the window in %s', (theme) => {
  const palette = palettes[theme];
  const expected = new Map<string, string>([['accent', palette.accent], ['warm', palette.warm], ['gold', palette.gold], ['context', palette.intents.other]]);
  palette.tribes.forEach((color, place) => expected.set(`tribe-${String(place + 1)}`, color));
  for (const [intent, color] of Object.entries(palette.intents)) expected.set(`intent-${intent}`, color);
  expect(new Map<string, string>(allToneColors(look, theme))).toEqual(expected);
  const { paper, surface, sunken, ink, muted, line, outline } = palette;
  expect(groundColors(look, theme)).toEqual({ paper, surface, sunken, ink, muted, line, outline });
});

test("a client's accent is kept where it can be read and moved where it cannot", () => {
  expect(toneColor('accent', { ...look, accent: '#7A1FA2' })).toBe('#7A1FA2');
  const yellow = toneColor('accent', { ...look, accent: '#FFE100' });
  expect(yellow).not.toBe('#FFE100');
  expect(contrast(yellow, '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(toneColor('accent', { ...look, accent: '#7A1FA2' }, 'dark'), '#1D2025')).toBeGreaterThanOrEqual(4.5);
});

test('an unknown tone is drawn as context', () => {
  expect(toneColor('intent-nothing', look)).toBe(palettes.light.intents.other);
});

test('contrast and mixing follow their definitions', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  expect(mixed('#000000', '#FFFFFF', 0.5)).toBe('#808080');
  expect(mixed('#0F6E78', '#FFFFFF', 1)).toBe('#0F6E78');
  expect(readableOn('#FFFFFF', '#FFFFFF')).toMatch(/^#[0-9A-F]{6}$/);
});
