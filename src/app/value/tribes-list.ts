import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { tribeResponse, type TribeWait } from '../../domain/tribes/tribe-response.ts';
import { interestFacts } from '../../store/interest-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { bothConditions, messageCondition } from '../../store/selection-sql.ts';
import { accountsInBox } from '../../store/value-box.ts';
import { communitiesLens } from '../network/communities-lens.ts';
import type { ResolvedScope } from '../read/scope.ts';
import type { InterestFacts } from '../tribes/derive-interests.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { tribeFace } from '../tribes/tribe-face.ts';
import { countedTribes } from './counted-tribes.ts';
import { ledgerView } from './ledger-view.ts';
import { scopedTribes } from './scoped-tribes.ts';

/** How the ids of the tribes of a lens begin: people in none of them are unassigned. */
const UNASSIGNED = { value: 'value:', roles: 'role:', interests: 'interest:', communities: 'community:', all: '' } as const;

/** Whether groups by interests can be shown, and else why. */
function interestsLens(project: ProjectDatabase): OperationValue<'tribes.list'>['lenses'][number] {
  const facts = interestFacts<InterestFacts>(project);
  if (facts === null) return { lens: 'interests', available: false, reason: 'not-analysed' };
  return facts.groups > 0 ? { lens: 'interests', available: true, reason: '' } : { lens: 'interests', available: false, reason: `no-interests:${String(facts.sources.find(({ source }) => source === 'terms')?.people ?? 0)}` };
}

/** The tribes that rules make, with their figures, and what can be said of the lenses that are not offered. */
export function tribesList(scope: ResolvedScope, { lens, box }: OperationRequest<'tribes.list'>): OperationValue<'tribes.list'> {
  const { project } = scope;
  const view = ledgerView(scope);
  const inBox = box === undefined ? { sql: '1', parameters: [] } : messageCondition({ accountIds: accountsInBox(project, box) });
  const messages = box === undefined ? view.messages : bothConditions(view.messages, inBox);
  const results = scopedTribes(scope, view, { box });
  const { counts, networks, requests, people, unassigned } = countedTribes(scope, { messages, held: box === undefined ? view.ledger.held : undefined, beginning: UNASSIGNED[lens ?? 'all'] });
  const waits = new Map<string, TribeWait[]>();
  for (const { tribe, ...wait } of requests) {
    const known = waits.get(tribe);
    if (known === undefined) waits.set(tribe, [wait]);
    else known.push(wait);
  }
  return {
    people,
    unassigned,
    tribes: listedTribes(project).filter((tribe) => lens === undefined || tribe.lens === lens).map((tribe) => {
      const { id, lens: own, name } = tribe;
      const result = results.get(id);
      const figures = result?.figures ?? { size: 0, tooFew: true, created: 0, consumed: 0, balance: null, low: null, high: null, closeness: null, balanceWithoutPairs: null, stability: null, zoneHolds: null };
      const response = figures.tooFew ? { requests: 0, answered: null, answeredWithin7d: null } : tribeResponse(waits.get(id) ?? []);
      return {
        id, lens: own, name, ...tribeFace(tribe), ...figures, share: people === 0 || figures.tooFew ? null : figures.size / people,
        messages: figures.tooFew ? 0 : (counts.get(id) ?? 0), ...response,
        words: [...(result?.words ?? [])], networks: figures.tooFew ? [] : (networks.get(id) ?? []),
      };
    }),
    lenses: [
      { lens: 'value', available: true, reason: '' },
      { lens: 'roles', available: true, reason: '' },
      interestsLens(project),
      communitiesLens(project),
    ],
  };
}
