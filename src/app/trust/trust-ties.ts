import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { quantile } from '../../domain/stats/quantile.ts';
import { type TIE_PARTS, type TieParts } from '../../domain/trust/tie-strength.ts';
import { LEAST_CASE_PEOPLE, LEAST_CASES } from '../../domain/trust/trust-part.ts';
import { accountNames } from '../../store/exchange-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { EVERYBODY, trustFaces } from './trust-groups.ts';
import type { ScoredTie } from './tie-table.ts';

type Ties = OperationValue<'trust.ties'>;
type ShownTie = Ties['pairs'][number];

/** Ties with the names of those tied, as rooms show them. */
export function shownTies({ project, brand }: ResolvedScope, ties: readonly ScoredTie[]): ShownTie[] {
  const names = accountNames(project, [...new Set(ties.flatMap(({ first, second }) => (second === null ? [first] : [first, second])))]);
  return ties.map(({ first, second, forth, back, firstMs, lastMs, parts, strength, messageIds }) => ({
    person: first, personName: names.get(first)?.name ?? '', other: second, otherName: second === null ? (brand?.name ?? null) : (names.get(second)?.name ?? ''), network: names.get(first)?.network ?? '',
    forth, back, exchanges: forth + back, firstMs, lastMs, parts, strength, messageIds: [...messageIds],
  }));
}

/** A page of ties in the order asked for, those without the figure last, and how strength spreads in every tribe. */
export function trustTies(scope: ResolvedScope, table: readonly ScoredTie[], { between, tribe, accountId, orderBy, page, size }: OperationRequest<'trust.ties'>): Ties {
  const { project, messages } = scope;
  const members = new Map([...tribeMembers(project)].map(([id, people]) => [id, new Set(people)]));
  const filtered = messages.filters?.tribes === undefined ? null : new Set(messages.filters.tribes.flatMap((id) => [...(members.get(id) ?? [])]));
  const within = ({ first, second }: ScoredTie, people: ReadonlySet<number>): boolean => people.has(first) && (second === null || people.has(second));
  const kind = table.filter((tie) => (tie.second === null) === (between === 'brand') && (filtered === null || within(tie, filtered)));
  const chosen = kind.filter((tie) => (tribe === undefined || tribe === EVERYBODY || within(tie, members.get(tribe) ?? new Set())) && (accountId === undefined || tie.first === accountId || tie.second === accountId));
  const valueOf = (tie: ScoredTie): number => (orderBy === 'strength' ? tie.strength : orderBy === 'exchanges' ? tie.forth + tie.back : orderBy === 'last' ? tie.lastMs : tie.parts[orderBy]) ?? -1;
  const ordered = chosen.toSorted((one, other) => valueOf(other) - valueOf(one) || other.forth + other.back - one.forth - one.back || one.first - other.first || (one.second ?? 0) - (other.second ?? 0));
  return { total: ordered.length, pairs: shownTies(scope, ordered.slice(page * size, (page + 1) * size)), summary: summaryOf(project, kind, members) };
}

function summaryOf(project: ProjectDatabase, ties: readonly ScoredTie[], members: ReadonlyMap<string, ReadonlySet<number>>): Ties['summary'] {
  return [...trustFaces(project).values()].filter(({ hidden }) => !hidden).map((face) => {
    const own = members.get(face.tribe);
    const inside = face.tribe === EVERYBODY ? ties : own === undefined ? [] : ties.filter(({ first, second }) => own.has(first) && (second === null || own.has(second)));
    const people = new Set(inside.flatMap(({ first, second }) => (second === null ? [first] : [first, second]))).size;
    const strengths = inside.flatMap(({ strength }) => strength ?? []).sort((one, other) => one - other);
    const enough = strengths.length >= LEAST_CASES && people >= LEAST_CASE_PEOPLE;
    const at = (probability: number): number | null => (enough ? quantile(strengths, probability) : null);
    return { ...face, size: own?.size ?? people, pairs: inside.length, people, lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), parts: enough ? meanParts(inside) : NO_PARTS };
  });
}

const NO_PARTS: TieParts = { duration: null, frequency: null, recency: null, reciprocity: null, breadth: null, intimacy: null, neighbours: null };

function meanParts(ties: readonly ScoredTie[]): TieParts {
  const mean = (part: (typeof TIE_PARTS)[number]): number | null => {
    const known = ties.flatMap(({ parts }) => parts[part] ?? []);
    return known.length < LEAST_CASES ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return { duration: mean('duration'), frequency: mean('frequency'), recency: mean('recency'), reciprocity: mean('reciprocity'), breadth: mean('breadth'), intimacy: mean('intimacy'), neighbours: mean('neighbours') };
}
