import { conditionsOf, type TribeRule } from '../model/tribe-rule.ts';

/** A tribe with what it is made by. */
export interface RestingTribe {
  readonly id: string;
  readonly rule: TribeRule | null;
}

/** Ids of the tribes that a rule asks about. */
export function tribesAskedBy(rule: TribeRule | null): string[] {
  return rule === null ? [] : conditionsOf(rule).flatMap((condition) => (condition.op === 'tribe' ? condition.is : []));
}

/**
 * Tribes in an order in which each comes after those it rests on, so that members can be found one tribe after another.
 * Null when a tribe rests on itself, directly or through others. Ids that are not among the tribes are no hindrance.
 */
export function restingOrder<Tribe extends RestingTribe>(tribes: readonly Tribe[]): Tribe[] | null {
  const byId = new Map(tribes.map((tribe) => [tribe.id, tribe]));
  const state = new Map<string, 'open' | 'done'>();
  const order: Tribe[] = [];
  const visit = (tribe: Tribe): boolean => {
    const known = state.get(tribe.id);
    if (known !== undefined) return known === 'done';
    state.set(tribe.id, 'open');
    for (const id of tribesAskedBy(tribe.rule)) {
      const other = byId.get(id);
      if (other !== undefined && !visit(other)) return false;
    }
    state.set(tribe.id, 'done');
    order.push(tribe);
    return true;
  };
  return tribes.every(visit) ? order : null;
}
