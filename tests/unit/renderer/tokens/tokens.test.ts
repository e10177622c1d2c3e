import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REQUEST_INTENTS } from '../../../../src/domain/model/codes.ts';
import { tokenSheet } from '../../../../src/renderer/tokens/token-sheet.ts';
import { palettes, type Palette } from '../../../../src/renderer/tokens/tokens.ts';
import { colourDifference, contrastRatio, seenAs, VISIONS } from './colour-science.ts';

const GROUNDS = ['paper', 'surface', 'sunken'] as const;
const BLIND = ['protanopia', 'deuteranopia', 'tritanopia'] as const;
const pairs = <Item>(items: readonly Item[]): [Item, Item][] => items.flatMap((a, position) => items.slice(position + 1).map((b): [Item, Item] => [a, b]));

describe('the colour science of these tests', () => {
  it('agrees with published pairs of CIEDE2000', () => {
    // Sharma, Wu and Dalal 2005, table 1, pairs 1, 7, 17 and 25
    expect(colourDifference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(colourDifference([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
    expect(colourDifference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(colourDifference([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  });

  it('knows the contrast of black and white', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
    expect(Object.keys(VISIONS)).toHaveLength(4);
  });
});

describe.each(Object.entries(palettes))('the %s theme', (_, palette: Palette) => {
  it('carries text at 4.5:1 or more', () => {
    const texts = ['ink', 'muted', 'accent', 'warm', 'gold', 'positive'] as const;
    const weak = texts.flatMap((text) => GROUNDS.filter((ground) => contrastRatio(palette[text], palette[ground]) < 4.5).map((ground) => `${text} on ${ground}`));
    const soft = ([['accent', 'accentSoft'], ['warm', 'warmSoft'], ['gold', 'goldSoft'], ['ink', 'accentSoft'], ['ink', 'warmSoft'], ['ink', 'goldSoft'], ['muted', 'accentSoft'], ['muted', 'warmSoft'], ['muted', 'goldSoft'], ['onAccent', 'accent'], ['paper', 'ink']] as const)
      .filter(([text, ground]) => contrastRatio(palette[text], palette[ground]) < 4.5).map((pair) => pair.join(' on '));
    expect([...weak, ...soft]).toEqual([]);
  });

  it('draws marks and outlines at 3:1 or more on paper and surface', () => {
    const marks: [string, string][] = [['outline', palette.outline], ...palette.tribes.map((colour, position): [string, string] => [`tribe ${position + 1}`, colour]), ...Object.entries(palette.intents), ...Object.entries(palette.sentiments), ...Object.entries(palette.zones)];
    expect(marks.filter(([, colour]) => contrastRatio(colour, palette.paper) < 3 || contrastRatio(colour, palette.surface) < 3).map(([name]) => name)).toEqual([]);
  });

  it.each(BLIND)('keeps the eight tribes 10 Delta-E apart under %s', (vision) => {
    const nearest = Math.min(...pairs(palette.tribes).map(([a, b]) => colourDifference(seenAs(a, vision), seenAs(b, vision))));
    expect(nearest).toBeGreaterThanOrEqual(10);
  });

  it('keeps tribes away from accent, warm and gold', () => {
    const signals = [palette.accent, palette.warm, palette.gold];
    const nearest = Math.min(...palette.tribes.flatMap((tribe) => signals.map((signal) => colourDifference(seenAs(tribe, 'normal'), seenAs(signal, 'normal')))));
    expect(nearest).toBeGreaterThanOrEqual(15);
  });

  it.each(BLIND)('tells the request intents apart under %s', (vision) => {
    const colours = REQUEST_INTENTS.map((intent) => palette.intents[intent]);
    expect(Math.min(...pairs(colours).map(([a, b]) => colourDifference(seenAs(a, vision), seenAs(b, vision))))).toBeGreaterThanOrEqual(10);
  });
});

describe('the token sheet', () => {
  const file = readFileSync(new URL('../../../../src/renderer/tokens/tokens.css', import.meta.url), 'utf8');

  it('is the file that the window loads', () => {
    expect(file).toBe(tokenSheet());
  });

  it('names every tribe and intent in both themes', () => {
    expect(file.match(/--tribe-8: /g)).toHaveLength(2);
    expect(file.match(/--intent-trouble: /g)).toHaveLength(2);
    expect(file).toContain('--on-accent: ');
  });
});
