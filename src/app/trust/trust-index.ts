import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { compositeSensitivity, trustComposite, type Composite } from '../../domain/trust/trust-composite.ts';
import { trustLevers } from '../../domain/trust/trust-levers.ts';
import { weightShares, type TrustWeights } from '../../domain/trust/trust-weights.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { lensFaces } from './trust-groups.ts';
import { trustSeed, type GroupFigures } from './trust-parts.ts';
import { keptTrustWeights } from './trust-weights.ts';

const NO_WEIGHTS: TrustWeights = { promises: 0, reciprocity: 0, 'tie-strength': 0, care: 0, advocacy: 0 };
const NO_INDEX: Composite = { estimate: null, low: null, high: null, missing: [] };

function figuresOf(figures: readonly GroupFigures[], tribe: string): GroupFigures | null {
  return figures.find((group) => group.tribe === tribe) ?? null;
}

/** The index of every tribe of a lens at the weights kept, or at weights that are only tried; ranks from the greatest down; and how far the order hangs on the weights. */
export function trustCompositeView(scope: ResolvedScope, figures: readonly GroupFigures[], { lens, weights }: OperationRequest<'trust.composite'>): OperationValue<'trust.composite'> {
  const { project } = scope;
  const kept = keptTrustWeights(project);
  const chosen: TrustWeights = weights === undefined ? (kept ?? NO_WEIGHTS) : { ...NO_WEIGHTS, ...Object.fromEntries(Object.entries(weights).filter(([, value]) => value !== undefined)) };
  const used = weightShares(chosen);
  const groups = lensFaces(project, lens).map((face) => {
    const group = figuresOf(figures, face.tribe);
    const tooFew = (group?.size ?? 0) < LEAST_PEOPLE;
    return { face, size: group?.size ?? 0, tooFew, parts: group?.parts ?? [], index: used === null || tooFew || group === null ? NO_INDEX : trustComposite(group.parts, chosen) };
  });
  const order = groups.flatMap(({ index }) => index.estimate ?? []).sort((one, other) => other - one);
  return {
    kept, used,
    tribes: groups.map(({ face, size, tooFew, index }) => ({
      ...face, size, tooFew, estimate: index.estimate, low: index.low, high: index.high, missing: [...index.missing], rank: index.estimate === null ? null : order.indexOf(index.estimate) + 1,
    })),
    sensitivity: used === null ? null : compositeSensitivity(groups.filter(({ index }) => index.estimate !== null).map(({ parts }) => parts), chosen, { seed: trustSeed(scope) }),
  };
}

/** What would move the index of every tribe of a lens, at the weights kept; nothing while the index is off or lacks a part. */
export function trustLeversView({ project }: ResolvedScope, figures: readonly GroupFigures[], { lens, assumption }: OperationRequest<'trust.levers'>): OperationValue<'trust.levers'> {
  const weights = keptTrustWeights(project) ?? NO_WEIGHTS;
  return {
    used: weightShares(weights), assumption,
    tribes: lensFaces(project, lens).map((face) => {
      const group = figuresOf(figures, face.tribe);
      const tooFew = (group?.size ?? 0) < LEAST_PEOPLE;
      const { missing } = group === null || tooFew ? NO_INDEX : trustComposite(group.parts, weights);
      return { ...face, size: group?.size ?? 0, tooFew, missing: [...missing], levers: group === null || tooFew || missing.length > 0 ? [] : trustLevers(group.parts, weights, assumption) };
    }),
  };
}
