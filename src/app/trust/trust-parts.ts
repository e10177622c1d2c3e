import type { OperationValue } from '../../contract/operations.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { INTENTS } from '../../domain/model/codes.ts';
import type { PooledEstimate } from '../../domain/stats/pooled-estimate.ts';
import { correctedAdvocacy } from '../../domain/trust/corrected-advocacy.ts';
import { correctedTrustParts } from '../../domain/trust/corrected-parts.ts';
import { peopleReciprocity } from '../../domain/trust/people-reciprocity.ts';
import { TRUST_PARTS, partWithoutFigure, type TrustPart } from '../../domain/trust/trust-part.ts';
import { directedTies } from '../../domain/network/directed-ties.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { advocacyReadings } from '../../store/advocacy-readings.ts';
import { readLabelCounts } from '../../store/readable-bookings.ts';
import type { CheckedDonors, Correction } from '../check/correction.ts';
import { PART_LABELS, type WrongShares } from '../check/wrong-shares.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { VALUE_SEED_SETTING } from '../value/ledger-view.ts';
import type { TieTable } from './tie-table.ts';
import { groupParts, groupReciprocity, trustMaterial } from './trust-group.ts';
import { EVERYBODY, type TrustFace } from './trust-groups.ts';

/** A group's figures without its name, which changes apart from them, and without reciprocity among its people, which has its own question. */
export type GroupFigures = Omit<OperationValue<'trust.parts'>['tribes'][number], Exclude<keyof TrustFace, 'tribe'> | 'among'>;

/** Reciprocity among the people of a group. */
export type GroupAmong = Pick<OperationValue<'trust.parts'>['tribes'][number], 'tribe' | 'among'>;

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

/** What the check of the reading can say of the parts: requests by how they waited, all messages by how they were read, wrong shares. */
export interface PartsCheck {
  readonly requests: Correction;
  readonly messages: CheckedDonors;
  readonly wrong: WrongShares;
}

/**
 * The five parts of trust, for everybody and for each tribe, under a scope. Promises belong to the
 * tribe of the person they were made to. A tribe under five people has no part at all. Parts that rest on labels stand beside
 * what they would be without the reader's mistakes, where a check of the reading can say so, else with the reason why not.
 */
export function trustParts(scope: ResolvedScope, table: TieTable, { requests: correction, messages: checked, wrong }: PartsCheck): GroupFigures[] {
  const { project } = scope;
  const seed = trustSeed(scope);
  const material = trustMaterial(scope, table);
  const memberSets = new Map([...tribeMembers(project)].map(([id, people]) => [id, new Set(people)]));
  const inScope = (accountId: number): boolean => material.filtered?.has(accountId) !== false;
  const groups = [{ key: EVERYBODY, belongs: inScope }, ...[...memberSets].map(([key, people]) => ({ key, belongs: (accountId: number) => people.has(accountId) && inScope(accountId) }))];
  const corrected = correction.material === null ? null : correctedTrustParts({
    requests: countedRequests(episodesOf(scope, {})),
    counted: material.requests.map(({ answeredWell, thanked, ...request }) => ({ ...request, caredFor: answeredWell && thanked })),
    groups,
  }, { ...correction.material, seed });
  const advocacy = advocacyCorrection(scope, { checked, wrong, seed, active: material.advocates.active, groups });
  const correctedPart = (tribe: string, { part, estimate }: TrustPart): Pick<GroupFigures['parts'][number], 'corrected' | 'uncorrected'> => {
    if (PART_LABELS[part] === undefined) return { corrected: null, uncorrected: null };
    const found = part === 'advocacy' ? advocacy.figures.get(tribe) : part === 'reciprocity' || part === 'care' ? corrected?.get(tribe)?.[part] : null;
    const reason = part === 'advocacy' ? advocacy.reason : uncorrectedOf(correction.state);
    return found == null || estimate === null ? { corrected: null, uncorrected: reason ?? 'few-cases' } : { corrected: found, uncorrected: null };
  };
  const shown = (tribe: string, size: number, parts: readonly TrustPart[]): GroupFigures => ({
    tribe, size, parts: parts.map((part) => withWrongShare({ ...part, beside: { ...part.beside }, ...correctedPart(tribe, part) }, wrong)),
  });
  const few = TRUST_PARTS.map((part) => partWithoutFigure(part, { n: 0, reason: 'few-people' }));
  return [
    shown(EVERYBODY, [...material.advocates.active].filter(inScope).length, groupParts(material, () => true, { seed })),
    ...listedTribes(project).map(({ id }) => {
      const people = memberSets.get(id) ?? new Set<number>();
      return shown(id, people.size, people.size < LEAST_PEOPLE ? few : groupParts(material, (accountId) => people.has(accountId), { seed }));
    }),
  ];
}

/**
 * Reciprocity among the people of everybody and of each tribe, under a scope: what the parts leave out, since its shuffles take
 * longer than all of them. `chance` false: counts alone. A tribe under five people has no ties.
 */
export function trustAmong(scope: ResolvedScope, table: TieTable, { chance }: { readonly chance: boolean }): GroupAmong[] {
  const { project, messages } = scope;
  const options = { seed: trustSeed(scope), chance };
  const members = tribeMembers(project);
  const filtered = messages.filters?.tribes === undefined ? null : new Set(messages.filters.tribes.flatMap((tribe) => members.get(tribe) ?? []));
  return [
    { tribe: EVERYBODY, among: groupReciprocity({ table, filtered }, () => true, options) },
    ...listedTribes(project).map(({ id }) => {
      const people = new Set(members.get(id) ?? []);
      return { tribe: id, among: people.size < LEAST_PEOPLE ? peopleReciprocity(directedTies([]), options) : groupReciprocity({ table, filtered }, (accountId) => people.has(accountId), options) };
    }),
  ];
}

interface AdvocacyMaterial {
  readonly checked: CheckedDonors;
  readonly wrong: WrongShares;
  readonly seed: number;
  readonly active: ReadonlySet<number>;
  readonly groups: Parameters<typeof correctedAdvocacy>[1];
}

/** Advocacy of each group without the reader's mistakes, or why it is not said. */
function advocacyCorrection({ project, brand, messages }: ResolvedScope, { checked: { state, donors }, wrong, seed, active, groups }: AdvocacyMaterial): { readonly figures: ReadonlyMap<string, PooledEstimate>; readonly reason: Uncorrected } {
  const { tribes: _, ...filters } = messages.filters ?? {};
  const reason = donors === null ? uncorrectedOf(state) : filters.intents !== undefined || filters.primaryIntents !== undefined ? 'label-filter' : wrong(PART_LABELS.advocacy ?? []).reason;
  if (donors === null || reason !== null) return { figures: new Map(), reason };
  const readings = advocacyReadings(project, { brandId: brand?.id ?? null, messages: messageCondition({ ...messages, filters }) });
  return { figures: correctedAdvocacy({ active, ...readings }, groups, { donors, labels: INTENTS, whole: readLabelCounts(project), seed }), reason: null };
}

type Uncorrected = GroupFigures['parts'][number]['uncorrected'];

/** The reason of a whole correction as one of a figure; null where there is a correction. */
function uncorrectedOf({ available, reason }: Correction['state']): Uncorrected {
  return available ? null : reason === 'few-checked' ? 'few-checked' : 'not-drawn';
}
