import type { OperationValue } from '../../contract/operations.ts';
import { answeredPeople } from '../../domain/trust/answered-people.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { careTaken } from '../../domain/trust/care-taken.ts';
import { correctedTrustParts } from '../../domain/trust/corrected-parts.ts';
import { LEAST_EXCHANGES, observedTies } from '../../domain/trust/observed-ties.ts';
import { promisesKept } from '../../domain/trust/promises-kept.ts';
import { TRUST_PARTS, partWithoutFigure, type TrustPart } from '../../domain/trust/trust-part.ts';
import { unpaidAdvocacy } from '../../domain/trust/unpaid-advocacy.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { standingPromises } from '../../store/promise-queries.ts';
import { advocatePeople, repliedPairs, trustRequests } from '../../store/trust-queries.ts';
import type { Correction } from '../check/correction.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { ledgerView } from './ledger-view.ts';

/** Id of the group that is everybody. */
const EVERYBODY = 'all';

/**
 * The five parts of trust, for everybody and for each tribe that rules make, under a scope. Promises belong to the tribe of the
 * person they were made to. A tribe under five people has no part at all. Parts that rest on requests stand beside what they
 * would be without the reader's mistakes, where a check of the reading can say so.
 */
export function trustParts(scope: ResolvedScope, correction: Correction): OperationValue<'trust.parts'> {
  const { project, brand } = scope;
  const view = ledgerView(scope);
  const trust = { brandId: brand?.id ?? null, messages: view.messages };
  const promises = standingPromises(project, trust);
  const requests = trustRequests(project, trust);
  const advocates = advocatePeople(project, trust);
  const pairs = repliedPairs(project, trust, LEAST_EXCHANGES);
  const members = tribeMembers(project);

  const partsOf = (belongs: (accountId: number) => boolean): TrustPart[] => {
    const counted = (ids: ReadonlySet<number>): number => [...ids].filter(belongs).length;
    const own = requests.filter(({ accountId }) => belongs(accountId));
    return [
      promisesKept(promises.filter(({ accountId }) => accountId !== null && belongs(accountId))),
      answeredPeople(own, { seed: view.seed }),
      observedTies(pairs.filter(({ first, second }) => belongs(first) && belongs(second))),
      careTaken(own.filter(({ watched }) => watched).map(({ accountId, answeredWell, thanked }) => ({ accountId, answered: answeredWell, thanked }))),
      unpaidAdvocacy({ active: counted(advocates.active), recommending: counted(advocates.recommending), warning: counted(advocates.warning) }),
    ];
  };
  const memberSets = new Map([...members].map(([id, people]) => [id, new Set(people)]));
  const corrected = correction.material === null ? null : correctedTrustParts({
    requests: countedRequests(episodesOf(scope, {})),
    counted: requests.map(({ answeredWell, thanked, ...request }) => ({ ...request, caredFor: answeredWell && thanked })),
    groups: [{ key: EVERYBODY, belongs: () => true }, ...[...memberSets].map(([key, people]) => ({ key, belongs: (accountId: number) => people.has(accountId) }))],
  }, { ...correction.material, seed: view.seed });
  const shown = (tribe: string, size: number, parts: readonly TrustPart[]): OperationValue<'trust.parts'>['tribes'][number] => ({
    tribe, size,
    parts: parts.map((part) => ({ ...part, beside: { ...part.beside }, corrected: part.part === 'reciprocity' || part.part === 'care' ? (corrected?.get(tribe)?.[part.part] ?? null) : null })),
  });
  return {
    tribes: [
      shown(EVERYBODY, advocates.active.size, partsOf(() => true)),
      ...listedTribes(project).map(({ id }) => {
        const people = memberSets.get(id) ?? new Set<number>();
        if (people.size < LEAST_PEOPLE) return shown(id, people.size, TRUST_PARTS.map((part) => partWithoutFigure(part, { n: 0, reason: 'few-people' })));
        return shown(id, people.size, partsOf((accountId) => people.has(accountId)));
      }),
    ],
  };
}
