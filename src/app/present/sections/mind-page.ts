import type { OperationValue } from '../../../contract/operations.ts';
import type { ReportBlock, ReportCell } from '../../../domain/model/report.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { estimateCell, reportChart, reportColumn, reportPage, reportSeries, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { linkedFigure, sourceWords, tribeWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { limits, toneOf } from './tribe-sections.ts';

type Entry = OperationValue<'tribes.associations'>['entries'][number];
type Term = Entry['terms'][number];

const NAMED = 3;
const LONGEST_SHEET = 31;

/** Both sides of a tone with their limits, as six cells; what cannot be told has no estimate. */
export function toneCells(tone: Entry['tone']): ReportCell[] {
  return (['negative', 'positive'] as const).flatMap((side): ReportCell[] => [estimateCell(tone?.[side].estimate), tone?.[side].low ?? null, tone?.[side].high ?? null]);
}

/** How many times more often, to the hundredth. */
const times = (logOdds: number): number => Math.round(Math.exp(logOdds) * 100) / 100;

/** Of how many people a word is a number a client may have: none at all, or ten and more. */
function peopleCell(people: number, { audience }: SectionDesk): ReportCell {
  return audience === 'client' && people > 0 && people < CLIENT_FLOOR ? { withheld: 'few-people' } : people;
}

/** Quarters of a word as sentences, where it moves: between the first and the last one that may be told. */
function movements({ terms }: Entry, desk: SectionDesk): string[] {
  const { voice, audience } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.minds.${code}`, values);
  const quarterName = (quarter: string): string => words('quarterName', { year: quarter.slice(0, 4), quarter: quarter.slice(-1) });
  return terms.flatMap(({ term, trend, quarters }) => {
    if (trend === null || trend.moved === 'not-clear') return [];
    const told = quarters.flatMap(({ quarter, n, k }) => (k === null || n === 0 || (audience === 'client' && k < CLIENT_FLOOR) ? [] : [{ name: quarterName(quarter), share: k / n, n }]));
    const [from, to] = [told[0], told.at(-1)];
    if (from === undefined || to === undefined || from === to) return [words(`moved.${trend.moved}`, { term })];
    return [words(`movedFrom.${trend.moved}`, { term, from: voice.inHundred(from.share), fromQuarter: from.name, to: voice.inHundred(to.share), toQuarter: to.name })];
  });
}

/** Of the people of the tribe who meant the brand in each quarter, how many used each word: a row a word and quarter. */
function quarterTable({ tribe, terms }: Entry, desk: SectionDesk): MadePages['tables'] {
  const { voice } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.minds.${code}`, values);
  const rows = terms.flatMap(({ term, quarters }) => quarters.flatMap(({ quarter, n, k }) => (k === null ? [] : [{ term, quarter, n, k }])));
  if (rows.length === 0) return [];
  const title = words('quartersSheet', { tribe: tribeWords(tribe, voice) });
  return [reportTable({
    key: `mind-quarters:${tribe.id}`, name: title.slice(0, LONGEST_SHEET), title, note: windowWords(desk),
    columns: [reportColumn('term', words('columns.term'), 'text', words('meaning.term')), reportColumn('quarter', words('columns.quarter'), 'text', words('meaning.quarter')), reportColumn('speaking', words('columns.people'), 'count', words('meaning.speaking')), reportColumn('users', words('columns.users'), 'count', words('meaning.users'), 'brand-associations')],
    rows: rows.map(({ term, quarter, n, k }) => [term, words('quarterName', { year: quarter.slice(0, 4), quarter: quarter.slice(-1) }), n, k]),
    // whoever uses a word in a quarter is whom its row would lead to
    people: rows.map(({ k }) => (k === 0 ? null : rowPeople(k))),
  })];
}

function termTable(entry: Entry, desk: SectionDesk): MadePages['tables'][number] {
  const { voice } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.minds.${code}`, values);
  const title = words('termsSheet', { tribe: tribeWords(entry.tribe, voice) });
  const moved = ({ trend }: Term): string => words(`trend.${trend === null ? 'none' : trend.moved}`);
  return reportTable({
    key: `mind:${entry.tribe.id}`, name: title.slice(0, LONGEST_SHEET), title, note: windowWords(desk),
    columns: [
      reportColumn('term', words('columns.term'), 'text', words('meaning.term')), reportColumn('times', words('columns.times'), 'number', words('meaning.times'), 'brand-associations'), ...limits('times', 'number', voice),
      reportColumn('users', words('columns.users'), 'count', words('meaning.users')), reportColumn('elsewhere', words('columns.elsewhere'), 'count', words(entry.basis === 'others' ? 'meaning.others' : 'meaning.elsewhere')), reportColumn('messages', words('columns.messages'), 'count', words('meaning.messages')),
      reportColumn('negative', words('columns.negative'), 'share', words('meaning.negative'), 'message-tone'), ...limits('negative', 'share', voice), reportColumn('positive', words('columns.positive'), 'share', words('meaning.positive'), 'message-tone'), ...limits('positive', 'share', voice),
      reportColumn('moved', words('columns.moved'), 'text', words('meaning.moved')),
    ],
    rows: entry.terms.map((term) => [term.term, times(term.logOdds), times(term.low), times(term.high), term.authorsIn, peopleCell(term.authorsOut, desk), term.tone.n, ...toneCells(term.tone), moved(term)]),
    people: entry.terms.map(({ authorsIn }) => rowPeople(authorsIn)),
  });
}

/** The page of one tribe: how many times more often each word stands where its people mean the brand, with limits, its tone, and how it moves by quarter. */
export function mindPage(desk: SectionDesk, entry: Entry): MadePages {
  const { voice } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.minds.${code}`, values);
  const { tribe, brand, terms, about, rest, tested, basis } = entry;
  const table = termTable(entry, desk);
  const moving = movements(entry, desk);
  const isToned = terms.some(({ tone }) => tone.negative.estimate !== null);
  const title = words('clear', { tribe: tribeWords(tribe, voice), brand, terms: voice.formats.list(terms.slice(0, NAMED).map(({ term }) => words('quoted', { term }))) });
  const blocks: ReportBlock[] = [
    { kind: 'chart', place: 'main', chart: reportChart({
      key: `mind-chart:${tribe.id}`, kind: 'intervals', table: table.key, category: 'term', series: [reportSeries('times', words('columns.times'), toneOf(tribe), ['timesLow', 'timesHigh'])], axis: { label: words('timesAxis'), kind: 'number', min: 0, max: null }, reference: { value: 1, label: words('asElsewhere') },
      alt: words('timesAlt', { tribe: tribeWords(tribe, voice), list: voice.formats.list(terms.map((term) => words('timesItem', { term: term.term, times: voice.formats.estimate(times(term.logOdds)) }))) }),
    }) },
    { kind: 'table', place: 'main', table: table.key, columns: ['term', 'users', 'messages', ...(isToned ? ['negative', 'positive'] : []), 'moved'], rows: terms.length },
    { kind: 'bullets', place: 'main', heading: '', items: [...(basis === 'meant' || basis === null ? [] : [words(`basis.${basis}`)]), ...(moving.length === 0 ? [words('nothingMoves')] : moving)] },
  ];
  const [strongest] = terms;
  return {
    pages: [reportPage({
      key: `mind:${tribe.id}`, section: 'minds', title, form: 'clear', measure: words('tribeMeasure', { people: voice.count(about.people), messages: voice.count(about.messages), rest: voice.count(rest.messages), tested: voice.count(tested) }), blocks, notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['unread-languages', 'authors-missing', 'texts-missing']),
      metrics: ['brand-associations', 'message-tone'], figures: strongest === undefined ? [] : [linkedFigure(`mind:${tribe.id}:${strongest.key}`, { value: strongest.logOdds, low: strongest.low, high: strongest.high, n: strongest.authorsIn }, title)],
    })],
    tables: [table, ...quarterTable(entry, desk)],
  };
}
