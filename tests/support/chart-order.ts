import type { XmlElement } from './xml-tree.ts';

const SERIES = 'idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat val xVal yVal smooth shape extLst';
const AXIS = 'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst';
const SHOWN = 'numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator';
const ORDERS: Readonly<Record<string, string>> = {
  'c:chartSpace': 'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotFmts protection chart spPr txPr externalData printSettings userShapes extLst',
  'c:chart': 'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst',
  'c:plotArea': 'layout barChart lineChart scatterChart catAx valAx dTable spPr extLst',
  'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
  'c:lineChart': 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst',
  'c:scatterChart': 'scatterStyle varyColors ser dLbls axId extLst',
  'c:ser': SERIES,
  'c:marker': 'symbol size spPr extLst',
  'c:dPt': 'idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst',
  'c:dLbls': `dLbl delete ${SHOWN} showLeaderLines leaderLines extLst`,
  'c:dLbl': `idx delete layout tx ${SHOWN} extLst`,
  'c:errBars': 'errDir errBarType errValType noEndCap plus minus val spPr extLst',
  'c:scaling': 'logBase orientation max min extLst',
  'c:catAx': AXIS,
  'c:valAx': AXIS,
  'c:legend': 'legendPos legendEntry layout overlay spPr txPr extLst',
  'c:title': 'tx layout overlay spPr txPr extLst',
};

/** Where a chart's elements stand in another order than ECMA-376, part 1, 21.2.2, has them: editors refuse such a chart. */
export function chartOrderProblems(element: XmlElement): readonly string[] {
  const order = ORDERS[element.name]?.split(' ');
  const found: string[] = [];
  if (order !== undefined && !(element.name === 'c:marker' && element.children.length === 0)) {
    const places = element.children.map(({ name }) => order.indexOf(name.slice(name.indexOf(':') + 1)));
    if (places.includes(-1)) found.push(`${element.name} holds ${element.children[places.indexOf(-1)]?.name ?? ''}`);
    if (places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))) found.push(`${element.name} has its parts in another order: ${element.children.map(({ name }) => name).join(' ')}`);
  }
  return [...found, ...element.children.flatMap((child) => chartOrderProblems(child))];
}
