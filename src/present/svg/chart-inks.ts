import type { ReportLook, ReportTone } from '../../domain/model/report.ts';
import { contrast, groundColors, mixed, toneColor, type GroundColors, type ReportTheme } from '../tones.ts';

/** Colours a drawing is made with, each as it stands in an attribute. */
export interface ChartInks {
  readonly tone: (tone: ReportTone) => string;
  /** Text on a ground of that tone. */
  readonly onTone: (tone: ReportTone) => string;
  readonly ground: (name: keyof GroundColors) => string;
}

/** Text that reads best on a tone: the dark or the light one. */
export function inkOn(color: string): string {
  return contrast(color, '#FFFFFF') >= contrast(color, '#14161A') ? '#FFFFFF' : '#14161A';
}

/** Colours as they are, for a picture that stands alone and for print. */
export function fixedInks(look: ReportLook, theme: ReportTheme = 'light'): ChartInks {
  const grounds = groundColors(look, theme);
  return { tone: (tone) => toneColor(tone, look, theme), onTone: (tone) => inkOn(toneColor(tone, look, theme)), ground: (name) => grounds[name] };
}

/** Colours by the names that {@link themeVariables} declares, so that one drawing is light or dark with its page. */
export const themedInks: ChartInks = { tone: (tone) => `var(--${tone})`, onTone: (tone) => `var(--on-${tone})`, ground: (name) => `var(--${name})` };

/** Custom properties for {@link themedInks} in one theme, as declarations of a style sheet; `tones` are those a report uses. */
export function themeVariables(look: ReportLook, theme: ReportTheme, tones: readonly ReportTone[]): string {
  const grounds = Object.entries(groundColors(look, theme)).map(([name, color]: readonly [string, string]) => `--${name}: ${color};`);
  const colors = tones.flatMap((tone) => {
    const color = toneColor(tone, look, theme);
    return [`--${tone}: ${color};`, `--on-${tone}: ${inkOn(color)};`];
  });
  const accent = toneColor('accent', look, theme);
  const surface = groundColors(look, theme).surface;
  return [...grounds, ...colors, `--link: ${accent};`, `--accent-soft: ${mixed(accent, surface, 0.12)};`].join(' ');
}
