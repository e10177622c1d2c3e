import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import { openingScale, WALL_SCALE, type WaitScale } from '../../domain/response/wait-scale.ts';
import { hoursZone, standingHours } from '../clock/standing-hours.ts';
import type { AppContext } from '../context.ts';
import { resolvedScope, type ResolvedScope } from './scope.ts';

/** A scope with its clock: on that of opening hours, requests read through it have their waits in open seconds. */
export interface ClockedScope extends ResolvedScope {
  readonly scale: WaitScale;
  /** What an answer on this clock rests on besides the data, for the question it is kept under; the wall clock is the same question whether it is named or not. */
  readonly drawnFrom: object;
}

/**
 * {@link resolvedScope} for a read of waits, which honours `clock`. Every other read measures on the wall clock, whatever the
 * scope says. Failures: those of the scope; `missing-capability` where nobody set the opening hours of its brand.
 */
export function clockedScope(context: AppContext, scope: Scope): Outcome<ClockedScope> {
  const resolved = resolvedScope(context, scope);
  if (!resolved.ok) return resolved;
  if (scope.clock !== 'opening') return success({ ...resolved.value, scale: WALL_SCALE, drawnFrom: { clock: undefined } });
  const { project, brand } = resolved.value;
  const hours = standingHours(project, brand?.name ?? null);
  if (hours === null) return failed('missing-capability', `no opening hours are set for ${brand === null ? 'this project' : brand.name}: set them on the page of opening hours, or read waits on the wall clock`);
  return success({ ...resolved.value, opening: hours, scale: openingScale(hours.week), drawnFrom: { hours, timeZone: hoursZone(project) } });
}
