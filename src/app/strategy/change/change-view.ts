import type { OperationRequest, OperationValue } from '../../../contract/operations.ts';
import type { ChangeRest } from '../../../domain/model/change-code.ts';
import { LEAST_AUTHORS, LEAST_REQUESTS } from '../../../domain/response/response-floors.ts';
import { changeSplit, SMALL_GROUPS, tooFewCases, type ChangeSplit, type GroupChange } from '../../../domain/strategy/change/change-split.ts';
import type { DrawnPart } from '../../../domain/strategy/change/drawn-parts.ts';
import type { ChangeMeasure } from '../../../domain/model/change-code.ts';
import type { ResolvedScope } from '../../read/scope.ts';
import { dataNow } from '../../plan/hypothesis-record.ts';
import { changeCases, DIVIDED_MEASURES, isSamePeriod, type SourcedCase } from './change-cases.ts';
import type { ChangeSide } from './change-side.ts';
import { clusterNumbers } from './clusters.ts';

type Change = OperationValue<'strategy.change'>;

/** Draws behind every limit; each costs a pass over the cases for every set of causes. */
const DRAWS = 500;
/** Passes over cases that are made at most: fewer draws where there are many. */
const MOST_PASSES = 40_000_000;
const LEAST_DRAWS = 200;
const MOST_MESSAGES = 1000;

function peopleOf(cases: readonly SourcedCase[]): number {
  return new Set(cases.map(({ cluster }) => cluster)).size;
}

function sideOf({ edition, fromMs, toMs }: ChangeSide, cases: readonly SourcedCase[], { figure, measure }: { readonly figure: DrawnPart | null; readonly measure: ChangeMeasure }): Change['before'] {
  return {
    edition: edition?.name ?? null, fromMs, toMs, closedMs: edition?.closedMs ?? null, n: cases.length, people: peopleOf(cases), tooFew: tooFewCases(cases), figure,
    closed: edition?.kept?.figures.find((one) => one.measure === measure)?.estimate ?? null,
  };
}

/** What may stand behind what is left over. */
function restsOf({ edition }: ChangeSide, after: ChangeSide, { program, dataVersion }: { readonly program: string; readonly dataVersion: number }): ChangeRest[] {
  if (edition === null) return [];
  const later = after.edition?.it ?? null;
  const versions = new Map((later?.definitions ?? []).map(({ id, version }) => [id, version]));
  return [
    ...(edition.kept === null ? ['not-kept' as const] : []),
    ...(edition.it.program === (later?.program ?? program) ? [] : ['program' as const]),
    ...(edition.it.definitions.some(({ id, version }) => (versions.get(id) ?? version) !== version) ? ['metric-versions' as const] : []),
    ...(edition.it.dataVersion === (later?.dataVersion ?? dataVersion) ? [] : ['roles-and-identities' as const]),
  ];
}

function groupOf(group: GroupChange, { before, after }: { readonly before: readonly SourcedCase[]; readonly after: readonly SourcedCase[] }, own: ReadonlySet<string>): NonNullable<Change['between']>['groups'][number] {
  const isMine = ({ group: key }: SourcedCase): boolean => (group.key === SMALL_GROUPS ? !own.has(key) : key === group.key);
  const [first, second] = [before.filter(isMine), after.filter(isMine)];
  const isShort = (cases: readonly SourcedCase[]): boolean => cases.length > 0 && tooFewCases(cases);
  const tooFew = isShort(first) || isShort(second);
  const side = (told: GroupChange['before'], cases: readonly SourcedCase[]): { n: number; share: number; figure: number | null } => ({ n: told.n, share: told.share, figure: isShort(cases) ? null : told.figure });
  const messageIds = [...first, ...second].flatMap(({ messageId }) => messageId ?? []).sort((one, other) => other - one).slice(0, MOST_MESSAGES);
  return { key: group.key, before: side(group.before, first), after: side(group.after, second), mix: tooFew ? null : { ...group.mix }, rate: tooFew ? null : { ...group.rate }, tooFew, messageIds };
}

/** The parts of a difference between two sides, each with its interval and cases, and what is left over by name. */
export function changeView(scope: ResolvedScope, { measure, by: wanted, seed, before, after, program }: Pick<OperationRequest<'strategy.change'>, 'measure' | 'by' | 'seed'> & { readonly before: ChangeSide; readonly after: ChangeSide; readonly program: string }): Change {
  const { figure, unit, metric, offered } = DIVIDED_MEASURES[measure];
  const by = offered.includes(wanted) ? wanted : (offered[0] ?? 'network');
  const clusters = clusterNumbers();
  const cases = changeCases(scope, { measure, by, before, after, clusters });
  const first = cases.recounts.at(-1) ?? [];
  const second = cases.after ?? first;
  const tooFew = [...cases.recounts, second].some(tooFewCases);
  const passes = cases.recounts.reduce((sum, one) => sum + one.length, 0) + 2 * second.length + first.length;
  const draws = Math.max(LEAST_DRAWS, Math.min(DRAWS, Math.floor(MOST_PASSES / Math.max(1, passes))));
  const split = tooFew ? null : changeSplit({ figure, recounts: cases.recounts, after: cases.after, clusters: clusters.size(), draws, seed });
  const own = new Set(split?.between?.groups.map(({ key }) => key));
  const told = { measure, figure: null };
  const sides = { before: sideOf(before, first, { ...told, figure: split?.before ?? null }), after: sideOf(after, second, { ...told, figure: split?.after ?? null }) };
  return {
    measure, unit, metric, by, offered: [...offered], ...sides, samePeriod: isSamePeriod({ before, after }), draws,
    reason: tooFew ? 'too-few' : split === null ? 'not-watched' : null, least: { cases: LEAST_REQUESTS, people: LEAST_AUTHORS },
    then: split === null ? null : { ...split.then }, difference: split === null ? null : { ...split.difference },
    between: split === null || split.between === null ? null : { mix: { ...split.between.mix }, rate: { ...split.between.rate }, curve: { ...split.between.curve }, groups: split.between.groups.map((group) => groupOf(group, { before: first, after: second }, own)) },
    causes: cases.causes.map(({ cause, n }, at) => ({ cause, n, part: split === null ? null : { ...(split.causes[at] ?? { estimate: 0, low: null, high: null }) } })),
    leftover: { estimate: leftoverOf(split, sides), rests: restsOf(before, after, { program, dataVersion: dataNow(scope.project).version }) },
  };
}

/** What an edition kept and what it comes to when counted again differ by this; 0 without an edition. */
function leftoverOf(split: ChangeSplit | null, { before, after }: Pick<Change, 'before' | 'after'>): number | null {
  if (split === null) return null;
  if (before.edition === null) return 0;
  if (before.closed === null || (after.edition !== null && after.closed === null)) return null;
  return split.then.estimate - before.closed + (after.closed === null ? 0 : after.closed - split.after.estimate);
}

/** The figure of one period as this module counts it on the data of today, for an edition to keep; null where there is none. */
export function figureToKeep(scope: ResolvedScope, measure: ChangeMeasure, { fromMs, toMs }: Pick<ChangeSide, 'fromMs' | 'toMs'>): number | null {
  const side: ChangeSide = { edition: null, fromMs, toMs };
  const clusters = clusterNumbers();
  const { recounts } = changeCases(scope, { measure, by: 'network', before: side, after: side, clusters });
  if (tooFewCases(recounts[0] ?? [])) return null;
  return changeSplit({ figure: DIVIDED_MEASURES[measure].figure, recounts, after: null, clusters: clusters.size(), draws: 1, seed: 1 })?.then.estimate ?? null;
}
