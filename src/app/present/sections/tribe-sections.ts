import type { OperationValue } from '../../../contract/operations.ts';
import type { ReportBlock, ReportCell, ReportPage, ReportTable, ReportTone } from '../../../domain/model/report.ts';
import { NAMED_REQUESTS } from './named-requests.ts';
import { estimateCell, reportChart, reportColumn, reportPage, reportSeries, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { LEAST_SHARE_CASES } from '../../../present/privacy/client-safe-table.ts';
import { intervalWords, linkedFigure, sourceWords, tribeWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { isShownTribe, tribesWithPages, ZONE_OF_FEW } from '../shown-tribes.ts';

type Tribe = OperationValue<'tribes.list'>['tribes'][number];

const TONES = 8;
const MOST_WORDS = 8;

/** The tone of a tribe in charts: the hue it has in the window. */
export function toneOf({ color }: Pick<Tribe, 'color'>): ReportTone {
  return `tribe-${(color % TONES) + 1}` as ReportTone;
}

/** Ways of looking in which a person is in one tribe only: where tribes share people, their sizes add up to more than the people there are. */
const PARTITIONS: ReadonlySet<Tribe['lens']> = new Set(['value', 'communities']);

/** One row for several tribes that are too small to be told one by one; null where too few people are left, or none may be added up. */
function mergedRow(tribes: readonly Tribe[], name: string, { lens, lensName, audience }: { readonly lens: Tribe['lens']; readonly lensName: string; readonly audience: SectionDesk['audience'] }): { readonly row: readonly ReportCell[]; readonly people: number } | null {
  if (!PARTITIONS.has(lens)) return null;
  const size = tribes.reduce((sum, tribe) => sum + tribe.size, 0);
  if (tribes.length < 2 || size < (audience === 'client' ? CLIENT_FLOOR : 1)) return null;
  const sum = (of: (tribe: Tribe) => number): number => tribes.reduce((total, tribe) => total + of(tribe), 0);
  return { row: [name, lensName, size, sum(({ created }) => created), sum(({ consumed }) => consumed), null, null, null, null, sum(({ messages }) => messages), sum(({ requests }) => requests), null, null, null], people: size };
}

function tribeTable(desk: SectionDesk): { readonly table: ReportTable; readonly merged: number } {
  const { figures: { tribes }, voice, audience } = desk;
  const words = (code: string): string => voice.text(`report.map.${code}`);
  const lenses = ['value', 'roles', 'interests', 'communities'] as const;
  const rows: (readonly ReportCell[])[] = [];
  const people: (number | null)[] = [];
  let merged = 0;
  for (const lens of lenses) {
    const all = tribes.tribes.filter((tribe) => tribe.lens === lens && !tribe.hidden && !(lens === 'value' && tribe.name === ZONE_OF_FEW));
    const lensName = voice.text(`codes.lens.${lens}`);
    for (const tribe of all.filter((candidate) => isShownTribe(candidate, audience))) {
      const week = tribe.answeredWithin7d;
      const enough = audience === 'analyst' || tribe.requests >= LEAST_SHARE_CASES;
      rows.push([
        tribeWords(tribe, voice), lensName, tribe.size, tribe.created, tribe.consumed, tribe.tooFew ? estimateCell(null) : estimateCell(tribe.balance), tribe.tooFew ? null : tribe.low, tribe.tooFew ? null : tribe.high, tribe.stability, tribe.messages, tribe.requests,
        enough ? estimateCell(week?.estimate) : estimateCell(null), enough ? (week?.low ?? null) : null, enough ? (week?.high ?? null) : null,
      ]);
      people.push(tribe.size);
    }
    const small = all.filter((candidate) => !isShownTribe(candidate, audience));
    const together = mergedRow(small, voice.text('report.others'), { lens, lensName, audience });
    merged += small.length;
    if (together !== null) {
      rows.push(together.row);
      people.push(together.people);
    }
  }
  const table = reportTable({
    key: 'tribes', name: words('sheet'), title: words('sheet'), note: windowWords(desk),
    columns: [
      reportColumn('tribe', words('columns.tribe'), 'text', words('meaning.tribe')), reportColumn('lens', words('columns.lens'), 'text', words('meaning.lens')), reportColumn('people', words('columns.people'), 'count', words('meaning.people'), 'tribe'),
      reportColumn('created', words('columns.created'), 'points', words('meaning.created'), 'created'), reportColumn('consumed', words('columns.consumed'), 'points', words('meaning.consumed'), 'consumed'),
      reportColumn('balance', words('columns.balance'), 'number', words('meaning.balance'), 'balance'), ...limits('balance', 'number', voice), reportColumn('stability', words('columns.stability'), 'share', words('meaning.stability'), 'zone'),
      reportColumn('messages', words('columns.messages'), 'count', words('meaning.messages'), 'messages'), reportColumn('requests', words('columns.requests'), 'count', words('meaning.requests'), 'request'),
      reportColumn('week', words('columns.week'), 'share', words('meaning.week'), 'answered-share'), ...limits('week', 'share', voice),
    ],
    rows, people: people.map(rowPeople),
  });
  return { table, merged };
}

/** The two columns of the limits of another. */
export function limits(of: string, kind: 'share' | 'number' | 'seconds', voice: SectionDesk['voice']): ReturnType<typeof reportColumn>[] {
  return [reportColumn(`${of}Low`, voice.text('report.columns.low'), kind, voice.text('report.columns.low95')), reportColumn(`${of}High`, voice.text('report.columns.high'), kind, voice.text('report.columns.high95'))];
}

/** The map of the tribes by value, and how unequally value is made. `merged` counts tribes that are too small to be shown by themselves. */
export function mapSection(desk: SectionDesk): MadePages & { readonly merged: number } {
  const { figures: { tribes, inequality, robustness }, voice, audience } = desk;
  const { table, merged } = tribeTable(desk);
  const shown = tribes.tribes.filter((tribe) => tribe.lens === 'value' && isShownTribe(tribe, audience));
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.map.${code}`, values);
  const known = shown.reduce((sum, { size }) => sum + size, 0);
  const largest = shown.toSorted((one, other) => other.size - one.size)[0];
  const form = largest === undefined || known < LEAST_SHARE_CASES ? 'too-few' : largest.zoneHolds === true ? 'clear' : 'not-clear';
  const share = largest === undefined || known === 0 ? null : largest.size / known;
  const title = largest === undefined || form === 'too-few' ? words('few', { n: voice.count(known) })
    : words(form === 'clear' ? 'clear' : 'notClear', { who: tribeWords(largest, voice), n: voice.count(largest.size), of: voice.count(known), share: voice.formats.share(Math.round((share ?? 0) * 100) / 100) });
  const marks: ReportTable = reportTable({
    key: 'map', name: words('table'), title: words('table'), note: windowWords(desk),
    columns: table.columns.filter(({ key }) => ['tribe', 'people', 'created', 'consumed', 'balance', 'balanceLow', 'balanceHigh'].includes(key)),
    rows: shown.map((tribe) => [tribeWords(tribe, voice), tribe.size, tribe.created, tribe.consumed, estimateCell(tribe.tooFew ? null : tribe.balance), tribe.tooFew ? null : tribe.low, tribe.tooFew ? null : tribe.high]),
    people: shown.map(({ size }) => rowPeople(size)),
  });
  const half = inequality.half;
  // ten people together name nobody; fewer would
  const withoutTen = robustness.losses.find(({ removal }) => removal === 'ten')?.answers ?? null;
  const items = [
    ...(half === null ? [] : [{ value: voice.count(half.people), label: words('half'), detail: words('halfDetail', { people: voice.count(inequality.n) }) }]),
    ...(inequality.gini === null ? [] : [{ value: voice.formats.estimate(inequality.gini), label: words('gini'), detail: intervalWords(inequality.interval?.low, inequality.interval?.high, voice.formats.estimate, voice) }]),
    ...(withoutTen === null ? [] : [{ value: words('withoutTen', { share: voice.inHundred(withoutTen.left) }), label: words('withoutTenLabel'), detail: words('atRandom', { low: voice.inHundred(withoutTen.chance.low), high: voice.inHundred(withoutTen.chance.high) }) }]),
  ];
  const blocks: ReportBlock[] = shown.length === 0 ? [] : [
    { kind: 'chart', place: 'main', chart: reportChart({
      key: 'map-chart', kind: 'map', table: 'map', category: 'tribe', series: [reportSeries('created', words('created'), 'accent')], axis: { label: words('created'), kind: 'points', min: null, max: null },
      across: { column: 'consumed', label: words('consumed'), kind: 'points' }, reference: { value: 1, label: words('parity') }, rowTones: shown.map(toneOf),
      alt: words('alt', { list: voice.formats.list(shown.map((tribe) => words('altItem', { tribe: tribeWords(tribe, voice), created: voice.formats.points(tribe.created), consumed: voice.formats.points(tribe.consumed) }))) }),
    }) },
    { kind: 'table', place: 'side', table: 'map', columns: ['tribe', 'people', 'balance'], rows: 6 },
    ...(items.length === 0 ? [] : [{ kind: 'figures' as const, place: 'side' as const, items }]),
  ];
  const few = tribes.tribes.find(({ lens, name }) => lens === 'value' && name === ZONE_OF_FEW)?.size ?? Math.max(0, tribes.people - known);
  return {
    merged,
    pages: [reportPage({ key: 'map', section: 'map', title, form, measure: words('measure', { unassigned: voice.count(few) }), blocks, notes: words('notes'), source: sourceWords(desk), unseen: unseenWords(desk, ['views-anonymous', 'likes-anonymous', 'authors-missing']), metrics: ['created', 'consumed', 'balance', 'zone', 'inequality', 'ecosystem-robustness'], figures: share === null ? [] : [linkedFigure('largest-tribe', { value: share, n: known }, title)] })],
    tables: [marks, table],
  };
}

/** A page for each tribe that may be told, the largest first: who it is, what it asks, whether it is answered. */
export function tribeSections(desk: SectionDesk): MadePages {
  const made = tribesWithPages(desk.figures.tribes.tribes, desk.audience).map((tribe) => tribePage(desk, tribe));
  return { pages: made.map(({ page }) => page), tables: made.flatMap(({ table }) => (table === null ? [] : [table])) };
}

/** What a tribe asks, by kind; null where it asks too little, or too few of it ask. */
function askedTable({ figures: { asks }, voice, audience }: SectionDesk, tribe: Tribe, name: string): ReportTable | null {
  const groups = (asks.get(tribe.id)?.groups ?? []).filter(({ key, n, authors }) => key in NAMED_REQUESTS && n > 0 && (audience === 'analyst' || (authors ?? 0) >= CLIENT_FLOOR));
  if (groups.length < 2) return null;
  const words = (code: string): string => voice.text(`report.listening.${code}`);
  return reportTable({
    key: `asks:${tribe.id}`, name: voice.text('report.tribe.asksSheet', { tribe: name }).slice(0, 31), title: voice.text('report.tribe.asksSheet', { tribe: name }),
    columns: [reportColumn('intent', words('columns.intent'), 'text', words('meaning.intent')), reportColumn('n', words('columns.n'), 'count', words('meaning.n'), 'request'), reportColumn('people', words('columns.people'), 'count', words('meaning.people'), 'profiles'), reportColumn('answered', words('columns.answered'), 'count', words('meaning.answered'), 'outcomes')],
    rows: groups.map(({ key, n, authors, answered }) => [voice.text(`report.intents.${key}`), n, authors, answered]), people: groups.map(({ authors }) => rowPeople(authors)),
  });
}

function tribePage(desk: SectionDesk, tribe: Tribe): { readonly page: ReportPage; readonly table: ReportTable | null } {
  const { voice, audience } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.tribe.${code}`, values);
  const name = tribeWords(tribe, voice);
  const week = tribe.answeredWithin7d;
  const share = tribe.requests >= LEAST_SHARE_CASES ? (week?.estimate ?? null) : null;
  const answered = (): string => {
    if (tribe.requests === 0) return words('none', { tribe: name });
    if (tribe.answered === null) return words('unseen', { tribe: name });
    return share === null ? words('few', { tribe: name, n: voice.count(tribe.requests) }) : words('answered', { tribe: name, share: voice.inHundred(share), low: voice.inHundred(week?.low ?? 0), high: voice.inHundred(week?.high ?? 0) });
  };
  const title = answered();
  const spoken = tribe.words.filter(({ authors }) => audience === 'analyst' || authors >= CLIENT_FLOOR).slice(0, MOST_WORDS).map(({ word }) => word);
  const places = tribe.networks.filter(({ people }) => audience === 'analyst' || people >= CLIENT_FLOOR);
  const items = [
    { value: voice.count(tribe.size), label: words('size'), detail: '' },
    { value: tribe.balance === null ? words('few5') : voice.formats.estimate(tribe.balance), label: words('balance'), detail: [intervalWords(tribe.low, tribe.high, voice.formats.estimate, voice), tribe.zoneHolds === false ? words('unstable') : ''].filter((part) => part !== '').join('; ') },
    ...(share === null ? [] : [{ value: voice.formats.share(Math.round(share * 100) / 100), label: words('week'), detail: `${intervalWords(week?.low, week?.high, voice.inHundred, voice)}, ${voice.text('report.cases', { n: voice.count(tribe.requests) })}` }]),
  ];
  const table = askedTable(desk, tribe, name);
  const page = reportPage({
    key: `tribe:${tribe.id}`, section: 'tribes', title, form: share === null ? 'too-few' : 'clear',
    measure: words('measure', { people: voice.count(tribe.size), lens: voice.text(`codes.lens.${tribe.lens}`), messages: voice.count(tribe.messages), requests: voice.count(tribe.requests) }),
    blocks: [
      { kind: 'figures', place: 'main', items: table === null ? items : items.slice(0, 2) },
      ...(table === null ? [] : [{ kind: 'chart' as const, place: 'main' as const, chart: reportChart({ key: `asks-chart:${tribe.id}`, kind: 'bars', table: table.key, category: 'intent', series: [reportSeries('n', words('asks'), toneOf(tribe))], axis: { label: words('asksAxis'), kind: 'count', min: 0, max: null }, alt: words('asksAlt', { tribe: name, list: voice.formats.list(table.rows.map(([intent, n]) => words('asksItem', { intent: typeof intent === 'string' ? intent : '', n: voice.count(typeof n === 'number' ? n : 0) }))) }) }) }]),
      { kind: 'bullets', place: table === null ? 'main' : 'side', heading: words('words'), items: [spoken.length === 0 ? words('noWords', { floor: CLIENT_FLOOR }) : voice.formats.list(spoken)] },
      ...(places.length === 0 ? [] : [{ kind: 'bullets' as const, place: table === null ? ('main' as const) : ('side' as const), heading: words('networks'), items: places.map(({ network, people }) => words('network', { network: voice.network(network), people: voice.count(people) })) }]),
    ],
    notes: words('notes', { floor: CLIENT_FLOOR }), source: sourceWords(desk), unseen: unseenWords(desk, ['private-answers', 'replies-absent']), metrics: ['tribe', 'balance', 'zone', 'answered-share', 'tribe-words'],
    figures: [linkedFigure(`tribe:${tribe.id}`, { value: share, low: week?.low ?? null, high: week?.high ?? null, n: tribe.requests }, title)],
  });
  return { page, table };
}
