import { ORIGIN_SIDES } from '../../../domain/model/origin-code.ts';
import type { ReportTone } from '../../../domain/model/report.ts';
import { reportChart, reportColumn, reportPage, reportSeries, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { linkedFigure, sourceWords, unseenWords, type SectionDesk } from '../section-desk.ts';

const NOTHING: MadePages = { pages: [], tables: [] };
const MOST_ROWS = 6;
const TONES: Readonly<Record<(typeof ORIGIN_SIDES)[number], ReportTone>> = { audience: 'accent', brand: 'warm', early: 'context', unknown: 'context' };

/** What people asked for and what was done, in written words; nothing until somebody wrote a line, and no line that leads to anybody. */
export function saidDidSection(desk: SectionDesk): MadePages {
  const { figures: { saidDid }, voice } = desk;
  const lines = (saidDid?.changes ?? []).filter(({ state }) => state === 'shown');
  if (lines.length === 0) return NOTHING;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.saidDid.${code}`, values);
  const table = reportTable({
    key: 'said-did', name: words('name'), title: words('name'),
    columns: [
      reportColumn('asked', words('asked'), 'text', words('meaning.asked')), reportColumn('done', words('done'), 'text', words('meaning.done')), reportColumn('when', words('when'), 'text', words('meaning.when')),
      reportColumn('people', words('people'), 'count', words('meaning.people'), 'independent-requesters'), reportColumn('told', words('told'), 'count', words('meaning.told'), 'told-back'),
    ],
    rows: lines.map(({ youSaid, weDid, doneMs, requesters, told }) => [youSaid, weDid, voice.formats.month(doneMs), requesters, told.k]),
    people: lines.map(({ requesters }) => rowPeople(requesters)),
  });
  return {
    pages: [reportPage({
      key: 'said-did', section: 'said-did', title: words('title', { count: lines.length }), measure: words('measure'), notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['private-answers', 'private-answers-partly']), metrics: ['independent-requesters', 'told-back'],
      blocks: [{ kind: 'table', place: 'main', table: 'said-did', columns: ['asked', 'done', 'when', 'people', 'told'], rows: MOST_ROWS }],
    })],
    tables: [table],
  };
}

/** Who said it first: announcements by origin, with the share that people had asked for where there are enough; nothing where no origin is seen. */
export function originsSection(desk: SectionDesk): MadePages {
  const { figures: { origins }, voice } = desk;
  if (origins === null || origins.share.n === 0) return NOTHING;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.origins.${code}`, values);
  const { share: { k, n, estimate, low, high, chance }, sides, announcements } = origins;
  const told = estimate !== null && low !== null && high !== null;
  const against = !told || chance === null ? 'within' : low > chance.high ? 'above' : high < chance.low ? 'below' : 'within';
  const title = told ? words(against, { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) }) : words('counts', { count: n, k: voice.count(k) });
  const rows = ORIGIN_SIDES.filter((side) => sides[side] > 0);
  const table = reportTable({
    key: 'origins', name: words('name'), title: words('name'), additive: true,
    columns: [reportColumn('origin', words('origin'), 'text', words('meaning.origin')), reportColumn('n', words('announcements'), 'count', words('meaning.announcements'), 'origins')],
    rows: rows.map((side) => [words(`sides.${side}`), sides[side]]),
  });
  return {
    pages: [reportPage({
      key: 'origins', section: 'origins', title, form: !told ? 'too-few' : against === 'within' ? 'not-clear' : 'clear', measure: words('measure', { announcements: voice.count(announcements) }), notes: words('notes'), source: sourceWords(desk), metrics: ['origins'],
      blocks: [
        { kind: 'chart', place: 'main', chart: reportChart({ key: 'origins-chart', kind: 'bars', table: 'origins', category: 'origin', series: [reportSeries('n', words('announcements'), 'accent')], axis: { label: words('announcements'), kind: 'count', min: 0, max: null }, rowTones: rows.map((side) => TONES[side]), alt: words('alt', { list: voice.formats.list(rows.map((side) => words('altItem', { side: words(`sides.${side}`), n: voice.count(sides[side]) }))) }) }) },
        ...(chance === null ? [] : [{ kind: 'bullets' as const, place: 'side' as const, heading: '', items: [words('chance', { mean: voice.inHundred(chance.mean), low: voice.inHundred(chance.low), high: voice.inHundred(chance.high) })] }]),
      ],
      figures: told ? [linkedFigure('origins', { value: estimate, low, high, n }, title)] : [],
    })],
    tables: [table],
  };
}
