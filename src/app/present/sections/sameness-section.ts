import type { OperationValue } from '../../../contract/operations.ts';
import { estimateCell, reportChart, reportColumn, reportPage, reportSeries, reportTable, type MadePages } from '../page-making.ts';
import { linkedFigure, sourceWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { limits } from './tribe-sections.ts';

type Sameness = OperationValue<'strategy.sameness'>;
type Pair = Sameness['pairs'][number];

const MOST_PAIRS = 8;
const hundredths = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

/** Pairs of the own brand (of the first one where there is none), the nearest first; those that cannot be told last. */
function leadingPairs({ pairs, brands }: Sameness): Pair[] {
  const first = brands[0]?.brand;
  return pairs.filter(({ one, other }) => one === first || other === first).toSorted((one, other) => (one.distance.estimate ?? 2) - (other.distance.estimate ?? 2));
}

/** How alike the programmes of the imported brands are, and how much of each is emotion or said again; nothing where the section is off. Brands are named, people are not in it: every message is a brand's. */
export function samenessSection(desk: SectionDesk): MadePages {
  const { figures: { ideas: { sameness } }, voice } = desk;
  if (sameness === null) return { pages: [], tables: [] };
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.sameness.${code}`, values);
  const pairs = leadingPairs(sameness).slice(0, MOST_PAIRS);
  const told = pairs.filter(({ distance }) => distance.estimate !== null);
  const [nearest] = told;
  const number = (value: number | null): string => (value === null ? '–' : voice.formats.estimate(hundredths(value) ?? 0));
  const form = nearest === undefined ? 'too-few' : nearest.distance.differs ? 'clear' : 'not-clear';
  const title = nearest === undefined
    ? words(sameness.brands.length < 2 ? 'alone' : 'few', { least: sameness.least })
    : words(nearest.distance.differs ? 'clear' : 'notClear', { one: nearest.one, other: nearest.other, distance: number(nearest.distance.estimate), low: number(nearest.distance.low), high: number(nearest.distance.high) });
  // desks that post nothing have no tone to tell: a column of blanks would only take room
  const isToned = sameness.brands.some(({ tones }) => tones.emotional.share.estimate !== null);
  const name = ({ one, other }: Pair): string => words('pair', { one, other });
  const distances = reportTable({
    key: 'programme-distances', name: words('sheet'), title: words('sheet'), note: windowWords(desk),
    columns: [
      reportColumn('pair', words('columns.pair'), 'text', words('meaning.pair')), reportColumn('distance', words('columns.distance'), 'number', words('meaning.distance'), 'sameness'), ...limits('distance', 'number', voice),
      reportColumn('chance', words('columns.chance'), 'number', words('meaning.chance')), reportColumn('first', words('columns.first'), 'count', words('meaning.first')), reportColumn('second', words('columns.second'), 'count', words('meaning.second')),
    ],
    rows: pairs.map((pair) => [name(pair), estimateCell(hundredths(pair.distance.estimate)), hundredths(pair.distance.low), hundredths(pair.distance.high), hundredths(pair.distance.chanceHigh), ...pair.n]),
  });
  const brands = reportTable({
    key: 'programmes', name: words('brandsSheet'), title: words('brandsSheet'), note: windowWords(desk),
    columns: [
      reportColumn('brand', words('columns.brand'), 'text', words('meaning.brand')), reportColumn('messages', words('columns.messages'), 'count', words('meaning.messages')), reportColumn('emotional', words('columns.emotional'), 'share', words('meaning.emotional'), 'sameness'),
      reportColumn('informative', words('columns.informative'), 'share', words('meaning.informative'), 'sameness'), reportColumn('again', words('columns.again'), 'share', words('meaning.again')),
    ],
    rows: sameness.brands.map(({ brand, messages, tones, again }) => [brand, messages, estimateCell(tones.emotional.share.estimate), estimateCell(tones.informative.share.estimate), estimateCell(again.share.estimate)]),
  });
  return {
    pages: [reportPage({
      key: 'sameness', section: 'sameness', title, form, measure: words(sameness.of === 'posts' ? 'measurePosts' : 'measureAll', { draws: voice.count(sameness.draws) }), notes: words('notes'), source: sourceWords(desk), metrics: ['sameness'],
      blocks: [
        ...(told.length === 0 ? [] : [{
          kind: 'chart' as const, place: 'main' as const,
          chart: reportChart({
            key: 'sameness-chart', kind: 'intervals', table: 'programme-distances', category: 'pair', series: [reportSeries('distance', words('columns.distance'), 'accent', ['distanceLow', 'distanceHigh'])], axis: { label: words('axis'), kind: 'number', min: 0, max: null },
            alt: words('alt', { list: voice.formats.list(told.map((pair) => words('altItem', { pair: name(pair), distance: number(pair.distance.estimate) }))) }),
          }),
        }]),
        ...(sameness.brands.length === 0 ? [] : [{ kind: 'table' as const, place: 'main' as const, table: 'programmes', columns: ['brand', 'messages', ...(isToned ? ['emotional', 'informative'] : []), 'again'], rows: sameness.brands.length }]),
      ],
      figures: nearest === undefined ? [] : [linkedFigure('programme-distance', { value: nearest.distance.estimate, low: nearest.distance.low, high: nearest.distance.high, n: nearest.n[0] + nearest.n[1] }, number(nearest.distance.estimate))],
    })],
    tables: [...(pairs.length === 0 ? [] : [distances]), ...(sameness.brands.length === 0 ? [] : [brands])],
  };
}
