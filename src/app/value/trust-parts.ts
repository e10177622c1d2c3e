import type { OperationValue } from '../../contract/operations.ts';
import { RULED_TRIBES } from '../../domain/tribes/tribe-catalogue.ts';
import { answeredPeople } from '../../domain/trust/answered-people.ts';
import { careTaken } from '../../domain/trust/care-taken.ts';
import { LEAST_EXCHANGES, observedTies } from '../../domain/trust/observed-ties.ts';
import { promisesKept } from '../../domain/trust/promises-kept.ts';
import { TRUST_PARTS, partWithoutFigure, type TrustPart } from '../../domain/trust/trust-part.ts';
import { unpaidAdvocacy } from '../../domain/trust/unpaid-advocacy.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { standingPromises } from '../../store/promise-queries.ts';
import { advocatePeople, repliedPairs, trustRequests } from '../../store/trust-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';

/** Id of the group that is everybody. */
const EVERYBODY = 'all';

/**
 * The five parts of trust, for everybody and for each ruled tribe, under a scope. Promises belong to the tribe of the
 * person they were made to. A tribe under five people has no part at all.
 */
export function trustParts(scope: ResolvedScope): OperationValue<'trust.parts'> {
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
  const shown = (tribe: string, size: number, parts: readonly TrustPart[]): OperationValue<'trust.parts'>['tribes'][number] => ({ tribe, size, parts: parts.map((part) => ({ ...part, beside: { ...part.beside } })) });
  return {
    tribes: [
      shown(EVERYBODY, advocates.active.size, partsOf(() => true)),
      ...RULED_TRIBES.map(({ id }) => {
        const people = new Set(members.get(id) ?? []);
        if (people.size < LEAST_PEOPLE) return shown(id, people.size, TRUST_PARTS.map((part) => partWithoutFigure(part, { n: 0, reason: 'few-people' })));
        return shown(id, people.size, partsOf((accountId) => people.has(accountId)));
      }),
    ],
  };
}
