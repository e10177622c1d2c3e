import { THEME } from './deck-colors.ts';
import { xmlText } from './xml-text.ts';

/** Size of the letters in a chart, in points. */
export const CHART_POINTS = 10.5;

const NO_LABEL = '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
const VALUE_LABEL = NO_LABEL.replace('<c:showVal val="0"/>', '<c:showVal val="1"/>');

/** A colour, a slot of the theme or `#RRGGBB`, as DrawingML. */
export function fillXml(color: string | null): string {
  if (color === null) return '<a:noFill/>';
  return `<a:solidFill>${color.startsWith('#') ? `<a:srgbClr val="${color.slice(1).toUpperCase()}"/>` : `<a:schemeClr val="${color}"/>`}</a:solidFill>`;
}

/** A line of a width in points; null draws none. */
export function lineXml(color: string | null, points = 1, dash: 'solid' | 'dash' | 'sysDot' = 'solid'): string {
  return color === null ? '<a:ln><a:noFill/></a:ln>' : `<a:ln w="${Math.round(points * 12_700)}" cap="rnd">${fillXml(color)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;
}

/** Fill and line of a mark. */
export function shapeXml(fill: string | null, line: string): string {
  return `<c:spPr>${fillXml(fill)}${line}</c:spPr>`;
}

const runXml = (color: string, bold: boolean, tag: string): string => `<a:${tag} sz="${CHART_POINTS * 100}" b="${bold ? 1 : 0}">${fillXml(color)}</a:${tag}>`;

/** Letters of axes, legends and labels. */
export function letterXml(color: string, bold = false): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runXml(color, bold, 'defRPr')}</a:pPr><a:endParaRPr/></a:p></c:txPr>`;
}

/** A label of one mark in words of its own. */
export interface MarkLabel {
  readonly place: number;
  readonly lines: readonly string[];
  readonly color: string;
  readonly side: 'l' | 'r' | 't' | 'b' | 'ctr' | 'outEnd' | 'inEnd' | 'inBase';
  readonly bold?: boolean;
  /** How far it stands right of its usual place, as a part of the chart's width. */
  readonly shift?: number;
}

/** Labels of a series: the marks that have one show it, all others show nothing. Words are never wrapped by the program that draws: their lines are given. */
export function labelsXml(labels: readonly MarkLabel[]): string {
  const each = labels.map(({ place, lines, color, side, bold = false, shift = 0 }) => {
    const moved = shift === 0 ? '' : `<c:layout><c:manualLayout><c:x val="${shift.toFixed(4)}"/><c:y val="0"/></c:manualLayout></c:layout>`;
    const align = side === 'l' ? ' algn="r"' : side === 'r' ? ' algn="l"' : '';
    const paragraphs = lines.map((line) => `<a:p><a:pPr${align}>${runXml(color, bold, 'defRPr')}</a:pPr><a:r>${runXml(color, bold, 'rPr')}<a:t>${xmlText(line)}</a:t></a:r></a:p>`);
    return `<c:dLbl><c:idx val="${place}"/>${moved}<c:tx><c:rich><a:bodyPr wrap="none" lIns="${side === 'r' ? 91440 : 38100}" tIns="0" rIns="${side === 'l' ? 91440 : 38100}" bIns="0" anchor="ctr"/><a:lstStyle/>${paragraphs.join('')}</c:rich></c:tx><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="${side}"/>${VALUE_LABEL}</c:dLbl>`;
  });
  return `<c:dLbls>${each.join('')}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letterXml(THEME.ink)}${NO_LABEL}</c:dLbls>`;
}

/** Limits beside an estimate, read from two columns that hold their distances from it. */
export function errorBarsXml(minus: string, plus: string, color: string, points: number): string {
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${plus}</c:plus><c:minus>${minus}</c:minus><c:spPr><a:noFill/>${lineXml(color, points)}</c:spPr></c:errBars>`;
}

/** How a value axis looks and where it runs. Numbers are in the unit of the sheet. */
export interface ValueAxis {
  readonly id: number;
  readonly across: number;
  readonly side: 'b' | 'l';
  readonly min: number;
  readonly max: number;
  readonly step: number | null;
  readonly format: string;
  readonly title: string;
  readonly log?: boolean;
  readonly hidden?: boolean;
  readonly grid?: boolean;
  readonly between?: boolean;
}

const titleXml = (title: string, side: 'b' | 'l'): string => (title === '' ? '' : `<c:title><c:tx><c:rich><a:bodyPr${side === 'l' ? ' rot="-5400000" vert="horz"' : ''}/><a:lstStyle/><a:p><a:pPr>${runXml(THEME.muted, false, 'defRPr')}</a:pPr><a:r>${runXml(THEME.muted, false, 'rPr')}<a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`);

/** A value axis. */
export function valueAxisXml(axis: ValueAxis): string {
  const hidden = axis.hidden === true;
  return `<c:valAx><c:axId val="${axis.id}"/><c:scaling>${axis.log === true ? '<c:logBase val="10"/>' : ''}<c:orientation val="minMax"/><c:max val="${axis.max}"/><c:min val="${axis.min}"/></c:scaling><c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${axis.side}"/>${axis.grid === true ? `<c:majorGridlines><c:spPr>${lineXml(THEME.line, 0.75)}</c:spPr></c:majorGridlines>` : ''}${hidden ? '' : titleXml(axis.title, axis.side)}<c:numFmt formatCode="${xmlText(axis.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${lineXml(null)}</c:spPr>${letterXml(THEME.muted)}<c:crossAx val="${axis.across}"/><c:crosses val="min"/><c:crossBetween val="${axis.between === true ? 'between' : 'midCat'}"/>${axis.step === null ? '' : `<c:majorUnit val="${axis.step}"/>`}</c:valAx>`;
}

/** An axis of names: down the left with the first row on top, or along the foot. */
export function nameAxisXml(id: number, across: number, side: 'b' | 'l', every = 1): string {
  return `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="${side === 'l' ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${lineXml(THEME.line, 1)}</c:spPr>${letterXml(THEME.ink)}<c:crossAx val="${across}"/><c:crosses val="${side === 'l' ? 'autoZero' : 'min'}"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${every}"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
}

/** Parts of the chart's own box that its plot takes, 0 to 1. */
export interface PlotBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The whole part of a chart. The plot stands where `plot` says, so that what is written beside it is known to fit. */
export function chartXml(given: { readonly plot: PlotBox; readonly groups: string; readonly axes: string; readonly legend: readonly number[] | null; readonly language: string; readonly font: string }): string {
  const { plot } = given;
  const hidden = (given.legend ?? []).map((place) => `<c:legendEntry><c:idx val="${place}"/><c:delete val="1"/></c:legendEntry>`).join('');
  const legend = given.legend === null ? '' : `<c:legend><c:legendPos val="t"/>${hidden}<c:overlay val="0"/>${letterXml(THEME.ink)}</c:legend>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${given.language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${plot.x.toFixed(4)}"/><c:y val="${plot.y.toFixed(4)}"/><c:w val="${plot.w.toFixed(4)}"/><c:h val="${plot.h.toFixed(4)}"/></c:manualLayout></c:layout>${given.groups}${given.axes}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${CHART_POINTS * 100}"><a:latin typeface="${xmlText(given.font)}"/></a:defRPr></a:pPr><a:endParaRPr lang="${given.language}"/></a:p></c:txPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
