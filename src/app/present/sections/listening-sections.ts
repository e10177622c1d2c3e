import type { OperationValue } from '../../../contract/operations.ts';
import type { ReportBlock, ReportCell, ReportTone } from '../../../domain/model/report.ts';
import { findingSentence } from '../../../domain/wording/finding-sentence.ts';
import { estimateCell, reportChart, reportColumn, reportPage, reportSeries, reportTable, rowPeople, type MadePages } from '../page-making.ts';
import { LEAST_SHARE_CASES } from '../../../present/privacy/client-safe-table.ts';
import { linkedFigure, sourceWords, unseenWords, windowWords, type SectionDesk } from '../section-desk.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';
import { NAMED_REQUESTS } from './named-requests.ts';
import { limits } from './tribe-sections.ts';

type Group = OperationValue<'response.survival'>['groups'][number];

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;
const CURVE_STEP_HOURS = 6;
const HOLES = ['private-answers', 'private-answers-partly', 'replies-absent', 'replies-partly', 'relative-times', 'day-times', 'unread-languages'];

/** The level of a step curve at a time: of the last step at or before it, 1 before the first. */
function levelAt({ steps }: Pick<Group, 'steps'>, seconds: number): { readonly waiting: number; readonly low: number | null; readonly high: number | null } {
  const step = steps.findLast(({ atSeconds }) => atSeconds <= seconds);
  return step ?? { waiting: 1, low: 1, high: 1 };
}

const intentWords = (key: string, { voice }: SectionDesk): string => voice.text(`report.intents.${key}`);

/** Groups that may be told: enough cases, for a client enough people, and a kind of request that a report names. */
function shownGroups({ figures: { survival }, audience }: SectionDesk): readonly Group[] {
  return survival.groups.filter(({ key, tooFew, authors, n }) => !tooFew && key in NAMED_REQUESTS && n >= LEAST_SHARE_CASES && (audience === 'analyst' || (authors ?? 0) >= CLIENT_FLOOR));
}

/** How long people wait: the clearest gap as headline, curves of waiting, and mean waits with their limits. */
export function listeningSection(desk: SectionDesk): MadePages {
  const { figures: { survival, gaps, overview }, voice } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.listening.${code}`, values);
  const groups = shownGroups(desk);
  const gap = overview.findings.find(({ rule, form }) => rule === 'response.gap' && form === 'clear') ?? overview.findings.find(({ rule }) => rule === 'response.gap');
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  const title = overview.outbound === 0 ? words('noAnswers') : groups.length === 0 ? words('few') : gap === undefined ? words('waitsTitle') : findingSentence(gap, voice);
  const form = groups.length === 0 || overview.outbound === 0 ? 'too-few' as const : (gap?.form ?? null);
  const horizonHours = Math.round(survival.horizonSeconds / HOUR_SECONDS);
  const hours = Array.from({ length: Math.floor(horizonHours / CURVE_STEP_HOURS) + 1 }, (_, step) => step * CURVE_STEP_HOURS);
  const curves = reportTable({
    key: 'curves', name: words('curves'), title: words('curves'), note: words('measure', { n: voice.count(total) }),
    columns: [reportColumn('hours', words('hours'), 'seconds', words('meaningHours')), ...groups.flatMap(({ key }) => [reportColumn(key, intentWords(key, desk), 'share', words('meaningWaiting'), 'first-response-time'), ...limits(key, 'share', voice)])],
    rows: hours.map((hour) => [hour * HOUR_SECONDS, ...groups.flatMap((group): ReportCell[] => {
      const { waiting, low, high } = levelAt(group, hour * HOUR_SECONDS);
      return [waiting, low, high];
    })]),
  });
  const waits = reportTable({
    key: 'waits', name: words('waits'), title: words('waits'), note: words('waitsMeasure', { horizon: voice.duration(survival.horizonSeconds) }),
    columns: [
      reportColumn('intent', words('columns.intent'), 'text', words('meaning.intent')), reportColumn('n', words('columns.n'), 'count', words('meaning.n'), 'request'), reportColumn('people', words('columns.people'), 'count', words('meaning.people'), 'profiles'), reportColumn('answered', words('columns.answered'), 'count', words('meaning.answered'), 'outcomes'),
      reportColumn('mean', words('columns.mean'), 'seconds', words('meaning.mean'), 'restricted-mean-wait'), ...limits('mean', 'seconds', voice), reportColumn('day', words('columns.day'), 'share', words('meaning.day'), 'answered-share'), ...limits('day', 'share', voice),
    ],
    rows: groups.map((group) => {
      const day = group.answeredWithin.find(({ seconds }) => seconds === DAY_SECONDS);
      return [intentWords(group.key, desk), group.n, group.authors, group.answered, estimateCell(group.restrictedMeanSeconds), group.restrictedMeanLow, group.restrictedMeanHigh, estimateCell(day?.estimate), day?.low ?? null, day?.high ?? null];
    }),
    people: groups.map(({ authors }) => rowPeople(authors)),
  });
  const share = (group: Group, seconds: number): string => voice.formats.share(Math.round(levelAt(group, seconds).waiting * 100) / 100);
  const longest = groups.toSorted((one, other) => (other.restrictedMeanSeconds ?? 0) - (one.restrictedMeanSeconds ?? 0));
  const source = sourceWords(desk);
  const unseen = unseenWords(desk, HOLES);
  const lead = gaps.gaps.find(({ intent }) => intent === gap?.values['intent']);
  const figures = lead === undefined ? [] : [linkedFigure(`gap:${lead.intent}`, { value: lead.gapSeconds, low: lead.low, high: lead.high, n: lead.n }, title)];
  const curveBlocks: ReportBlock[] = groups.length === 0 ? [] : [
    { kind: 'chart', place: 'main', chart: reportChart({
      key: 'curves-chart', kind: 'curves', table: 'curves', category: 'hours', series: groups.map(({ key }) => reportSeries(key, intentWords(key, desk), `intent-${key}`, [`${key}Low`, `${key}High`])), axis: { label: words('waiting'), kind: 'share', min: 0, max: 1 }, across: { column: 'hours', label: words('hoursAxis'), kind: 'seconds' },
      alt: words('altCurve', { list: voice.formats.list(groups.map((group) => words('altCurveItem', { who: intentWords(group.key, desk), share: share(group, survival.horizonSeconds) }))) }),
    }) },
    { kind: 'bullets', place: 'side', heading: words('follows'), items: longest.slice(0, 4).map((group) => words('afterDay', { who: intentWords(group.key, desk), share: share(group, DAY_SECONDS) })) },
  ];
  const tones: readonly ReportTone[] = groups.map(({ key }): ReportTone => (key === lead?.intent ? `intent-${key}` : 'context'));
  return {
    pages: [
      reportPage({ key: 'listening', section: 'listening', title, form, measure: words('measure', { n: voice.count(total) }), blocks: curveBlocks, notes: words('notes'), source, unseen, metrics: ['first-response-time', 'listening-gap', 'request'], figures }),
      ...(groups.length === 0 ? [] : [reportPage({
        key: 'waits', section: 'listening', title: words('waitsTitle'), measure: words('waitsMeasure', { horizon: voice.duration(survival.horizonSeconds) }), notes: voice.text(desk.figures.reading.checked ? 'report.checked' : 'report.unchecked'), source, unseen, metrics: ['restricted-mean-wait', 'answered-share'],
        blocks: [
          { kind: 'chart', place: 'main', chart: reportChart({ key: 'waits-chart', kind: 'intervals', table: 'waits', category: 'intent', series: [reportSeries('mean', words('columns.mean'), 'accent', ['meanLow', 'meanHigh'])], axis: { label: words('waitsAxis'), kind: 'seconds', min: 0, max: survival.horizonSeconds }, rowTones: tones, alt: words('waitsAlt', { list: voice.formats.list(groups.map((group) => words('waitsAltItem', { who: intentWords(group.key, desk), wait: group.restrictedMeanSeconds === null ? '–' : voice.duration(group.restrictedMeanSeconds) }))) }) }) },
          { kind: 'table', place: 'main', table: 'waits', columns: ['intent', 'n', 'people', 'answered', 'mean', 'day'], rows: 8 },
        ],
      })]),
    ],
    tables: groups.length === 0 ? [] : [curves, waits],
  };
}

/** The mean that is usually published beside the honest one, criticism beside praise, and the requests still open. */
export function answersSection(desk: SectionDesk): MadePages {
  const { figures: { quality: { published }, criticism, backlog }, voice, audience } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.answers.${code}`, values);
  const told = !published.tooFew && published.publishedSeconds !== null && published.honestSeconds !== null;
  const title = told ? words('clear', { published: voice.duration(published.publishedSeconds ?? 0), honest: voice.duration(published.honestSeconds ?? 0) }) : words('few', { n: voice.count(published.n) });
  const items = told ? [
    { value: voice.duration(published.publishedSeconds ?? 0), label: words('published'), detail: voice.text('report.cases', { n: voice.count(published.answers ?? 0) }) },
    { value: voice.duration(published.honestSeconds ?? 0), label: words('honest'), detail: voice.text('report.cases', { n: voice.count(published.n) }) },
    ...(published.silent === null ? [] : [{ value: voice.count(published.silent), label: words('silent'), detail: '' }]),
  ] : [];
  const sides = [['criticismShare', criticism.opening.criticism], ['praiseShare', criticism.opening.praise]] as const;
  const shares = sides.flatMap(([label, { n, authors, tooFew, answered }]) => (tooFew || answered === null || answered.estimate === null || n < LEAST_SHARE_CASES || (audience === 'client' && (authors ?? 0) < CLIENT_FLOOR) ? [] : [words(label, { share: voice.formats.shareWithInterval(answered), n: voice.count(n) })]));
  const open = backlog.intents.filter(({ intent, n }) => intent in NAMED_REQUESTS && (audience === 'analyst' || n >= CLIENT_FLOOR));
  const table = reportTable({
    key: 'open', name: words('openSheet'), title: words('openTitle'), note: windowWords(desk),
    columns: [reportColumn('intent', voice.text('report.listening.columns.intent'), 'text', voice.text('report.listening.meaning.intent')), reportColumn('open', words('open'), 'count', words('openMeaning'), 'backlog')],
    rows: open.map(({ intent, n }) => [intentWords(intent, desk), n]),
  });
  const source = sourceWords(desk);
  const unseen = unseenWords(desk, HOLES);
  return {
    pages: [
      reportPage({
        key: 'answers', section: 'answers', title, form: told ? 'clear' : 'too-few', measure: words('measure', { n: voice.count(published.n) }), notes: words('notes'), source, unseen, metrics: ['published-wait', 'criticism-gap', 'restricted-mean-wait'],
        blocks: [...(items.length === 0 ? [] : [{ kind: 'figures' as const, place: 'main' as const, items }]), ...(shares.length === 0 ? [] : [{ kind: 'bullets' as const, place: 'main' as const, heading: words('criticism'), items: shares }])],
        figures: told ? [linkedFigure('published', { value: published.publishedSeconds, n: published.n }, voice.duration(published.publishedSeconds ?? 0)), linkedFigure('honest', { value: published.honestSeconds, n: published.n }, voice.duration(published.honestSeconds ?? 0))] : [],
      }),
      ...(open.length === 0 ? [] : [reportPage({
        key: 'open', section: 'answers', title: `${voice.count(backlog.open)} ${voice.text('report.board.open')}`, measure: words('openMeaning'), source, unseen, metrics: ['backlog'],
        blocks: [{ kind: 'chart', place: 'main', chart: reportChart({ key: 'open-chart', kind: 'bars', table: 'open', category: 'intent', series: [reportSeries('open', words('open'), 'accent')], axis: { label: words('openAxis'), kind: 'count', min: 0, max: null }, alt: words('openAlt', { list: voice.formats.list(open.map(({ intent, n }) => words('openItem', { who: intentWords(intent, desk), n: voice.count(n) }))) }) }) }],
        figures: [linkedFigure('open', { value: backlog.open, n: backlog.open }, voice.count(backlog.open))],
      })]),
    ],
    tables: open.length === 0 ? [] : [table],
  };
}
