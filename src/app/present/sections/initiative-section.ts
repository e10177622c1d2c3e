import type { OperationValue } from '../../../contract/operations.ts';
import { initiativeSentences } from '../../../domain/wording/initiative-sentence.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { reportColumn, reportPage, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { sourceWords, type SectionDesk } from '../section-desk.ts';

type Account = OperationValue<'initiatives.account'>;
type Values = { readonly before: number | null; readonly during: number | null; readonly after: number | null };

/** The smallest number of people that a row of three windows speaks of; null where none is whole. */
function leastPeople({ before, during, after }: Values): number | null {
  const known = [before, during, after].filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** For a client whoever stayed is told only where ten people did: fewer could be named. */
function toldTo(account: Account, audience: SectionDesk['audience']): Account {
  const isSmall = account.stayed?.some(({ withIt }) => withIt.k < CLIENT_FLOOR) === true;
  return audience === 'client' && isSmall ? { ...account, stayed: null } : account;
}

function initiativePages(account: Account, number: number, desk: SectionDesk): MadePages {
  const { voice, audience } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.initiatives.${code}`, values);
  const { initiative: { name, aim, startMs, endMs }, amounts, windows } = account;
  const [title = '', ...others] = initiativeSentences(toldTo(account, audience), { ...voice, date: voice.formats.date });
  const people = leastPeople(amounts.find(({ measure }) => measure === 'people')?.values ?? { before: null, during: null, after: null });
  const key = `initiative-${String(number)}`;
  const table = reportTable({
    key, name: words('sheet', { number }), title: words('sheetTitle', { name }), note: words('notes'),
    columns: [
      reportColumn('measure', words('columns.measure'), 'text', words('meaning.measure')), reportColumn('before', words('columns.before'), 'count', words('meaning.before'), 'initiative'), reportColumn('during', words('columns.during'), 'count', words('meaning.during'), 'initiative'), reportColumn('after', words('columns.after'), 'count', words('meaning.after'), 'initiative'),
      reportColumn('verdict', words('columns.verdict'), 'text', words('meaning.verdict')),
    ],
    rows: amounts.map(({ measure, values, during }) => [words(`amounts.${measure}`), ...[values.before, values.during, values.after].map((value) => (value === null ? null : Math.round(value))), words(`verdicts.${during}`)]),
    people: amounts.map(({ measure, values }) => rowPeople(measure === 'new-people' ? leastPeople(values) : people)),
  });
  return {
    pages: [reportPage({
      key, section: 'initiatives', title: title === '' ? name : title, form: windows.some(({ window, state }) => window === 'during' && state !== 'whole') ? 'too-few' : null, measure: words('measure', { name, from: voice.formats.date(startMs), to: voice.formats.date(endMs - 1) }), notes: words('notes'), source: sourceWords(desk), metrics: ['initiative', 'initiative-half-life', 'initiative-stayed'],
      blocks: [
        ...(aim === '' && others.length === 0 ? [] : [{ kind: 'bullets' as const, place: 'main' as const, heading: words('heading'), items: [...others, ...(aim === '' ? [] : [words('aim', { aim })])] }]),
        { kind: 'table', place: 'main', table: key, columns: ['measure', 'before', 'during', 'after', 'verdict'], rows: amounts.length },
      ],
    })],
    tables: [table],
  };
}

/** The accounts of the latest initiatives, a page each: what happened before, during and after; nothing where none is written down or the section is off. */
export function initiativesSection(desk: SectionDesk): MadePages {
  const made = (desk.figures.initiatives ?? []).map((account, at) => initiativePages(account, at + 1, desk));
  return { pages: made.flatMap(({ pages }) => pages), tables: made.flatMap(({ tables }) => tables) };
}
