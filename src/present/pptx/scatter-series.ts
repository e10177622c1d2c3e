import { labelsXml, lineXml, shapeXml, type MarkLabel } from './chart-xml.ts';
import { THEME } from './deck-colors.ts';

/** The shape of a mark; `ring` is a circle without a filling. */
export type MarkShape = 'circle' | 'diamond' | 'square' | 'triangle' | 'star' | 'x' | 'plus' | 'ring' | 'none';

/** A mark's shape, size in points and colour. */
export interface MarkStyle {
  readonly shape: MarkShape;
  readonly points: number;
  readonly color: string;
}

/** One series of numbers against numbers: what it quotes of its sheet, as markup, and how it is drawn. */
export interface ScatterSeries {
  readonly name: string;
  readonly x: string;
  readonly y: string;
  readonly line: string | null;
  readonly linePoints?: number;
  readonly dash?: 'solid' | 'dash' | 'sysDot';
  readonly mark: MarkStyle;
  readonly labels?: readonly MarkLabel[];
}

function markXml({ shape, points, color }: MarkStyle): string {
  if (shape === 'none') return '<c:marker><c:symbol val="none"/></c:marker>';
  const open = shape === 'ring' || shape === 'x' || shape === 'plus';
  return `<c:marker><c:symbol val="${shape === 'ring' ? 'circle' : shape}"/><c:size val="${points}"/>${shapeXml(open ? null : color, open ? lineXml(color, 2.25) : lineXml(THEME.paper, 0.75))}</c:marker>`;
}

/** A scatter chart of its series, on the axes 111 (across) and 112 (up). */
export function scatterXml(series: readonly ScatterSeries[]): string {
  const each = series.map((one, place) => {
    const line = one.line === null ? '<a:ln w="19050"><a:noFill/></a:ln>' : lineXml(one.line, one.linePoints ?? 2.25, one.dash ?? 'solid');
    return `<c:ser><c:idx val="${place}"/><c:order val="${place}"/>${one.name}<c:spPr>${line}</c:spPr>${markXml(one.mark)}${one.labels === undefined ? '' : labelsXml(one.labels)}<c:xVal>${one.x}</c:xVal><c:yVal>${one.y}</c:yVal><c:smooth val="0"/></c:ser>`;
  });
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${each.join('')}<c:axId val="111"/><c:axId val="112"/></c:scatterChart>`;
}
