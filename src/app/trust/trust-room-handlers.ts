import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import { checkedDonors, responseCorrection } from '../check/correction.ts';
import { wrongShares } from '../check/wrong-shares.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { cachedOutcome } from '../read/answer-cache.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { tieTable, type TieTable } from './tie-table.ts';
import { countedFunnels, shownFunnel } from './trust-funnel.ts';
import { EVERYBODY, trustFaces } from './trust-groups.ts';
import { trustCompositeView, trustLeversView } from './trust-index.ts';
import { trustAmong, trustParts, type GroupAmong, type GroupFigures } from './trust-parts.ts';
import { trustPeople } from './trust-people.ts';
import { trustRecommenders } from './trust-recommenders.ts';
import { trustTies } from './trust-ties.ts';
import { trustTrend } from './trust-trend.ts';
import { setTrustWeights } from './trust-weights.ts';

type Names = 'trust.parts' | 'trust.ties' | 'trust.funnel' | 'trust.recommenders' | 'trust.people' | 'trust.composite' | 'trust.setWeights' | 'trust.levers' | 'trust.trend';

/** Name under which the room's figures are remembered; what changes promises or tribes forgets them by it. */
export const TRUST_ANSWERS = 'trust';

// `by` marks an answer that rests on who is in which tribe
const question = (what: string, { brand, filters }: Scope, more: object = {}): { readonly name: string; readonly input: object } => ({ name: TRUST_ANSWERS, input: { what, by: 'tribe', brand, filters, ...more } });

/** Operations of the room of trust. Figures are counted once for a scope and remembered; names, pages, weights and levers are laid over them. */
export function trustRoomHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const scoped = <Input extends Scope, Value>(answer: (scope: ResolvedScope, input: Input) => Outcome<Value> | Promise<Outcome<Value>>) => (input: Input): Promise<Outcome<Value>> =>
    withFailures(async () => {
      const scope = resolvedScope(context, input);
      return scope.ok ? answer(scope.value, input) : scope;
    });
  const figures = (scope: ResolvedScope, input: Scope): Promise<Outcome<GroupFigures[]>> =>
    cachedOutcome(scope.project, question('parts-and-reasons', input), async () => {
      const table = await ties(scope, input);
      return table.ok ? success(trustParts(scope, table.value, { requests: await responseCorrection(scope.project), messages: await checkedDonors(scope.project), wrong: await wrongShares(scope.project) })) : table;
    });
  const among = async (scope: ResolvedScope, input: Scope, chance: boolean): Promise<Outcome<GroupAmong[]>> => {
    const table = await ties(scope, input);
    if (!table.ok) return table;
    const counted = (): GroupAmong[] => trustAmong(scope, table.value, { chance });
    return chance ? cachedOutcome(scope.project, question('among', input), () => Promise.resolve(success(counted()))) : success(counted());
  };
  // filters that ties leave out ask the same question
  const ties = (scope: ResolvedScope, { brand, filters: { fromMs, toMs, networks, containers } = {} }: Scope): Promise<Outcome<TieTable>> =>
    cachedOutcome(scope.project, question('tie-table', { brand, filters: { fromMs, toMs, networks, containers } }), () => Promise.resolve(success(tieTable(scope))));
  return {
    'trust.parts': scoped(async (scope, input) => {
      const found = await figures(scope, input);
      if (!found.ok) return found;
      const told = await among(scope, input, input.chance);
      if (!told.ok) return told;
      const faces = trustFaces(scope.project);
      const amongOf = new Map(told.value.map((group) => [group.tribe, group.among]));
      return success({ tribes: found.value.flatMap((group) => {
        const [face, own] = [faces.get(group.tribe), amongOf.get(group.tribe)];
        return face === undefined || own === undefined ? [] : [{ ...group, among: own, ...face }];
      }) });
    }),
    'trust.ties': scoped(async (scope, input) => {
      if (input.tribe !== undefined && !trustFaces(scope.project).has(input.tribe)) return failed('not-found', `no tribe has the id ${input.tribe}`);
      const found = await ties(scope, input);
      return found.ok ? success(trustTies(scope, found.value.ties, input)) : found;
    }),
    'trust.funnel': scoped(async (scope, input) => {
      const { brand, filters: { fromMs, toMs, networks, containers } = {}, between } = input;
      const found = await cachedOutcome(scope.project, question('funnel', { brand, filters: { fromMs, toMs, networks, containers } }, { between }), () => Promise.resolve(success(countedFunnels(scope, between))));
      return found.ok ? success(shownFunnel(scope, found.value, between)) : found;
    }),
    'trust.recommenders': scoped((scope, input) => cachedOutcome(scope.project, question('recommenders', input), () => Promise.resolve(success(trustRecommenders(scope))))),
    'trust.people': scoped(async (scope, input) => {
      const found = await ties(scope, input);
      return found.ok ? trustPeople(scope, input, found.value) : found;
    }),
    'trust.composite': scoped(async (scope, input) => {
      const found = await figures(scope, input);
      return found.ok ? success(trustCompositeView(scope, found.value, input)) : found;
    }),
    'trust.levers': scoped(async (scope, input) => {
      const found = await figures(scope, input);
      return found.ok ? success(trustLeversView(scope, found.value, input)) : found;
    }),
    'trust.trend': scoped((scope, input) => {
      const { tribe = EVERYBODY, by } = input;
      if (!trustFaces(scope.project).has(tribe)) return failed('not-found', `no tribe has the id ${tribe}`);
      return cachedOutcome(scope.project, question('trend-and-collection', input, { tribe, unit: by }), () => Promise.resolve(success(trustTrend(scope, { tribe, by }))));
    }),
    'trust.setWeights': (input) => setTrustWeights(context, input),
  };
}
