import type { ReportCell } from '../../../domain/model/report.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import type { ChallengedFinding } from '../idea-figures.ts';
import { estimateCell, reportColumn, reportPage, reportTable, type MadePages } from '../page-making.ts';
import { sourceWords, windowWords, type SectionDesk } from '../section-desk.ts';

/** A value in the unit of its figure. */
function valueWords(value: number | null, { unit, found: { measures } }: ChallengedFinding, { voice }: SectionDesk): string {
  if (value === null) return '–';
  if (unit === 'seconds' || unit === 'seconds-difference') return voice.duration(Math.abs(value));
  return measures === 'lead' || unit === 'share' || unit === 'share-difference' ? voice.formats.share(value) : voice.formats.estimate(value);
}

/** Each kept sentence with what would make it false and how it bore every change that was tried; nothing where the section is off or no sentence with a figure is kept. */
export function scepticSection(desk: SectionDesk): MadePages {
  const { figures: { ideas: { challenged } }, voice, audience } = desk;
  // a figure on fewer than ten cases is nobody's business outside
  const tried = (challenged ?? []).filter(({ found }) => audience === 'analyst' || found.now?.n == null || found.now.n >= CLIENT_FLOOR);
  if (tried.length === 0) return { pages: [], tables: [] };
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`ideas.sceptic.${code}`, values);
  const holding = tried.filter(({ found: { verdict } }) => verdict.level === 'holds').length;
  const untried = tried.filter(({ found: { verdict } }) => verdict.level === 'untried').length;
  const table = reportTable({
    key: 'sceptic', name: words('sheet'), title: words('sheet'), note: windowWords(desk),
    columns: [
      reportColumn('sentence', words('columns.sentence'), 'text', words('meaning.sentence')), reportColumn('n', words('columns.n'), 'count', words('meaning.n')), reportColumn('false', words('columns.false'), 'text', words('meaning.false')), reportColumn('errors', words('columns.errors'), 'number', words('meaning.errors'), 'sceptic'),
      reportColumn('changes', words('columns.changes'), 'text', words('meaning.changes')), reportColumn('draws', words('columns.draws'), 'share', words('meaning.draws'), 'sceptic'), reportColumn('trust', words('columns.trust'), 'text', words('meaning.trust')),
    ],
    rows: tried.map((challengedFinding): ReportCell[] => {
      const { sentence, found: { now, claim, distance, verdict, joint } } = challengedFinding;
      const falseAt = claim === null ? words('noClaim') : words(`threshold.${claim.kind}`, { low: valueWords(claim.low, challengedFinding, desk), high: valueWords(claim.high, challengedFinding, desk) });
      return [sentence, now?.n ?? null, falseAt, distance?.errors == null ? null : Math.round(distance.errors * 10) / 10, verdict.tried === 0 ? words('nothing') : words('ofTried', { held: voice.count(verdict.held), tried: voice.count(verdict.tried) }), joint === null || joint.draws === 0 ? estimateCell(null) : joint.held / joint.draws, words(`level.${verdict.level}`)];
    }),
  });
  return {
    pages: [reportPage({
      key: 'sceptic', section: 'sceptic', title: untried === tried.length ? words('untried', { count: tried.length }) : words('title', { n: voice.count(tried.length), holding: voice.count(holding) }), measure: words('measure'), notes: words('notes'), source: sourceWords(desk), metrics: ['sceptic'],
      blocks: [{ kind: 'table', place: 'main', table: 'sceptic', columns: ['sentence', ...(tried.some(({ found }) => found.now?.n != null) ? ['n'] : []), 'false', 'changes', 'draws', 'trust'], rows: tried.length }],
    })],
    tables: [table],
  };
}
