import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { tribeResponse, type TribeWait } from '../../domain/tribes/tribe-response.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { bothConditions, messageCondition } from '../../store/selection-sql.ts';
import { peopleCount, tribeMessageCounts, tribeNetworks, tribeRequests, unassignedCount } from '../../store/tribe-queries.ts';
import { accountsInBox } from '../../store/value-box.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { tribeFace } from '../tribes/tribe-face.ts';
import { ledgerView } from './ledger-view.ts';
import { scopedTribes } from './scoped-tribes.ts';

/** Name of the setting that holds the share of people with a tie to another person, as a number. */
export const TIES_SETTING = 'people_with_ties_share';

const LEAST_TIES_SHARE = 0.2;

/** The tribes that rules make, with their figures, and what can be said of the lenses that are not offered. */
export function tribesList(scope: ResolvedScope, { lens, box }: OperationRequest<'tribes.list'>): OperationValue<'tribes.list'> {
  const { project } = scope;
  const view = ledgerView(scope);
  const inBox = box === undefined ? { sql: '1', parameters: [] } : messageCondition({ accountIds: accountsInBox(project, box) });
  const messages = box === undefined ? view.messages : bothConditions(view.messages, inBox);
  const results = scopedTribes(scope, view, { box, lens });
  const counts = tribeMessageCounts(project, messages);
  const networks = tribeNetworks(project, messages);
  const waits = new Map<string, TribeWait[]>();
  for (const { tribe, ...wait } of tribeRequests(project, { brandId: view.ledger.brandId, messages })) {
    const known = waits.get(tribe);
    if (known === undefined) waits.set(tribe, [wait]);
    else known.push(wait);
  }
  const people = peopleCount(project, messages);
  const ties = settingOf(project, TIES_SETTING);
  const tiesShare = ties === null ? null : Number(ties);
  return {
    people,
    unassigned: unassignedCount(project, messages, lens === 'roles' ? 'role:%' : lens === 'value' ? 'value:%' : '%'),
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
      { lens: 'interests', available: false, reason: 'not-in-this-edition' },
      { lens: 'communities', available: false, reason: tiesShare === null ? 'not-in-this-edition' : tiesShare < LEAST_TIES_SHARE ? `few-ties:${tiesShare}` : `not-in-this-edition:${tiesShare}` },
    ],
  };
}
