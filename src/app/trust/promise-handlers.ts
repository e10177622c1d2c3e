import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { PROMISE_STATES, type PromiseState } from '../../domain/model/promise-state.ts';
import { promisesKept } from '../../domain/trust/promises-kept.ts';
import { recordCommand } from '../../store/journal.ts';
import { promiseAt, promiseCount, promiseDecisions, promisePage, standingPromises, type PromiseDecision, type StandingPromise } from '../../store/promise-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { resolvedScope } from '../read/scope.ts';
import { putPromiseVerdict, type PromiseChange } from './promise-change.ts';
import { promiseScope } from './promise-scope.ts';

type Names = 'promises.list' | 'promises.summary' | 'promises.decide';
type Counts = Record<PromiseState, number>;

const countsOf = (promises: readonly StandingPromise[]): Counts =>
  Object.fromEntries(PROMISE_STATES.map((state) => [state, promises.filter((promise) => promise.state === state).length])) as Counts;

/** The register of promises: its list, its counts, and verdicts by hand. */
export function promiseHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'promises.list': ({ page, size, orderBy, state = null, named = null, byHand = null, ...input }) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const wanted = promiseScope(scope.value);
      const choice = { state, named, byHand };
      const { project } = scope.value;
      return success({ total: promiseCount(project, wanted, choice), promises: promisePage(project, wanted, { ...choice, page, size, orderBy }) });
    },
    'promises.summary': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const promises = standingPromises(scope.value.project, promiseScope(scope.value));
      const { n, estimate, low, high, tooFew, reason, beside } = promisesKept(promises);
      return success({
        total: promises.length, named: countsOf(promises.filter(({ named }) => named)), unnamed: countsOf(promises.filter(({ named }) => !named)), byHand: promises.filter(({ byHand }) => byHand).length,
        rate: { n, estimate, low, high, tooFew, reason, unverifiable: beside['unverifiable'] ?? 0 },
      });
    },
    'promises.decide': ({ messageId, start, state, note }) => {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to overrule verdicts');
      const place = promiseAt(project, messageId, start);
      if (place === null) return failed('not-found', `no promise begins at ${start} in message ${messageId}`);
      const words = { messageId, start: place.start, end: place.end };
      project.connection.transaction(() => {
        const before = promiseDecisions(project, words);
        const after: PromiseDecision[] = state === null ? [] : [{ ...words, state, note: note.trim(), atMs: context.now() }];
        const change: PromiseChange = { words, before, after };
        putPromiseVerdict(project, change, 'after');
        recordCommand(project, { command: 'promises.decide', label: `promises.decide:${state ?? 'none'}`, forward: JSON.stringify({ messageId, start, state, note }), inverse: JSON.stringify(change), atMs: context.now() });
      }).immediate();
      return success({ state: state ?? place.state, byHand: state !== null, dataVersion: dataVersionOf(project) });
    },
  };
}
