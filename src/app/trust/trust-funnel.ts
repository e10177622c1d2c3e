import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { FUNNEL_DAYS, tieFunnel, type FunnelPair, type TieFunnel } from '../../domain/trust/tie-funnel.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { exchangeMaterial } from './tie-table.ts';
import { trustFaces } from './trust-groups.ts';

type Funnel = OperationValue<'trust.funnel'>;

/** What is counted: funnels by group, without names, so that names may change without counting again. */
export interface CountedFunnels {
  readonly all: TieFunnel;
  readonly byTribe: readonly { readonly tribe: string; readonly size: number; readonly funnel: TieFunnel }[];
}

/** Counts the funnel of everybody and of every tribe; a pair is a tribe's where all its people are. Filters of time, network and place choose the messages; a period ends what is followed. */
export function countedFunnels(scope: ResolvedScope, between: OperationRequest<'trust.funnel'>['between']): CountedFunnels {
  const { project, messages } = scope;
  const material = exchangeMaterial(scope);
  const pairs: readonly FunnelPair[] = between === 'brand' ? material.brand : material.people;
  const dataEndMs = project.connection.prepare('SELECT max(created_at_ms) FROM message').pluck().get() as number | null;
  const endMs = Math.min(dataEndMs ?? 0, messages.filters?.toMs ?? Infinity);
  const byTribe = [...tribeMembers(project)].map(([tribe, members]) => {
    const own = new Set(members);
    return { tribe, size: own.size, funnel: tieFunnel(pairs.filter(({ first, second }) => own.has(first) && (second === null || own.has(second))), endMs) };
  });
  return { all: tieFunnel(pairs, endMs), byTribe };
}

/** The funnel with the tribes as they are called; those under five people, and those of which no pair is followed, are left out. */
export function shownFunnel({ project }: ResolvedScope, { all, byTribe }: CountedFunnels, between: OperationRequest<'trust.funnel'>['between']): Funnel {
  const faces = trustFaces(project);
  return {
    between, days: FUNNEL_DAYS, ...all, stages: all.stages.map((stage) => ({ ...stage })),
    tribes: byTribe.flatMap(({ tribe, size, funnel }) => {
      const face = faces.get(tribe);
      const friends = funnel.stages.at(-1);
      const answered = funnel.stages.find(({ stage }) => stage === 'answered');
      return face === undefined || face.hidden || size < LEAST_PEOPLE || funnel.pairs === 0 || friends === undefined || answered === undefined ? [] : [{ ...face, size, pairs: funnel.pairs, answered: answered.ofMet, friends: friends.ofMet }];
    }),
  };
}
