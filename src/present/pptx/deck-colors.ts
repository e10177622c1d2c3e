import type { ReportLook, ReportTone } from '../../domain/model/report.ts';
import { groundColors, mixed, readableOn, toneColor } from '../tones.ts';

/** Slots of the deck's colour theme: whoever changes the theme in a slide editor repaints texts, grounds, tables and charts alike. */
export const THEME = { ink: 'tx1', paper: 'bg1', muted: 'tx2', line: 'bg2', accent: 'accent1', warm: 'accent2', gold: 'accent3', context: 'accent4' } as const;

const SLOTS: Readonly<Partial<Record<string, string>>> = { accent: THEME.accent, warm: THEME.warm, gold: THEME.gold, context: THEME.context };

/** White, on which tables and figures lie. */
export const SURFACE = '#FFFFFF';

/** A tone as the theme's slot where it has one, else as `#RRGGBB`. */
export function deckColor(tone: ReportTone, look: ReportLook): string {
  return SLOTS[tone] ?? toneColor(tone, look);
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

/** White or ink, whichever reads on a mark of this tone. */
export function inkOn(tone: ReportTone, look: ReportLook): string {
  const color = toneColor(tone, look);
  return readableOn(SURFACE, color) === SURFACE ? SURFACE : THEME.ink;
}

/** A softer shade of a tone on the paper: limits beside their estimate. */
export function softColor(tone: ReportTone, look: ReportLook): string {
  return mixed(toneColor(tone, look), look.paper, 0.45);
}
