import type { OperationValue } from '../../contract/operations.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { correctedTrustParts } from '../../domain/trust/corrected-parts.ts';
import { peopleReciprocity, type PeopleReciprocity } from '../../domain/trust/people-reciprocity.ts';
import { TRUST_PARTS, partWithoutFigure, type TrustPart } from '../../domain/trust/trust-part.ts';
import { directedTies } from '../../domain/network/directed-ties.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import type { Correction } from '../check/correction.ts';
import { PART_LABELS, type WrongShares } from '../check/wrong-shares.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { VALUE_SEED_SETTING } from '../value/ledger-view.ts';
import { groupParts, groupReciprocity, trustMaterial } from './trust-group.ts';
import { EVERYBODY, type TrustFace } from './trust-groups.ts';

/** A group's figures without its name, which changes apart from them. */
export type GroupFigures = Omit<OperationValue<'trust.parts'>['tribes'][number], Exclude<keyof TrustFace, 'tribe'>>;

/** The seed of the last analysis: every draw of the room of trust begins from it. */
export function trustSeed({ project }: Pick<ResolvedScope, 'project'>): number {
  return Number(settingOf(project, VALUE_SEED_SETTING) ?? 1);
}

/** A part with the share of what it counts that the check of the reading expects to be wrong; as it is where that is not known. */
function withWrongShare(part: GroupFigures['parts'][number], wrong: WrongShares): GroupFigures['parts'][number] {
  const labels = PART_LABELS[part.part];
  if (labels === undefined) return part;
  const { estimate, low, high } = wrong(labels);
  return { ...part, beside: { ...part.beside, readingWrong: estimate, readingWrongLow: low, readingWrongHigh: high } };
}

/**
 * The five parts of trust, for everybody and for each tribe, with reciprocity among people, under a scope. Promises belong to the
 * tribe of the person they were made to. A tribe under five people has no part at all. Parts that rest on requests stand beside
 * what they would be without the reader's mistakes, where a check of the reading can say so.
 */
export function trustParts(scope: ResolvedScope, correction: Correction, wrong: WrongShares): GroupFigures[] {
  const { project } = scope;
  const seed = trustSeed(scope);
  const material = trustMaterial(scope);
  const memberSets = new Map([...tribeMembers(project)].map(([id, people]) => [id, new Set(people)]));
  const inScope = (accountId: number): boolean => material.filtered?.has(accountId) !== false;
  const corrected = correction.material === null ? null : correctedTrustParts({
    requests: countedRequests(episodesOf(scope, {})),
    counted: material.requests.map(({ answeredWell, thanked, ...request }) => ({ ...request, caredFor: answeredWell && thanked })),
    groups: [{ key: EVERYBODY, belongs: inScope }, ...[...memberSets].map(([key, people]) => ({ key, belongs: (accountId: number) => people.has(accountId) && inScope(accountId) }))],
  }, { ...correction.material, seed });
  const shown = (tribe: string, size: number, { parts, among }: { readonly parts: readonly TrustPart[]; readonly among: PeopleReciprocity }): GroupFigures => ({
    tribe, size, among,
    parts: parts.map((part) => withWrongShare({ ...part, beside: { ...part.beside }, corrected: part.part === 'reciprocity' || part.part === 'care' ? (corrected?.get(tribe)?.[part.part] ?? null) : null }, wrong)),
  });
  const few = { parts: TRUST_PARTS.map((part) => partWithoutFigure(part, { n: 0, reason: 'few-people' })), among: peopleReciprocity(directedTies([]), { seed }) };
  const of = (belongs: (accountId: number) => boolean): { parts: readonly TrustPart[]; among: PeopleReciprocity } => ({ parts: groupParts(material, belongs, { seed }), among: groupReciprocity(material, belongs, { seed }) });
  return [
    shown(EVERYBODY, [...material.advocates.active].filter(inScope).length, of(() => true)),
    ...listedTribes(project).map(({ id }) => {
      const people = memberSets.get(id) ?? new Set<number>();
      return shown(id, people.size, people.size < LEAST_PEOPLE ? few : of((accountId) => people.has(accountId)));
    }),
  ];
}
