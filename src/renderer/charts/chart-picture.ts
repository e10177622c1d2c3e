import { svgPng } from './svg-png.ts';

const COPIED_STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'paint-order', 'opacity', 'font-family', 'font-size', 'font-style', 'font-weight', 'text-anchor', 'transform'] as const;
const TITLE_ROOM = 64;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** A drawing with what has to stand above it to be understood elsewhere. */
export interface ChartPicture {
  readonly svg: SVGSVGElement;
  readonly title: string;
  readonly subtitle: string;
  /** Colours of the theme in use, because the picture leaves the window. */
  readonly ground: string;
  readonly ink: string;
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  to.setAttribute('style', COPIED_STYLES.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
  to.removeAttribute('class');
  [...from.children].forEach((child, position) => {
    const copy = to.children[position];
    if (copy !== undefined) inlineStyles(child, copy);
  });
}

function textElement({ words, top, size, family, ink }: { words: string; top: number; size: number; family: string; ink: string }): SVGTextElement {
  const element = document.createElementNS(SVG_NAMESPACE, 'text');
  element.textContent = words;
  element.setAttribute('x', '12');
  element.setAttribute('y', String(top));
  element.setAttribute('style', `font-family:${family};font-size:${String(size)}px;fill:${ink}`);
  return element;
}

/**
 * A chart as a self-contained SVG document: styles written into the marks, title and subtitle above, ground of the theme.
 */
export function chartSvg({ svg, title, subtitle, ground, ink }: ChartPicture): { readonly text: string; readonly width: number; readonly height: number } {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return { text: '', width, height };
  inlineStyles(svg, copy);
  const drawing = document.createElementNS(SVG_NAMESPACE, 'g');
  drawing.setAttribute('transform', `translate(0 ${String(TITLE_ROOM)})`);
  drawing.append(...copy.childNodes);
  const backdrop = document.createElementNS(SVG_NAMESPACE, 'rect');
  backdrop.setAttribute('width', '100%');
  backdrop.setAttribute('height', '100%');
  backdrop.setAttribute('fill', ground);
  const serif = "'Source Serif 4 Variable', Georgia, serif";
  const sans = "'Inter Variable', sans-serif";
  copy.replaceChildren(backdrop, textElement({ words: title, top: 26, size: 18, family: serif, ink }), textElement({ words: subtitle, top: 46, size: 12, family: sans, ink }), drawing);
  copy.setAttribute('xmlns', SVG_NAMESPACE);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height + TITLE_ROOM));
  copy.setAttribute('viewBox', `0 0 ${String(width)} ${String(height + TITLE_ROOM)}`);
  copy.removeAttribute('aria-hidden');
  return { text: new XMLSerializer().serializeToString(copy), width, height: height + TITLE_ROOM };
}

/**
 * A chart as a PNG at twice its size. Null when the browser cannot draw it.
 */
export function chartPng(picture: ChartPicture): Promise<Blob | null> {
  return svgPng(chartSvg(picture).text);
}
