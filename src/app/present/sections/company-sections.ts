import type { OperationValue } from '../../../contract/operations.ts';
import type { ReportCell } from '../../../domain/model/report.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { estimateCell, reportColumn, reportPage, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { linkedFigure, sourceWords, unseenWords, type SectionDesk } from '../section-desk.ts';

const NOTHING: MadePages = { pages: [], tables: [] };
const MOST_NAMED = 8;
type Companies = OperationValue<'companies.list'>;
type Share = NonNullable<Companies['companies'][number]['answered']>;

/** Counts first, exact limits in a hundred: "7 of 22 (between 14 and 55)". */
function ofWords(share: Share | null, desk: SectionDesk): string {
  const { voice } = desk;
  return share === null || share.low === null || share.high === null ? voice.text('ideas.companies.noCases') : voice.text('ideas.companies.ofN', { k: voice.count(share.count), n: voice.count(share.n), low: voice.inHundred(share.low), high: voice.inHundred(share.high) });
}

/** Companies that ask and how they are answered, with the windows for consumers beside those for companies; names of companies are the analyst's. Nothing where the section is off or no company is known. */
export function companiesSection(desk: SectionDesk): MadePages {
  const { figures: { ideas: { companies } }, voice, audience } = desk;
  if (companies === null || companies.total === 0) return NOTHING;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.companies.${code}`, values);
  const { effect, tried } = companies;
  const { after } = effect;
  const isTold = audience === 'analyst' || (after.people >= CLIENT_FLOOR && after.companies >= CLIENT_FLOOR);
  const windows = reportTable({
    key: 'company-windows', name: words('sheet'), title: words('sheet'), note: words('measure', { days: tried.horizonDays, hours: tried.followUpHours }),
    columns: [
      reportColumn('window', words('columns.window'), 'text', words('meaning.window')), reportColumn('companies', words('columns.companies'), 'count', words('meaning.companies'), 'company'), reportColumn('people', words('columns.people'), 'count', words('meaning.people')), reportColumn('requests', words('columns.requests'), 'count', words('meaning.requests')),
      reportColumn('day', words('columns.day'), 'text', words('meaning.day')), reportColumn('horizon', words('columns.horizon'), 'text', words('meaning.horizon'), 'company'), reportColumn('mean', words('columns.mean'), 'seconds', words('meaning.mean')),
    ],
    rows: (['before', 'after'] as const).map((when): ReportCell[] => [words(`windows.${when}`), effect[when].companies, effect[when].people, effect[when].requests, ofWords(effect[when].withinDay, desk), ofWords(effect[when].withinHorizon, desk), estimateCell(effect[when].meanSeconds)]),
    people: (['before', 'after'] as const).map((when) => rowPeople(effect[when].people)),
  });
  const named = companies.companies.filter(({ requests }) => requests > 0).slice(0, MOST_NAMED);
  const list = reportTable({
    key: 'companies', name: words('listSheet'), title: words('listSheet'), note: words('measure', { days: tried.horizonDays, hours: tried.followUpHours }),
    columns: [reportColumn('company', words('columns.company'), 'text', words('meaning.company')), reportColumn('people', words('columns.people'), 'count', words('meaning.people')), reportColumn('requests', words('columns.requests'), 'count', words('meaning.requests')), reportColumn('horizon', words('columns.horizon'), 'text', words('meaning.horizon'), 'company')],
    rows: named.map(({ name, people, requests, answered }) => [name, people, requests, ofWords(answered, desk)]), people: named.map(({ people }) => rowPeople(people)),
  });
  const isListed = audience === 'analyst' && named.length > 0;
  const share = after.withinHorizon;
  return {
    pages: [reportPage({
      key: 'companies', section: 'companies', form: isTold && share !== null && share.share !== null ? null : 'too-few', title: !isTold ? words('few') : share === null ? words('none', { count: after.companies }) : words('title', { count: after.companies, k: voice.count(share.count), of: voice.count(share.n), days: tried.horizonDays }),
      measure: words('bases', { ...Object.fromEntries(Object.entries(companies.bases).map(([basis, n]) => [basis, voice.count(n)])) }), notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['private-answers', 'replies-absent']), metrics: ['company'],
      blocks: isTold ? [{ kind: 'table', place: 'main', table: 'company-windows', columns: ['window', 'companies', 'requests', 'day', 'horizon', 'mean'], rows: 2 }, ...(isListed ? [{ kind: 'table' as const, place: 'main' as const, table: 'companies', columns: ['company', 'people', 'requests', 'horizon'], rows: MOST_NAMED }] : [])] : [],
      figures: isTold && share !== null ? [linkedFigure('company-answered', { value: share.n === 0 ? null : share.count / share.n, low: share.low, high: share.high, n: share.n }, voice.count(share.count))] : [],
    })],
    tables: isTold ? [windows, ...(isListed ? [list] : [])] : [],
  };
}

/** Agency and client by the same rules both ways. A side of fewer than ten people is recognisable: then a client's report says so and gives no number. Nothing where the section is off or the sides are not set. */
export function mirrorSection(desk: SectionDesk): MadePages {
  const { figures: { ideas: { mirror } }, voice, audience } = desk;
  if (!mirror?.ready) return NOTHING;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.mirror.${code}`, values);
  const { both, reciprocity, promises } = mirror;
  const isTold = audience === 'analyst' || both.every(({ people }) => people >= CLIENT_FLOOR);
  const table = reportTable({
    key: 'mirror', name: words('sheet'), title: words('sheet'), note: words('note'),
    columns: [
      reportColumn('side', words('columns.side'), 'text', words('meaning.side')), reportColumn('people', words('columns.people'), 'count', words('meaning.people')), reportColumn('turns', words('columns.turns'), 'count', words('meaning.turns'), 'agency-mirror'), reportColumn('open', words('columns.open'), 'count', words('meaning.open')),
      reportColumn('day', words('columns.day'), 'text', words('meaning.day')), reportColumn('week', words('columns.week'), 'text', words('meaning.week')), reportColumn('median', words('columns.median'), 'seconds', words('meaning.median'), 'agency-mirror'),
      reportColumn('proposals', words('columns.proposals'), 'count', words('meaning.proposals')), reportColumn('unsolicited', words('columns.unsolicited'), 'count', words('meaning.unsolicited')), reportColumn('adopted', words('columns.adopted'), 'text', words('meaning.adopted')),
    ],
    rows: both.map(({ side, people, turns, open, withinDay, withinWeek, medianSeconds, proposals, unsolicited, adopted }): ReportCell[] => [words(`waits.${side}`), people, turns, open, ofWords(withinDay, desk), ofWords(withinWeek, desk), estimateCell(medianSeconds), proposals, unsolicited, ofWords(adopted, desk)]),
    people: both.map(({ people }) => rowPeople(people)),
  });
  const [first, second] = both;
  const isMeasured = first?.medianSeconds != null && second?.medianSeconds != null;
  const lines = [
    reciprocity === null ? words('noReciprocity') : words('reciprocity', { value: voice.formats.estimate(reciprocity) }),
    ...(promises.voices === 0 ? [words('noVoices')] : [words('promises', { kept: voice.count(promises.kept), late: voice.count(promises.late), broken: voice.count(promises.broken), unverifiable: voice.count(promises.unverifiable) })]),
  ];
  return {
    pages: [reportPage({
      key: 'mirror', section: 'mirror', form: isTold && isMeasured ? null : 'too-few', measure: isTold ? words('measure', { turns: voice.count(both.reduce((sum, { turns }) => sum + turns, 0)) }) : '', notes: words('notes'), source: sourceWords(desk), metrics: ['agency-mirror'],
      title: !isTold ? words('small') : isMeasured ? words('title', { agency: voice.duration(second.medianSeconds ?? 0), client: voice.duration(first.medianSeconds ?? 0) }) : words('few'),
      blocks: isTold ? [{ kind: 'table', place: 'main', table: 'mirror', columns: ['side', 'turns', 'open', 'day', 'week', 'median', 'adopted'], rows: 2 }, { kind: 'bullets', place: 'main', heading: '', items: lines }] : [],
    })],
    tables: isTold ? [table] : [],
  };
}
