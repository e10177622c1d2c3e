import type { OperationValue } from '../../../contract/operations.ts';
import type { ReportCell } from '../../../domain/model/report.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { reportColumn, reportPage, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { linkedFigure, sourceWords, tribeWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';

type Term = OperationValue<'terms.borrowed'>['borrowed'][number];

const MOST_TERMS = 10;
const NAMED = 3;
const MONTH_LETTERS = 7;

/** The tribes that used a word first; for a client those of ten such people and more. */
function tribeNames({ tribes }: Term, { voice, audience }: SectionDesk): string {
  return voice.formats.list(tribes.filter(({ people, sensitive }) => audience === 'analyst' || (people >= CLIENT_FLOOR && (sensitive === null || sensitive.basis !== ''))).map((tribe) => tribeWords(tribe, voice)));
}

/**
 * The words that the brand took up from people, with how many used them before it and the index. A client has words that ten people
 * used before the brand, by months; what the brand gave to people is told with its number alone. Nothing where the section is off or
 * the project has no brand.
 */
export function borrowedPage(desk: SectionDesk): MadePages {
  const { figures: { ideas: { borrowed } }, voice, audience } = desk;
  if (borrowed === null || borrowed.brand === null) return { pages: [], tables: [] };
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.minds.borrowed.${code}`, values);
  const { brand, tooFew, tested, index, people, brandDays } = borrowed;
  const told = borrowed.borrowed.filter(({ peopleBefore }) => audience === 'analyst' || peopleBefore >= CLIENT_FLOOR).slice(0, MOST_TERMS);
  const title = tooFew !== null ? words('few') : told.length === 0 ? words('none', { brand }) : words('clear', { brand, terms: voice.formats.list(told.slice(0, NAMED).map(({ term }) => voice.text('ideas.minds.quoted', { term }))) });
  const month = (ms: number): string => voice.isoDay(ms).slice(0, MONTH_LETTERS);
  const table = reportTable({
    key: 'borrowed', name: words('sheet'), title: words('sheet'), note: windowWords(desk),
    columns: [
      reportColumn('term', words('columns.term'), 'text', words('meaning.term')), reportColumn('before', words('columns.before'), 'count', words('meaning.before'), 'borrowed-term'), reportColumn('people', words('columns.people'), 'month', words('meaning.people')), reportColumn('brand', words('columns.brand'), 'month', words('meaning.brand')),
      reportColumn('days', words('columns.days'), 'count', words('meaning.days')), reportColumn('tribes', words('columns.tribes'), 'text', words('meaning.tribes')),
    ],
    rows: told.map((term): ReportCell[] => [term.term, term.peopleBefore, month(term.firstPeopleMs), month(term.firstBrandMs), term.brandDays, tribeNames(term, desk)]), people: told.map(({ peopleBefore }) => rowPeople(peopleBefore)),
  });
  const indexWords = index.estimate === null || index.low === null || index.high === null ? words('index', { k: voice.count(index.k), n: voice.count(index.n) }) : words('indexShare', { share: voice.inHundred(index.estimate), low: voice.inHundred(index.low), high: voice.inHundred(index.high), n: voice.count(index.n) });
  return {
    pages: [reportPage({
      key: 'borrowed', section: 'minds', title, form: tooFew !== null ? 'too-few' : told.length === 0 ? 'not-clear' : 'clear', measure: tooFew === null ? words('measure', { tested: voice.count(tested), people: voice.count(people), days: voice.count(brandDays) }) : '', notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['unread-languages', 'authors-missing']), metrics: ['borrowed-term'],
      blocks: tooFew !== null ? [] : [...(told.length === 0 ? [] : [{ kind: 'table' as const, place: 'main' as const, table: 'borrowed', columns: ['term', 'before', 'people', 'brand', 'days', 'tribes'], rows: MOST_TERMS }]), { kind: 'bullets', place: 'main', heading: '', items: [indexWords] }],
      figures: tooFew !== null ? [] : [linkedFigure('borrowed-index', { value: index.estimate, low: index.low, high: index.high, n: index.n }, indexWords)],
    })],
    tables: told.length === 0 ? [] : [table],
  };
}
