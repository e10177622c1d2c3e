import type { OperationValue } from '../../../contract/operations.ts';
import type { ReportCell, RowPeople } from '../../../domain/model/report.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { estimateCell, reportChart, reportColumn, reportPage, reportSeries, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { linkedFigure, sourceWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { limits } from './tribe-sections.ts';

const NOTHING: MadePages = { pages: [], tables: [] };
const MOST_PLACES = 8;

/** Nobody stands behind a place without open complaints; behind others at most as many people as complaints. */
const complainers = (open: number | null): RowPeople | null => (open === null || open === 0 ? null : rowPeople(open));

type Place = Pick<OperationValue<'response.pastPage'>['places'][number], 'items' | 'own' | 'open' | 'oldestSeconds'> & { readonly name: string };

/** Places as a client may have them: those with ten open pieces of criticism by themselves, all others in one row, with the smallest of the former where fewer than ten would be left in it. */
function mergedPlaces(places: readonly Place[], nameOf: (count: number) => string): Place[] {
  const open = (place: Place): number => place.open ?? 0;
  const sum = (rows: readonly Place[]): number => rows.reduce((total, place) => total + open(place), 0);
  const large = places.filter((place) => open(place) >= CLIENT_FLOOR).toSorted((one, other) => open(other) - open(one));
  const small = places.filter((place) => open(place) < CLIENT_FLOOR);
  while (sum(small) > 0 && sum(small) < CLIENT_FLOOR && large.length > 0) small.push(...large.splice(-1));
  if (small.length === 0) return large;
  const oldest = Math.max(...small.map(({ oldestSeconds }) => oldestSeconds ?? 0));
  const rest: Place = { name: nameOf(small.length), items: small.reduce((total, { items }) => total + items, 0), own: small.reduce((total, { own }) => total + own, 0), open: small.every((place) => place.open === null) ? null : sum(small), oldestSeconds: oldest === 0 ? null : oldest };
  return [...large, rest];
}

/** What a visitor finds on the brand's first pages at the end of the data, and how long a complaint stays there; nothing where the section is off or no page has dated items. */
export function pastPageSection(desk: SectionDesk): MadePages {
  const { figures: { ideas: { pastPage } }, voice, audience } = desk;
  if (pastPage === null || pastPage.page.atMs === null) return NOTHING;
  const { page: { places, most, atMs }, weeks: { weeks, stays } } = pastPage;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.pastPage.${code}`, values);
  const seen = places.filter(({ observable }) => observable);
  const open = seen.reduce((sum, place) => sum + (place.open ?? 0), 0);
  const isTold = seen.length > 0 && (audience === 'analyst' || open === 0 || open >= CLIENT_FLOOR);
  const date = voice.formats.date(atMs);
  const named = places.map((place): Place => ({ ...place, name: words('place', { container: place.container, network: voice.network(place.network) }) }));
  const rows = audience === 'client' ? mergedPlaces(named, (count) => words('others', { count })) : named.slice(0, MOST_PLACES);
  const table = reportTable({
    // the page says how many there are in all: what one place withholds must not be worked out from the others
    key: 'first-page', name: words('sheet'), title: words('sheet'), note: words('note', { date, most }), additive: true,
    columns: [
      reportColumn('place', words('columns.place'), 'text', words('meaning.place')), reportColumn('items', words('columns.items'), 'count', words('meaning.items'), 'past-page'), reportColumn('own', words('columns.own'), 'count', words('meaning.own')),
      reportColumn('open', words('columns.open'), 'count', words('meaning.open'), 'past-page'), reportColumn('oldest', words('columns.oldest'), 'seconds', words('meaning.oldest')),
    ],
    rows: rows.map(({ name, items, own, open: here, oldestSeconds }) => [name, items, own, estimateCell(here), oldestSeconds]),
    people: rows.map(({ open: here }) => complainers(here)),
  });
  const course = reportTable({
    key: 'first-page-weeks', name: words('weeksSheet'), title: words('weeksSheet'), note: words('weeksNote', { most }),
    columns: [reportColumn('week', words('columns.week'), 'day', words('meaning.week')), reportColumn('open', words('columns.open'), 'count', words('meaning.weekOpen'), 'past-page')],
    rows: weeks.map(({ startMs, open: then }) => [voice.isoDay(startMs), then]), people: weeks.map(({ open: then }) => complainers(then)),
  });
  // a chart with most of its columns left out would show the guard, not the page
  const telling = weeks.filter(({ open: then }) => then === 0 || then >= CLIENT_FLOOR).length;
  const isCourseTold = weeks.some(({ open: then }) => then > 0) && (audience === 'analyst' || telling * 2 >= weeks.length);
  const stayed = stays.tooFew
    ? words('stayFew', { n: voice.count(stays.n) })
    : stays.medianSeconds === null ? words('stayLong', { n: voice.count(stays.n) }) : words('stay', { time: voice.duration(stays.medianSeconds), low: stays.low === null ? '–' : voice.duration(stays.low), high: stays.high === null ? '–' : voice.duration(stays.high), n: voice.count(stays.n) });
  return {
    pages: [reportPage({
      key: 'past-page', section: 'past-page', form: isTold ? null : 'too-few', title: seen.length === 0 ? words('unseen') : isTold ? words('title', { count: open, date }) : words('few'), measure: words('measure', { most, places: voice.count(seen.length) }), notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['display-order', 'hidden-comments', 'replies-absent', 'replies-partly']), metrics: ['past-page', 'page-stay'],
      blocks: [
        ...(isCourseTold ? [{ kind: 'chart' as const, place: 'main' as const, chart: reportChart({ key: 'first-page-chart', kind: 'columns', table: 'first-page-weeks', category: 'week', series: [reportSeries('open', words('columns.open'), 'warm')], axis: { label: words('axis'), kind: 'count', min: 0, max: null }, alt: words('alt', { most, weeks: voice.count(weeks.length) }) }) }] : []),
        { kind: 'table', place: 'main', table: 'first-page', columns: ['place', 'items', 'own', 'open', 'oldest'], rows: MOST_PLACES },
        ...(seen.length === 0 || (audience === 'client' && stays.n < CLIENT_FLOOR) ? [] : [{ kind: 'bullets' as const, place: 'main' as const, heading: '', items: [stayed] }]),
      ],
      figures: isTold ? [linkedFigure('first-page-open', { value: open, n: open }, voice.count(open))] : [],
    })],
    tables: [table, ...(isCourseTold ? [course] : [])],
  };
}

type Group = OperationValue<'probes.list'>['groups'][number];

/** The mystery shopper against the public's requests of the same kind: counts always, shares from twenty on; nothing where the section is off or nobody asked anything on purpose. What was asked and who answered is never told. */
export function probesSection(desk: SectionDesk): MadePages {
  const { figures: { ideas: { probes } }, voice } = desk;
  const [whole] = probes?.groups ?? [];
  if (probes === null || whole === undefined || whole.probes.n === 0) return NOTHING;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.probes.${code}`, values);
  const kind = ({ intent }: Group): string => (intent === null ? words('all') : voice.text(`report.intents.${intent}`));
  const row = (group: Group, who: 'probes' | 'public'): ReportCell[] => {
    const { n, within, estimate, low, high } = group[who];
    return [words(`row.${who}`, { kind: kind(group) }), n, within.k, within.n, estimateCell(estimate), low, high];
  };
  const { estimate, low, high, within } = whole.probes;
  const title = estimate === null || low === null || high === null ? words('few', { k: voice.count(within.k), n: voice.count(within.n) }) : words(whole.difference === null || (whole.difference.low <= 0 && whole.difference.high >= 0) ? 'notClear' : whole.difference.estimate > 0 ? 'more' : 'less', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
  const table = reportTable({
    key: 'probes', name: words('sheet'), title: words('sheet'), note: windowWords(desk),
    columns: [
      reportColumn('who', words('columns.who'), 'text', words('meaning.who')), reportColumn('n', words('columns.n'), 'count', words('meaning.n'), 'probes'), reportColumn('k', words('columns.k'), 'count', words('meaning.k')), reportColumn('settled', words('columns.settled'), 'count', words('meaning.settled')),
      reportColumn('day', words('columns.day'), 'share', words('meaning.day'), 'probes'), ...limits('day', 'share', voice),
    ],
    rows: probes.groups.flatMap((group) => [row(group, 'probes'), row(group, 'public')]),
    people: probes.groups.flatMap((group) => [null, rowPeople(group.public.people)]),
  });
  const isDrawn = probes.groups.some((group) => group.probes.estimate !== null);
  return {
    pages: [reportPage({
      key: 'probes', section: 'probes', title, form: estimate === null ? 'too-few' : whole.difference === null || (whole.difference.low <= 0 && whole.difference.high >= 0) ? 'not-clear' : 'clear', measure: words('measure', { n: voice.count(whole.probes.n) }), notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['private-answers', 'replies-absent']), metrics: ['probes'],
      blocks: [
        ...(isDrawn ? [{ kind: 'chart' as const, place: 'main' as const, chart: reportChart({ key: 'probes-chart', kind: 'intervals', table: 'probes', category: 'who', series: [reportSeries('day', words('columns.day'), 'accent', ['dayLow', 'dayHigh'])], axis: { label: words('axis'), kind: 'share', min: 0, max: 1 }, rowTones: probes.groups.flatMap(() => ['accent' as const, 'context' as const]), alt: words('alt') }) }] : []),
        { kind: 'table', place: 'main', table: 'probes', columns: ['who', 'n', 'k', 'settled', 'day'], rows: probes.groups.length * 2 },
      ],
      figures: estimate === null ? [] : [linkedFigure('probes-day', { value: estimate, low, high, n: whole.probes.n }, voice.inHundred(estimate))],
    })],
    tables: [table],
  };
}
