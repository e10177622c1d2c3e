import type { Intent, Sentiment, Zone } from '../../domain/model/codes.ts';

/** The colours of one theme, as sRGB hex. Pairs that carry text reach 4.5:1, marks and outlines 3:1; a test checks all of them. */
export interface Palette {
  readonly paper: string;
  readonly surface: string;
  /** A tint of the paper for wells, table heads and hovered rows. */
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** Outline of controls: 3:1 on paper and surface, where a hairline would not be seen. */
  readonly outline: string;
  readonly accent: string;
  /** Ground under accent-coloured text: the selected room, a chosen segment. */
  readonly accentSoft: string;
  /** Text on a ground of accent. */
  readonly onAccent: string;
  readonly warm: string;
  readonly warmSoft: string;
  readonly gold: string;
  readonly goldSoft: string;
  readonly positive: string;
  /** Eight tribes, in the order of their shapes. */
  readonly tribes: readonly [string, string, string, string, string, string, string, string];
  readonly intents: Readonly<Record<Intent, string>>;
  readonly sentiments: Readonly<Record<Sentiment, string>>;
  readonly zones: Readonly<Record<Zone, string>>;
  readonly shadow: string;
}

/** The two themes. */
export type ThemeName = 'light' | 'dark';

/** Both themes. Created value is on the teal side, consumed on the warm side, the 1:1 band is gold. */
export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    paper: '#FBF9F5',
    surface: '#FFFFFF',
    sunken: '#F4F0E8',
    ink: '#1C1E22',
    muted: '#5F636B',
    line: '#E4DFD6',
    outline: '#8A8478',
    accent: '#0F6E78',
    accentSoft: '#E3F0F0',
    onAccent: '#FFFFFF',
    warm: '#B5481F',
    warmSoft: '#FBEBE3',
    gold: '#8A6212',
    goldSoft: '#F7EEDB',
    positive: '#2C7A4B',
    tribes: ['#2754CE', '#CB6D98', '#788C53', '#47007F', '#7F6160', '#A073F1', '#5E1C36', '#423C00'],
    intents: {
      information: '#4B8AE8',
      trouble: '#B5481F',
      idea: '#5F2590',
      purchase: '#0F6E78',
      decision: '#3D3323',
      praise: '#2C7A4B',
      recommendation: '#62791F',
      help: '#2E7FA6',
      contest: '#A83A78',
      other: '#858076',
    },
    sentiments: { negative: '#B5481F', neutral: '#858076', positive: '#2C7A4B' },
    zones: { 'gives-more': '#0F6E78', even: '#8A6212', 'receives-more': '#B5481F', 'little-active': '#858076', few: '#858076' },
    shadow: '0 1px 2px rgb(40 34 20 / 6%), 0 4px 16px rgb(40 34 20 / 5%)',
  },
  dark: {
    paper: '#15171B',
    surface: '#1D2025',
    sunken: '#24282E',
    ink: '#ECE9E2',
    muted: '#A3A7AF',
    line: '#30343B',
    outline: '#727882',
    accent: '#4FB3BD',
    accentSoft: '#1B3338',
    onAccent: '#0C1416',
    warm: '#E58A62',
    warmSoft: '#3A251C',
    gold: '#D9B25F',
    goldSoft: '#352C18',
    positive: '#6BBF8A',
    tribes: ['#7495DF', '#BD8392', '#829233', '#D6C2EE', '#91634E', '#766897', '#76E6C7', '#D0E78E'],
    intents: {
      information: '#5684E8',
      trouble: '#E58A62',
      idea: '#DDBDF7',
      purchase: '#4FB3BD',
      decision: '#F3EBD3',
      praise: '#6BBF8A',
      recommendation: '#A9BE5C',
      help: '#7FBEDD',
      contest: '#E283B6',
      other: '#8F8B83',
    },
    sentiments: { negative: '#E58A62', neutral: '#8F8B83', positive: '#6BBF8A' },
    zones: { 'gives-more': '#4FB3BD', even: '#D9B25F', 'receives-more': '#E58A62', 'little-active': '#8F8B83', few: '#8F8B83' },
    shadow: '0 1px 2px rgb(0 0 0 / 30%), 0 6px 20px rgb(0 0 0 / 22%)',
  },
};

/** Measures shared by both themes. Type in px on the scale 12/13/14/16/20/26/34; space in steps of 4 px. */
export const measures = {
  typeSizes: [12, 13, 14, 16, 20, 26, 34],
  spaces: [4, 8, 12, 16, 20, 24, 32, 40, 48, 64],
  radius: 8,
  fonts: {
    sans: "'Inter Variable', system-ui, sans-serif",
    serif: "'Source Serif 4 Variable', Georgia, serif",
  },
  motionMs: { fast: 120, slow: 180 },
} as const;
