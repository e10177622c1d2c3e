import type { LiveFilters } from '../../contract/operations/present-show.ts';
import type { Filters } from '../../contract/selection.ts';
import { INTENTS } from '../../domain/model/codes.ts';
import type { ReportSection } from '../../domain/model/report-section.ts';
import type { ReportVoice } from '../../present/report-voice.ts';

/** Kinds of filter that can be changed while pages are shown. */
type LiveKind = 'networks' | 'intents' | 'period';

const NOWHERE: readonly LiveKind[] = [];
const ALL: readonly LiveKind[] = ['networks', 'intents', 'period'];

/** Messages of a brand have no kind of request: what is made of them cannot be narrowed to one. */
const OF_BRAND: readonly LiveKind[] = ['networks', 'period'];

/**
 * What each section can be narrowed by. The plan, the decisions and the pages about the report itself rest on the whole project
 * and on what people wrote down: a screen that pretended otherwise would lie.
 */
const LIVE_KINDS: Readonly<Record<ReportSection, readonly LiveKind[]>> = {
  cover: NOWHERE, board: ALL, limits: OF_BRAND, question: NOWHERE, map: ALL, tribes: ALL, listening: ALL, answers: ALL, trust: OF_BRAND, formation: OF_BRAND, works: ALL, origins: NOWHERE, 'said-did': NOWHERE, minds: NOWHERE, choices: NOWHERE, initiatives: NOWHERE, sameness: NOWHERE, 'past-page': NOWHERE, probes: NOWHERE, companies: NOWHERE, mirror: NOWHERE, sceptic: NOWHERE, plan: NOWHERE, decisions: NOWHERE, method: NOWHERE, appendix: NOWHERE,
};

/** The kinds of a filter that are set. */
function liveKinds({ networks, intents, fromMs, toMs }: LiveFilters): LiveKind[] {
  return [...(networks === undefined ? [] : ['networks' as const]), ...(intents === undefined ? [] : ['intents' as const]), ...(fromMs === undefined && toMs === undefined ? [] : ['period' as const])];
}

/** True where a page of this section is made from every kind of the filter, and something is filtered at all. */
export function isFilterable(section: ReportSection, by: LiveFilters): boolean {
  const kinds = liveKinds(by);
  return kinds.length > 0 && kinds.every((kind) => LIVE_KINDS[section].includes(kind));
}

function both<Value>(one: readonly Value[] | undefined, other: readonly Value[] | undefined): Value[] | undefined {
  if (one === undefined || other === undefined) return one === undefined ? (other === undefined ? undefined : [...other]) : [...one];
  return one.filter((value) => other.includes(value));
}

/** Filters with what was left out where it is undefined, so that equal filters are equal answers of the memory. */
function given(filters: { readonly [Key in keyof Filters]: Filters[Key] | undefined }): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** Filters that hold both the report's own and the further one; null where nothing can hold both. */
export function narrowedFilters(own: Filters, by: LiveFilters): Filters | null {
  const [networks, intents] = [both(own.networks, by.networks), both(own.intents, by.intents)];
  const fromMs = own.fromMs === undefined ? by.fromMs : Math.max(own.fromMs, by.fromMs ?? own.fromMs);
  const toMs = own.toMs === undefined ? by.toMs : Math.min(own.toMs, by.toMs ?? own.toMs);
  if (networks?.length === 0 || intents?.length === 0 || (fromMs !== undefined && toMs !== undefined && fromMs >= toMs)) return null;
  return given({ ...own, networks, intents, fromMs, toMs });
}

/**
 * What a further filter leaves out, one condition at a time: the other networks, what came before and after the period, the
 * other kinds of request (which also holds messages of both kinds, so what is left out is never larger). Whoever sees a page
 * before and after the filter can work out the numbers of these by subtraction. `networks`: all those of the report.
 */
export function leftOutFilters(own: Filters, by: LiveFilters, networks: readonly string[]): Filters[] {
  const others = by.networks === undefined ? [] : (own.networks ?? networks).filter((network) => by.networks?.includes(network) !== true);
  const intents = by.intents === undefined ? [] : (own.intents ?? INTENTS).filter((intent) => by.intents?.includes(intent) !== true);
  const isBefore = by.fromMs !== undefined && by.fromMs > (own.fromMs ?? -Infinity);
  const isAfter = by.toMs !== undefined && by.toMs < (own.toMs ?? Infinity);
  return [
    ...(others.length === 0 ? [] : [given({ ...own, networks: others })]),
    ...(intents.length === 0 ? [] : [given({ ...own, intents })]),
    ...(isBefore ? [given({ ...own, toMs: Math.min(own.toMs ?? Infinity, by.fromMs ?? Infinity) })] : []),
    ...(isAfter ? [given({ ...own, fromMs: Math.max(own.fromMs ?? -Infinity, by.toMs ?? -Infinity) })] : []),
  ];
}

/** What a page is filtered by, in the report's words: "Come filtrato ora: rete Facebook; da lunedì …". */
export function filterMark({ networks, intents, fromMs, toMs }: LiveFilters, voice: ReportVoice): string {
  const { formats } = voice;
  const [from, to] = [fromMs === undefined ? '' : formats.date(fromMs), toMs === undefined ? '' : formats.date(toMs - 1)];
  const period = from !== '' && to !== '' ? voice.text('report.filtered.between', { from, to }) : from !== '' ? voice.text('report.filtered.since', { from }) : to !== '' ? voice.text('report.filtered.until', { to }) : '';
  const parts = [
    networks === undefined ? '' : voice.text('report.filtered.networks', { list: formats.list(networks.map(voice.network)) }),
    intents === undefined ? '' : voice.text('report.filtered.intents', { list: formats.list(intents.map((intent) => voice.text(`codes.intent.${intent}`))) }),
    period,
  ];
  return voice.text('report.filtered.mark', { list: parts.filter((part) => part !== '').join('; ') });
}
