import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { mapCompare } from './map-compare.ts';
import { tribeOfPeople } from '../tribes/tribe-of-people.ts';
import { mapTrails } from './map-trails.ts';
import { setZoneBorder, zoneBorderEffect } from './set-zone-border.ts';

type Names = 'value.mapTrails' | 'value.mapCompare' | 'value.zoneBorder' | 'value.setZoneBorder' | 'tribes.savePeople';

/** The value map over time, its border, and tribes made of people picked on it. */
export function mapHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const scoped = <Input extends Scope, Value>(answer: (scope: ResolvedScope, input: Input) => Outcome<Value>) => (input: Input): Promise<Outcome<Value>> =>
    withFailures(() => {
      const scope = resolvedScope(context, input);
      return scope.ok ? answer(scope.value, input) : scope;
    });
  return {
    'value.mapTrails': scoped((scope, input) => success(mapTrails(scope, input))),
    'value.mapCompare': scoped((scope, input) => {
      if (input.before.fromMs >= input.before.toMs || input.after.fromMs >= input.after.toMs) return failed('invalid-input', 'invalid period: it ends before it starts');
      return success(mapCompare(scope, input));
    }),
    'value.zoneBorder': scoped((scope, input) => success(zoneBorderEffect(scope, input))),
    'value.setZoneBorder': (input) => withFailures(() => setZoneBorder(context, input)),
    'tribes.savePeople': (input) => withFailures(() => tribeOfPeople(context, input)),
  };
}
