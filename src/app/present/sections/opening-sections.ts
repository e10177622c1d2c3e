import { findingSentence } from '../../../domain/wording/finding-sentence.ts';
import { unseenText } from '../../../domain/wording/unseen-text.ts';
import type { LinkedFigure, ReportBlock } from '../../../domain/model/report.ts';
import { reportColumn, reportPage, reportTable, type MadePages } from '../page-making.ts';
import { intervalWords, linkedFigure, sourceWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';

type Finding = SectionDesk['figures']['overview']['findings'][number];

const MOST_FINDINGS = 5;
const MOST_EVENTS = 5;
const DAY_MS = 86_400_000;

/** The findings that a board is told: clear first, at most five, those of fewer people than the floor left out for a client. */
export function boardFindings({ figures: { overview }, audience }: SectionDesk): readonly Finding[] {
  return overview.findings.filter(({ form, people, rule }) => form !== 'too-few' && (audience === 'analyst' || people === 0 || people >= CLIENT_FLOOR || rule === 'coverage.absent')).slice(0, MOST_FINDINGS);
}

function figureOf({ id, values, n }: Finding, written: string): LinkedFigure {
  const number = (name: string): number | null => (typeof values[name] === 'number' ? values[name] : null);
  return linkedFigure(id, { value: number('estimate') ?? number('gapSeconds') ?? number('share'), low: number('low'), high: number('high'), n }, written);
}

/** What the report is, for whom, over which days. */
export function coverSection(desk: SectionDesk, title: string): MadePages {
  const measure = [desk.question, windowWords(desk)].filter((part) => part !== '').join(' · ');
  return { pages: [reportPage({ key: 'cover', section: 'cover', title, measure, source: sourceWords(desk) })], tables: [] };
}

/** The summary for the board: the first clear finding as headline, three figures, the others as sentences, one thing that works. */
export function boardSection(desk: SectionDesk): MadePages {
  const { figures: { overview, survival, promises, backlog }, voice } = desk;
  const findings = boardFindings(desk);
  const troubles = findings.filter(({ form, good }) => form === 'clear' && !good);
  const lead = troubles.find(({ rule }) => rule !== 'coverage.absent') ?? troubles[0] ?? findings[0];
  const works = findings.find(({ form, good }) => form === 'clear' && good);
  const problem = survival.groups.find(({ key }) => key === 'trouble');
  const items = [
    ...(problem === undefined || problem.tooFew || problem.restrictedMeanSeconds === null ? [] : [{
      value: voice.duration(problem.restrictedMeanSeconds), label: voice.text('report.board.wait'),
      detail: voice.text('report.board.capped', { horizon: voice.duration(survival.horizonSeconds), interval: intervalWords(problem.restrictedMeanLow, problem.restrictedMeanHigh, voice.duration, voice), n: voice.count(problem.n) }),
    }]),
    ...(promises.rate.tooFew || promises.rate.estimate === null ? [] : [{
      value: voice.formats.share(Math.round(promises.rate.estimate * 100) / 100), label: voice.text('report.board.kept'),
      detail: `${intervalWords(promises.rate.low, promises.rate.high, voice.inHundred, voice)}, ${voice.text('report.cases', { n: voice.count(promises.rate.n) })}`,
    }]),
    ...(backlog.open === 0 ? [] : [{ value: voice.count(backlog.open), label: voice.text('report.board.open'), detail: voice.text('report.board.openDetail') }]),
  ];
  const sentence = (finding: Finding): string => findingSentence(finding, voice);
  const rest = findings.filter((finding) => finding !== lead && finding !== works);
  const blocks: ReportBlock[] = [
    ...(items.length === 0 ? [] : [{ kind: 'figures' as const, place: 'main' as const, items }]),
    ...(rest.length === 0 ? [] : [{ kind: 'bullets' as const, place: 'main' as const, heading: voice.text('report.board.findings'), items: rest.map(sentence) }]),
    ...(works === undefined || works === lead ? [] : [{ kind: 'bullets' as const, place: 'main' as const, heading: voice.text('report.board.works'), items: [sentence(works)] }]),
  ];
  return {
    pages: [reportPage({
      key: 'board', section: 'board', title: lead === undefined ? voice.text('report.board.nothing') : sentence(lead), form: lead?.form ?? 'too-few',
      measure: voice.text('report.board.measure', { people: voice.count(overview.persons), noun: voice.text(overview.identityReviewed ? 'report.people.persons' : 'report.people.profiles'), messages: voice.count(overview.messages), window: windowWords(desk), comparisons: voice.count(overview.comparisonsLookedAt) }),
      blocks, notes: voice.text('report.board.notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['replies-absent', 'replies-partly', 'private-answers']), metrics: [...new Set(findings.map(({ metric }) => metric))],
      figures: lead === undefined ? [] : [figureOf(lead, sentence(lead))],
    })],
    tables: [],
  };
}

/** One thing that works: the first clear good finding, or that there is none. */
export function worksSection(desk: SectionDesk): MadePages {
  const works = boardFindings(desk).find(({ form, good }) => form === 'clear' && good);
  const { voice } = desk;
  if (works === undefined) return { pages: [], tables: [] };
  const title = findingSentence(works, voice);
  const number = (name: string): number | null => (typeof works.values[name] === 'number' ? works.values[name] : null);
  const [share, low, high] = [number('estimate'), number('low'), number('high')];
  const others = boardFindings(desk).filter(({ form, good }) => form === 'clear' && good).slice(1).map((finding) => findingSentence(finding, voice));
  const blocks: ReportBlock[] = [
    ...(share === null || works.rule !== 'response.best' ? [] : [{ kind: 'figures' as const, place: 'main' as const, items: [{ value: voice.formats.share(Math.round(share * 100) / 100), label: voice.text('report.works.answered'), detail: [intervalWords(low, high, voice.inHundred, voice), voice.text('report.cases', { n: voice.count(works.n) })].filter((part) => part !== '').join(', ') }] }]),
    ...(others.length === 0 ? [] : [{ kind: 'bullets' as const, place: 'main' as const, heading: voice.text('report.works.other'), items: others }]),
  ];
  return { pages: [reportPage({ key: 'works', section: 'works', title, form: 'clear', measure: voice.text('report.works.title'), notes: voice.text('report.works.notes'), source: sourceWords(desk), metrics: [works.metric], figures: [figureOf(works, title)], blocks })], tables: [] };
}

/** What was asked, in the words of whoever asked it; nothing where nobody typed it. */
export function questionSection(desk: SectionDesk): MadePages {
  const { question, voice } = desk;
  return question === '' ? { pages: [], tables: [] } : { pages: [reportPage({ key: 'question', section: 'question', title: question, measure: voice.text('report.question.title'), source: sourceWords(desk) })], tables: [] };
}

/** What happened around the brand within the data's span, as somebody noted it, the latest first; at most five. */
function eventItems({ figures: { overview, events: { events } }, voice }: SectionDesk): string[] {
  const months = overview.months;
  const [fromMs, toMs] = [months[0]?.startMs ?? Infinity, (months.at(-1)?.startMs ?? -Infinity) + 31 * DAY_MS];
  return events.filter((event) => event.fromMs < toMs && (event.toMs ?? event.fromMs + DAY_MS) > fromMs).slice(-MOST_EVENTS).reverse().map((event) => {
    const from = voice.formats.shortDate(event.fromMs);
    const to = event.toMs === null ? from : voice.formats.shortDate(event.toMs - 1);
    return voice.text(from === to ? 'report.limits.eventDay' : 'report.limits.eventSpan', { name: event.name, from, to });
  });
}

/** What the data do not see, and the places they come from; those that are not the brand's stand together by network. */
export function limitsSection(desk: SectionDesk): MadePages {
  const { figures: { overview }, voice } = desk;
  const own = overview.coverage.filter(({ brand }) => brand !== null && brand === overview.brand);
  const otherNetworks = [...new Set(overview.coverage.filter((row) => !own.includes(row)).map(({ network }) => network))].sort();
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.limits.${code}`, values);
  const table = reportTable({
    key: 'sources', name: words('sources'), title: words('sources'), note: windowWords(desk),
    columns: [
      reportColumn('place', words('place'), 'text', words('meaning.place')), reportColumn('network', words('network'), 'text', words('meaning.network')), reportColumn('replies', words('replies'), 'text', words('meaning.replies'), 'coverage'),
      reportColumn('imported', words('imported'), 'count', words('meaning.imported'), 'coverage'), reportColumn('declared', words('declared'), 'count', words('meaning.declared'), 'coverage'),
    ],
    rows: [
      ...own.map(({ container, network, replies, imported, declared }) => [container, voice.network(network), voice.text(`codes.replies.${replies}`), imported, declared]),
      ...otherNetworks.map((network) => [words('other', { network: voice.network(network) }), voice.network(network), null, null, null]),
    ],
  });
  const around = eventItems(desk);
  const visible = overview.unseen.filter(({ container }) => container === null || own.some((row) => row.container === container));
  return {
    pages: [reportPage({
      key: 'limits', section: 'limits', title: words('title'), measure: words('measure'), source: sourceWords(desk), notes: words('notes'), metrics: ['coverage'],
      blocks: [{ kind: 'bullets', place: 'main', heading: '', items: visible.slice(0, 9).map((thing) => unseenText(thing, voice, overview.abstained)) }, { kind: 'table', place: 'side', table: 'sources', columns: ['place', 'network', 'replies'], rows: around.length === 0 ? 8 : 5 }, ...(around.length === 0 ? [] : [{ kind: 'bullets' as const, place: 'side' as const, heading: words('events'), items: around }])],
    })],
    tables: [table],
  };
}

