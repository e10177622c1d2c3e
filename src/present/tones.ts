import type { ReportLook, ReportTone } from '../domain/model/report.ts';

/** The two grounds a report may be seen on. Slides, print and sheets are light. */
export type ReportTheme = 'light' | 'dark';

/** Colours that stand around the marks: grounds, texts, hairlines. */
export interface GroundColors {
  readonly paper: string;
  readonly surface: string;
  /** A tint of the paper for heads of tables and wells. */
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly outline: string;
}

const GROUNDS: Readonly<Record<ReportTheme, GroundColors>> = {
  light: { paper: '#FBF9F5', surface: '#FFFFFF', sunken: '#F4F0E8', ink: '#1C1E22', muted: '#5F636B', line: '#E4DFD6', outline: '#8A8478' },
  dark: { paper: '#15171B', surface: '#1D2025', sunken: '#24282E', ink: '#ECE9E2', muted: '#A3A7AF', line: '#30343B', outline: '#727882' },
};

const TONES: Readonly<Record<ReportTheme, Readonly<Record<string, string>>>> = {
  light: {
    accent: '#0F6E78', warm: '#B5481F', gold: '#8A6212', context: '#858076',
    'tribe-1': '#2754CE', 'tribe-2': '#CB6D98', 'tribe-3': '#788C53', 'tribe-4': '#47007F', 'tribe-5': '#7F6160', 'tribe-6': '#A073F1', 'tribe-7': '#5E1C36', 'tribe-8': '#423C00',
    'intent-information': '#4B8AE8', 'intent-trouble': '#B5481F', 'intent-idea': '#5F2590', 'intent-purchase': '#0F6E78', 'intent-decision': '#3D3323', 'intent-praise': '#2C7A4B', 'intent-recommendation': '#62791F', 'intent-help': '#2E7FA6', 'intent-contest': '#A83A78', 'intent-other': '#858076',
  },
  dark: {
    accent: '#4FB3BD', warm: '#E58A62', gold: '#D9B25F', context: '#8F8B83',
    'tribe-1': '#7495DF', 'tribe-2': '#BD8392', 'tribe-3': '#829233', 'tribe-4': '#D6C2EE', 'tribe-5': '#91634E', 'tribe-6': '#766897', 'tribe-7': '#76E6C7', 'tribe-8': '#D0E78E',
    'intent-information': '#5684E8', 'intent-trouble': '#E58A62', 'intent-idea': '#DDBDF7', 'intent-purchase': '#4FB3BD', 'intent-decision': '#F3EBD3', 'intent-praise': '#6BBF8A', 'intent-recommendation': '#A9BE5C', 'intent-help': '#7FBEDD', 'intent-contest': '#E283B6', 'intent-other': '#8F8B83',
  },
};

const LEAST_TEXT_CONTRAST = 4.5;
const COLOR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

const parts = (color: string): readonly [number, number, number] => {
  const found = COLOR.exec(color);
  const part = (place: number): number => Number.parseInt(found?.[place] ?? '00', 16);
  return [part(1), part(2), part(3)];
};
const hex = (value: number): string => Math.round(Math.min(255, Math.max(0, value))).toString(16).padStart(2, '0').toUpperCase();

function luminance(color: string): number {
  const [red, green, blue] = parts(color).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/**
 * Contrast of two `#RRGGBB` colours, 1 (the same) to 21 (black on white); a text that is no colour counts as black.
 * Source: WCAG 2.2, relative luminance.
 */
export function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].sort((one, other) => one - other);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/**
 * `part` of a colour laid on a ground, 0 to 1, as `#RRGGBB`: bands and tints where a format knows no opacity.
 * @example mixed('#000000', '#FFFFFF', 0.5) // '#808080'
 */
export function mixed(color: string, ground: string, part: number): string {
  const [above, below] = [parts(color), parts(ground)];
  return `#${above.map((value, place) => hex(value * part + (below[place] ?? 0) * (1 - part))).join('')}`;
}

/**
 * The colour itself where text in it can be read on the ground (4.5:1), else the nearest mix with black or white that can:
 * a client's own colour is kept as far as eyes allow.
 */
export function readableOn(color: string, ground: string): string {
  const end = luminance(ground) > 0.18 ? '#000000' : '#FFFFFF';
  for (let part = 1; part > 0; part -= 0.05) {
    const candidate = mixed(color, end, part);
    if (contrast(candidate, ground) >= LEAST_TEXT_CONTRAST) return candidate;
  }
  return end;
}

/** Grounds and texts of a report: in light its own paper and ink, in dark the workbench's, which no client chooses. */
export function groundColors(look: Pick<ReportLook, 'ink' | 'paper'>, theme: ReportTheme = 'light'): GroundColors {
  return theme === 'light' ? { ...GROUNDS.light, ink: look.ink, paper: look.paper } : GROUNDS.dark;
}

/**
 * A tone as `#RRGGBB`. `accent` is the report's own, made readable on the ground; all others are the workbench's, whose
 * contrasts and distances for colour-blind eyes are tested there. A tone nobody knows is drawn as context.
 */
export function toneColor(tone: ReportTone, look: Pick<ReportLook, 'accent' | 'ink' | 'paper'>, theme: ReportTheme = 'light'): string {
  const known = TONES[theme][tone] ?? TONES[theme]['context'] ?? GROUNDS[theme].muted;
  if (tone !== 'accent' || look.accent.toUpperCase() === TONES.light['accent']) return known;
  return readableOn(look.accent, theme === 'light' ? GROUNDS.light.surface : GROUNDS.dark.surface);
}

/** Every tone by name, for a style sheet that writes both themes once. */
export function allToneColors(look: Pick<ReportLook, 'accent' | 'ink' | 'paper'>, theme: ReportTheme): readonly (readonly [ReportTone, string])[] {
  return Object.keys(TONES[theme]).map((tone) => [tone as ReportTone, toneColor(tone as ReportTone, look, theme)]);
}
