import { escaped } from '../html/escaped.ts';

/** Attributes of an element by name; null leaves one out. Numbers are rounded to a tenth of a pixel. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** A number as drawings write it: at most one decimal, so that files stay small and the same on every machine. */
export function drawn(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

/** One element with its children, which are markup already; attribute values are escaped here. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${typeof value === 'number' ? drawn(value) : escaped(value)}"`])).join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A tooltip that needs no script: the title of a mark. */
export function tooltip(words: string): string {
  return element('title', {}, escaped(words));
}

/** Lines of text, the first with its baseline at `y`; the whole text is a tooltip where the lines do not hold all of it. */
export function textLines(lines: readonly string[], { x, y, size, step = size * 1.25, whole, ...attributes }: Attributes & { readonly x: number; readonly y: number; readonly size: number; readonly step?: number; readonly whole?: string | null }): string {
  const joined = lines.join(' ');
  const hint = typeof whole === 'string' && whole !== joined ? tooltip(whole) : '';
  const body = lines.length === 1 ? escaped(joined) : lines.map((line, place) => element('tspan', { x, y: y + place * step }, escaped(line))).join('');
  return element('text', { x, y, 'font-size': size, ...attributes }, hint, body);
}
