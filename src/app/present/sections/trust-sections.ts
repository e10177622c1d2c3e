import { FORMATION_LINES } from '../../../domain/model/formation-line.ts';
import type { ReportTone } from '../../../domain/model/report.ts';
import { estimateCell, reportChart, reportColumn, reportPage, reportSeries, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { LEAST_SHARE_CASES } from '../../../present/privacy/client-safe-table.ts';
import { linkedFigure, sourceWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { limits } from './tribe-sections.ts';

/** From good to bad, then what is not known. */
const OUTCOMES = ['kept', 'late', 'broken', 'open', 'unverifiable'] as const;
const TONE_OF_STATE: Readonly<Record<(typeof OUTCOMES)[number], ReportTone>> = { kept: 'accent', late: 'gold', broken: 'warm', open: 'context', unverifiable: 'context' };

/** Promises by outcome, and the five parts of trust for everybody: never one mark. */
export function trustSection(desk: SectionDesk): MadePages {
  const { figures: { promises, trust }, voice } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.trust.${code}`, values);
  const { rate } = promises;
  const told = !rate.tooFew && rate.estimate !== null;
  const title = told ? words('clear', { share: voice.inHundred(rate.estimate ?? 0), low: voice.inHundred(rate.low ?? 0), high: voice.inHundred(rate.high ?? 0) }) : words('few', { n: voice.count(rate.n) });
  const counted = OUTCOMES.map((state) => ({ state, n: promises.named[state] + promises.unnamed[state] })).filter(({ n }) => n > 0);
  const outcomes = reportTable({
    key: 'promises', name: words('promises'), title: words('promisesTitle'), note: windowWords(desk), additive: true,
    columns: [reportColumn('state', words('state'), 'text', words('meaningState')), reportColumn('n', words('count'), 'count', words('meaningCount'), 'promises')],
    rows: counted.map(({ state, n }) => [words(`states.${state}`), n]),
  });
  const everybody = trust.tribes.find(({ tribe }) => tribe === 'all');
  const known = (everybody?.parts ?? []).filter(({ tooFew, estimate }) => !tooFew && estimate !== null);
  const parts = reportTable({
    key: 'trust', name: words('parts'), title: words('parts'), note: words('partsMeasure'),
    columns: [reportColumn('part', words('part'), 'text', words('meaningPart')), reportColumn('value', words('value'), 'share', words('meaningValue'), 'trust-parts'), ...limits('value', 'share', voice), reportColumn('n', voice.text('report.columns.n'), 'count', words('meaningCases'))],
    rows: known.map(({ part, estimate, low, high, n }) => [words(`partNames.${part}`), estimateCell(estimate), low, high, n]),
    people: known.map(() => rowPeople(everybody?.size ?? null)),
  });
  const source = sourceWords(desk);
  return {
    pages: [
      reportPage({
        key: 'promises', section: 'trust', title, form: told ? 'clear' : 'too-few', measure: words('measure', { n: voice.count(rate.n), unverifiable: voice.count(rate.unverifiable) }), notes: words('notes'), source, unseen: unseenWords(desk, ['private-answers', 'private-answers-partly']), metrics: ['promises', 'promises-kept'],
        figures: told ? [linkedFigure('promises', { value: rate.estimate, low: rate.low, high: rate.high, n: rate.n }, title)] : [],
        blocks: counted.length === 0 ? [] : [{ kind: 'chart', place: 'main', chart: reportChart({ key: 'promises-chart', kind: 'bars', table: 'promises', category: 'state', series: [reportSeries('n', words('count'), 'accent')], axis: { label: words('axis'), kind: 'count', min: 0, max: null }, rowTones: counted.map(({ state }) => TONE_OF_STATE[state]), alt: words('alt', { list: voice.formats.list(counted.map(({ state, n }) => words('altItem', { state: words(`states.${state}`), n: voice.count(n) }))) }) }) }],
      }),
      ...(known.length === 0 ? [] : [reportPage({
        key: 'trust', section: 'trust', title: words('partsTitle'), measure: words('partsMeasure'), notes: words('partsNotes'), source, unseen: unseenWords(desk, ['likes-anonymous', 'private-answers']), metrics: ['trust-parts', 'reciprocity', 'tie-strength', 'care', 'advocacy'],
        blocks: [
          { kind: 'chart', place: 'main', chart: reportChart({ key: 'trust-chart', kind: 'intervals', table: 'trust', category: 'part', series: [reportSeries('value', words('value'), 'accent', ['valueLow', 'valueHigh'])], axis: { label: words('value'), kind: 'share', min: 0, max: 1 }, alt: words('partsAlt', { list: voice.formats.list(known.map(({ part, estimate, low, high }) => words('partsAltItem', { part: words(`partNames.${part}`), value: voice.formats.shareWithInterval({ estimate, low, high }) }))) }) }) },
          { kind: 'table', place: 'side', table: 'trust', columns: ['part', 'value', 'n'], rows: 5 },
        ],
        figures: known.map(({ part, estimate, low, high, n }) => linkedFigure(`trust:${part}`, { value: estimate, low, high, n }, voice.formats.shareWithInterval({ estimate, low, high }))),
      })]),
    ],
    tables: [...(counted.length === 0 ? [] : [outcomes]), ...(known.length === 0 ? [] : [parts])],
  };
}

/** How the brand plays: shares of its messages by line, beside the line-up that is criticised and the chosen target. */
export function formationSection(desk: SectionDesk): MadePages {
  const { figures: { formation }, voice } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.formation.${code}`, values);
  const told = !formation.tooFew && formation.n >= LEAST_SHARE_CASES;
  const row = (line: (typeof FORMATION_LINES)[number]): (typeof formation.rows)[number] | undefined => formation.rows.find((candidate) => candidate.line === line);
  const listening = row('listening');
  const title = told ? words('clear', { listening: voice.inHundred(listening?.share ?? 0), low: voice.inHundred(listening?.low ?? 0), high: voice.inHundred(listening?.high ?? 0), presence: voice.inHundred(row('presence')?.share ?? 0) }) : words('few', { n: voice.count(formation.n) });
  const { target, criticised } = formation;
  const table = reportTable({
    key: 'formation', name: words('title'), title: words('title'), note: words('measure', { n: voice.count(formation.n) }), additive: true,
    columns: [
      reportColumn('line', words('line'), 'text', words('meaningLine')), reportColumn('messages', words('messages'), 'count', words('meaningMessages'), 'formation'), reportColumn('share', words('share'), 'share', words('meaningShare'), 'formation'), ...limits('share', 'share', voice),
      reportColumn('criticised', words('criticised'), 'share', words('meaningCriticised')), ...(target === null ? [] : [reportColumn('target', words('target'), 'share', words('meaningTarget'))]),
    ],
    rows: FORMATION_LINES.map((line) => {
      const found = row(line);
      return [words(`lines.${line}`), found?.n ?? 0, estimateCell(found?.share), found?.low ?? null, found?.high ?? null, criticised.shares[line], ...(target === null ? [] : [target.shares[line]])];
    }),
  });
  const inHundred = (value: number): string => voice.inHundred(value);
  const items = [
    ...(listening === undefined || listening.formOnly === 0 ? [] : [words('formOnly', { n: voice.count(listening.n), k: voice.count(listening.formOnly) })]),
    ...(criticised.distance.estimate === null ? [] : [words('distance', { distance: inHundred(criticised.distance.estimate) })]),
    ...(target?.distance.estimate == null ? [] : [words('targetDistance', { distance: inHundred(target.distance.estimate) })]),
  ];
  return {
    pages: [reportPage({
      key: 'formation', section: 'formation', title, form: told ? 'clear' : 'too-few', measure: words('measure', { n: voice.count(formation.n) }), notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['replies-absent', 'replies-partly', 'private-answers']), metrics: ['formation'],
      blocks: told ? [
        { kind: 'chart', place: 'main', chart: reportChart({ key: 'formation-chart', kind: 'bars', table: 'formation', category: 'line', series: [reportSeries('share', words('share'), 'accent', ['shareLow', 'shareHigh']), reportSeries('criticised', words('criticised'), 'context'), ...(target === null ? [] : [reportSeries('target', words('target'), 'gold')])], axis: { label: words('axis'), kind: 'share', min: 0, max: 1 }, alt: words('alt', { list: voice.formats.list(FORMATION_LINES.map((line) => words('altItem', { line: words(`lines.${line}`), share: voice.formats.share(Math.round((row(line)?.share ?? 0) * 100) / 100) }))) }) }) },
        ...(items.length === 0 ? [] : [{ kind: 'bullets' as const, place: 'side' as const, heading: '', items }]),
      ] : [],
      figures: told ? [linkedFigure('formation:listening', { value: listening?.share ?? null, low: listening?.low ?? null, high: listening?.high ?? null, n: formation.n }, title)] : [],
    })],
    tables: told ? [table] : [],
  };
}
