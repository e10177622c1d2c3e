import type { ReportBlock } from '../../../domain/model/report.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { estimateCell, reportChart, reportColumn, reportPage, reportSeries, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { linkedFigure, sourceWords, tribeWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { limits } from './tribe-sections.ts';

const WHO = ['present', 'competitor', 'peers', 'nobody'] as const;
const MOST_NEEDS = 8;

/** Whether the brand is there when people ask others what to choose, and what tribes need at once; nothing where the section is off. */
export function choicesSection(desk: SectionDesk): MadePages {
  const made = [momentsPage(desk), needsPage(desk)];
  return { pages: made.flatMap(({ pages }) => pages), tables: made.flatMap(({ tables }) => tables) };
}

function momentsPage(desk: SectionDesk): MadePages {
  const { figures: { choices }, voice, audience } = desk;
  if (choices === null) return { pages: [], tables: [] };
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.choices.${code}`, values);
  const { presence, moments, brand } = choices.decisions;
  const isTold = presence.present.estimate !== null && (audience === 'analyst' || presence.people >= CLIENT_FLOOR);
  const title = isTold
    ? words('clear', { brand: brand ?? '', share: voice.inHundred(presence.present.estimate ?? 0), low: voice.inHundred(presence.present.low ?? 0), high: voice.inHundred(presence.present.high ?? 0) })
    : words(moments === 0 ? 'none' : 'few', { n: voice.count(presence.n) });
  const table = reportTable({
    key: 'choice-moments', name: words('sheet'), title: words('sheet'), note: windowWords(desk),
    columns: [reportColumn('who', words('columns.who'), 'text', words('meaning.who')), reportColumn('moments', words('columns.moments'), 'count', words('meaning.moments'), 'decision-moments'), reportColumn('share', words('columns.share'), 'share', words('meaning.share'), 'decision-presence'), ...limits('share', 'share', voice)],
    rows: WHO.map((who) => [words(`who.${who}`), presence[who].k, estimateCell(presence[who].estimate), presence[who].low, presence[who].high]), people: WHO.map(() => rowPeople(presence.people)),
  });
  const blocks: ReportBlock[] = !isTold ? [] : [
    { kind: 'chart', place: 'main', chart: reportChart({ key: 'choice-chart', kind: 'bars', table: 'choice-moments', category: 'who', series: [reportSeries('moments', words('columns.moments'), 'accent')], axis: { label: words('axis'), kind: 'count', min: 0, max: null }, alt: words('alt', { list: voice.formats.list(WHO.map((who) => words('altItem', { who: words(`who.${who}`), n: voice.count(presence[who].k) }))) }) }) },
    { kind: 'table', place: 'main', table: 'choice-moments', columns: ['who', 'moments', 'share'], rows: WHO.length },
  ];
  return {
    pages: [reportPage({
      key: 'choice-moments', section: 'choices', title, form: isTold ? 'clear' : 'too-few', measure: words('measure', { moments: voice.count(moments), n: voice.count(presence.n) }), blocks, notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['replies-absent', 'replies-partly', 'unread-languages']),
      metrics: ['decision-moments', 'decision-presence'], figures: [linkedFigure('choice-presence', { value: isTold ? presence.present.estimate : null, low: presence.present.low, high: presence.present.high, n: presence.n }, title)],
    })],
    tables: isTold ? [table] : [],
  };
}

function needsPage(desk: SectionDesk): MadePages {
  const { figures: { choices }, voice, audience } = desk;
  if (choices === null) return { pages: [], tables: [] };
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.choices.needs.${code}`, values);
  const { needs: { needs, tribes, people, tested } } = choices;
  // what people wrote is never told: a need goes by words that at least five people use
  const shown = needs.filter((need) => need.words.length > 0 && (audience === 'analyst' || need.people >= CLIENT_FLOOR)).slice(0, MOST_NEEDS);
  if (shown.length === 0) return { pages: [], tables: [] };
  const names = new Map(tribes.map((tribe) => [tribe.id, tribeWords(tribe, voice)]));
  const first = shown.find(({ beyondChance }) => beyondChance);
  const title = first === undefined ? words(tested === 0 ? 'oneTribe' : 'chance') : words('clear', { need: first.words.join(' '), tribes: voice.count(first.tribes) });
  const told = (need: (typeof shown)[number]): string => voice.formats.list(need.cells.flatMap(({ tribe, people: own }) => (own === null || (audience === 'client' && own < CLIENT_FLOOR) ? [] : [names.get(tribe) ?? ''])));
  const table = reportTable({
    key: 'needs', name: words('sheet'), title: words('sheet'), note: windowWords(desk),
    columns: [
      reportColumn('need', words('columns.need'), 'text', words('meaning.need')), reportColumn('people', words('columns.people'), 'count', words('meaning.people'), 'need-map'), reportColumn('who', words('columns.who'), 'text', words('meaning.who')),
      reportColumn('tribes', words('columns.tribes'), 'count', words('meaning.tribes'), 'needs-at-once'), reportColumn('expected', words('columns.expected'), 'number', words('meaning.expected')), reportColumn('answered', words('columns.answered'), 'share', words('meaning.answered')), ...limits('answered', 'share', voice),
    ],
    rows: shown.map((need) => [need.words.join(' '), need.people, told(need), need.tribes, need.expected === null ? null : estimateCell(Math.round(need.expected * 10) / 10), estimateCell(need.answered.estimate), need.answered.low, need.answered.high]),
    people: shown.map((need) => rowPeople(need.people)),
  });
  return {
    pages: [reportPage({
      key: 'needs', section: 'choices', title, form: first !== undefined ? 'clear' : tested === 0 ? 'too-few' : 'not-clear', measure: words('measure', { people: voice.count(people) }), notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['private-answers', 'replies-absent']), metrics: ['need-map', 'needs-at-once'],
      blocks: [{ kind: 'table', place: 'main', table: 'needs', columns: ['need', 'people', 'who', 'tribes', 'expected', 'answered'], rows: MOST_NEEDS }], figures: first === undefined ? [] : [linkedFigure('need-at-once', { value: first.tribes, n: first.people }, title)],
    })],
    tables: [table],
  };
}
