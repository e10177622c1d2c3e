import { measures, palettes, type Palette } from './tokens.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function paletteLines(palette: Palette): string[] {
  const lines: string[] = [];
  for (const [name, value] of Object.entries(palette) as [string, string | readonly string[] | Readonly<Record<string, string>>][]) {
    if (typeof value === 'string') lines.push(`--${kebab(name)}: ${value};`);
    else if (name === 'tribes') (value as readonly string[]).forEach((colour, position) => lines.push(`--tribe-${String(position + 1)}: ${colour};`));
    else for (const [code, colour] of Object.entries(value)) lines.push(`--${name.slice(0, -1)}-${code}: ${colour};`);
  }
  return lines;
}

function rule(selector: string, lines: readonly string[], scheme: string): string {
  return `${selector} {\n  color-scheme: ${scheme};\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`;
}

/**
 * The text of `tokens.css`: every token as a custom property (`--accent`, `--tribe-1`, `--intent-trouble`,
 * `--sentiment-negative`, `--zone-even`, `--text-14`, `--space-16`), for both themes. The theme is the attribute
 * `data-theme` of the root element. A test holds the file equal to this text.
 */
export function tokenSheet(): string {
  const shared = [
    ...measures.typeSizes.map((size) => `--text-${String(size)}: ${String(size / 16)}rem;`),
    ...measures.spaces.map((space) => `--space-${String(space)}: ${String(space / 16)}rem;`),
    `--radius: ${String(measures.radius)}px;`,
    `--font-sans: ${measures.fonts.sans};`,
    `--font-serif: ${measures.fonts.serif};`,
    `--motion-fast: ${String(measures.motionMs.fast)}ms;`,
    `--motion-slow: ${String(measures.motionMs.slow)}ms;`,
  ];
  return ['/* Made from tokens.ts; a test holds both equal. */\n', `:root {\n${shared.map((line) => `  ${line}`).join('\n')}\n}\n`, rule(":root, :root[data-theme='light']", paletteLines(palettes.light), 'light'), rule(":root[data-theme='dark']", paletteLines(palettes.dark), 'dark')].join('\n');
}
