import type { ReportLook, ReportTone } from '../../domain/model/report.ts';
import { groundColors, mixed, readableOn, toneColor } from '../tones.ts';

/**
 * Slots of the deck's colour theme: whoever changes the theme in a slide editor, or lays a report into a template, repaints texts,
 * grounds, tables and what is spoken of alike. Tones that mean something, such as the grey of context and the gold of parity, are
 * no slots: in another theme they would be any colour.
 */
export const THEME = { ink: 'tx1', paper: 'bg1', muted: 'tx2', line: 'bg2', accent: 'accent1' } as const;

/** The gold of lines to hold values against. */
export const GOLD = toneColor('gold', { accent: '#0F6E78', ink: '#1C1E22', paper: '#FBF9F5' });

/** White, on which tables and figures lie. */
export const SURFACE = '#FFFFFF';

/** A tone as `#RRGGBB`, and the report's own as its slot of the theme. */
export function deckColor(tone: ReportTone, look: ReportLook): string {
  return tone === 'accent' ? THEME.accent : toneColor(tone, look);
}

/** Every slot of the theme as `RRGGBB`, by its name in the theme's part. */
export function themeSlots(look: ReportLook): Readonly<Record<string, string>> {
  const ground = groundColors(look);
  const tone = (name: ReportTone): string => toneColor(name, look);
  const slots = {
    dk1: look.ink, lt1: look.paper, dk2: readableOn(ground.muted, look.paper), lt2: ground.line,
    accent1: tone('accent'), accent2: tone('warm'), accent3: tone('gold'), accent4: tone('context'), accent5: tone('tribe-1'), accent6: tone('tribe-6'),
    hlink: tone('accent'), folHlink: ground.muted,
  };
  return Object.fromEntries(Object.entries(slots).map(([name, color]) => [name, color.slice(1).toUpperCase()]));
}

/** A softer shade of a tone on the paper: limits beside their estimate. */
export function softColor(tone: ReportTone, look: ReportLook): string {
  return mixed(toneColor(tone, look), look.paper, 0.45);
}
