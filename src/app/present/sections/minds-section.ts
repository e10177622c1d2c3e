import type { OperationValue } from '../../../contract/operations.ts';
import type { ReportCell } from '../../../domain/model/report.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { reportChart, reportColumn, reportPage, reportSeries, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { linkedFigure, sourceWords, tribeWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { borrowedPage } from './borrowed-page.ts';
import { mindPage, toneCells } from './mind-page.ts';
import { limits } from './tribe-sections.ts';

type Entry = OperationValue<'tribes.associations'>['entries'][number];

const MOST_TRIBES = 8;
const MOST_PAGES = 4;
const MOST_WORDS = 4;
const NAMED = 3;

/** An entry with the words that may be told: for a client those of ten people and more. */
function toldMind(entry: Entry, audience: SectionDesk['audience']): Entry {
  return { ...entry, terms: entry.terms.filter(({ authorsIn }) => audience === 'analyst' || authorsIn >= CLIENT_FLOOR) };
}

/** What a tribe's row says in the place of words, where it has none. */
function spokenWords({ state, terms }: Entry, desk: SectionDesk): string {
  const words = (code: string): string => desk.voice.text(`ideas.minds.${code}`);
  if (state !== 'told') return words(`no.${state}`);
  return terms.length === 0 ? words('no.clear') : terms.slice(0, MOST_WORDS).map(({ term }) => term).join(', ');
}

/**
 * The brand in the minds of the tribes that have a page: the words each says where it means the brand against the rest, the tone
 * of those messages, and a page with limits and movement for the tribes whose words are clearest. A client has words of ten
 * people and more and nothing of a tribe of which fewer than ten speak of the brand. Last come the words that the brand took up
 * from people. Nothing where the section is off.
 */
export function mindsSection(desk: SectionDesk): MadePages {
  const made = [mindsPages(desk), borrowedPage(desk)];
  return { pages: made.flatMap(({ pages }) => pages), tables: made.flatMap(({ tables }) => tables) };
}

function mindsPages(desk: SectionDesk): MadePages {
  const { figures: { ideas: { minds } }, voice, audience } = desk;
  const told = (minds?.entries ?? []).filter(({ state, about }) => state !== 'tribe' && state !== 'never' && (audience === 'analyst' || about.people >= CLIENT_FLOOR)).map((entry) => toldMind(entry, audience));
  if (minds === null || told.length === 0) return { pages: [], tables: [] };
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.minds.${code}`, values);
  const shown = told.toSorted((one, other) => (other.terms[0]?.z ?? 0) - (one.terms[0]?.z ?? 0) || other.about.people - one.about.people).slice(0, MOST_TRIBES);
  const [first] = shown;
  const isCompared = shown.some(({ state }) => state === 'told');
  const strongest = first?.terms[0];
  const title = first === undefined || strongest === undefined
    ? words(isCompared ? 'notClear' : 'few', { brand: first?.brand ?? '', least: minds.leastAuthors })
    : words('clear', { tribe: tribeWords(first.tribe, voice), brand: first.brand, terms: voice.formats.list(first.terms.slice(0, NAMED).map(({ term }) => words('quoted', { term }))) });
  const table = reportTable({
    key: 'minds', name: words('sheet'), title: words('sheet'), note: windowWords(desk),
    columns: [
      reportColumn('tribe', words('columns.tribe'), 'text', words('meaning.tribe')), reportColumn('words', words('columns.words'), 'text', words('meaning.words')), reportColumn('people', words('columns.people'), 'count', words('meaning.people'), 'brand-associations'),
      reportColumn('messages', words('columns.messages'), 'count', words('meaning.messages')), reportColumn('negative', words('columns.negative'), 'share', words('meaning.negative'), 'message-tone'), ...limits('negative', 'share', voice),
      reportColumn('positive', words('columns.positive'), 'share', words('meaning.positive'), 'message-tone'), ...limits('positive', 'share', voice),
    ],
    rows: shown.map((entry): ReportCell[] => [tribeWords(entry.tribe, voice), spokenWords(entry, desk), entry.about.people, entry.tone?.n ?? entry.about.messages, ...toneCells(entry.tone)]),
    people: shown.map(({ about }) => rowPeople(about.people)),
  });
  const isToned = shown.some(({ tone }) => tone?.negative.estimate != null);
  const made = shown.filter(({ terms }) => terms.length > 0).slice(0, MOST_PAGES).map((entry) => mindPage(desk, entry));
  return {
    pages: [reportPage({
      key: 'minds', section: 'minds', title, form: strongest !== undefined ? 'clear' : isCompared ? 'not-clear' : 'too-few', measure: words('measure', { brand: first?.brand ?? '', tribes: voice.count(shown.length) }), notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['unread-languages', 'authors-missing', 'texts-missing']), metrics: ['brand-associations', 'message-tone'],
      blocks: [
        ...(isToned ? [{ kind: 'chart' as const, place: 'main' as const, chart: reportChart({
          key: 'minds-chart', kind: 'intervals', table: 'minds', category: 'tribe', series: [reportSeries('negative', words('columns.negative'), 'warm', ['negativeLow', 'negativeHigh']), reportSeries('positive', words('columns.positive'), 'accent', ['positiveLow', 'positiveHigh'])],
          axis: { label: words('axis'), kind: 'share', min: 0, max: 1 }, alt: words('alt', { list: voice.formats.list(shown.map((entry) => words('altItem', { tribe: tribeWords(entry.tribe, voice), words: spokenWords(entry, desk) }))) }),
        }) }] : []),
        { kind: 'table', place: 'main', table: 'minds', columns: ['tribe', 'words', 'people', 'messages'], rows: MOST_TRIBES },
        { kind: 'bullets', place: 'main', heading: '', items: [minds.correction.available ? words('corrected') : words('uncorrected', { labelled: voice.count(minds.correction.labelled), needed: voice.count(minds.correction.needed) })] },
      ],
      figures: strongest === undefined || first === undefined ? [] : [linkedFigure(`mind:${first.tribe.id}:${strongest.key}`, { value: strongest.logOdds, low: strongest.low, high: strongest.high, n: strongest.authorsIn }, title)],
    }), ...made.flatMap(({ pages }) => pages)],
    tables: [table, ...made.flatMap(({ tables }) => tables)],
  };
}
