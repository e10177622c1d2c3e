import type { HandlerMap } from '../../contract/dispatch.ts';
import { success } from '../../contract/outcome.ts';
import { DRAWN_STEPS } from '../../domain/model/drawing.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import type { PromiseState } from '../../domain/model/promise-state.ts';
import { keptWeekStart } from '../counting/kept-counting.ts';
import { promiseWeeks } from '../../domain/trust/promise-weeks.ts';
import { timeToKeep, type KeepingCurve, type KeepingStep, type TimeToKeep } from '../../domain/trust/time-to-keep.ts';
import { placedPromises, verdictStamp } from '../../store/promise-course-queries.ts';
import { promiseCount, promisePage } from '../../store/promise-queries.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { ANALYSIS_NOW } from '../analyse/derive-stage.ts';
import type { AppContext } from '../context.ts';
import { cachedOutcome } from '../read/answer-cache.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { VALUE_SEED_SETTING } from '../value/ledger-view.ts';
import { costOfPromises } from './cost-of-promises.ts';
import { observationEnds } from './observation-ends.ts';
import { pathOfPromises } from './path-of-promises.ts';
import { promiseRates } from './promise-rates.ts';
import { MOST_OPENED, openableMessages } from './openable-messages.ts';
import { promiseScope } from './promise-scope.ts';

type Names = 'promises.timeToKeep' | 'promises.timeline' | 'promises.rates' | 'promises.cost' | 'promises.path';

/** The present that the last analysis was told, or null. */
function analysisNow({ project }: ResolvedScope): number | null {
  const text = settingOf(project, ANALYSIS_NOW);
  return text === null || text === '' ? null : Number(text);
}

/** At most about four hundred points: the first, the last and those where the share has moved enough to be seen. */
function drawn(curve: KeepingCurve | null): (Omit<KeepingCurve, 'steps' | 'messageIds'> & { steps: KeepingStep[]; messageIds: number[] | null }) | null {
  if (curve === null) return null;
  const steps: KeepingStep[] = [];
  for (const [at, step] of curve.steps.entries()) {
    const last = steps.at(-1);
    if (last === undefined || at === curve.steps.length - 1 || last.waiting - step.waiting >= 1 / DRAWN_STEPS) steps.push(step);
  }
  return { ...curve, steps, messageIds: openableMessages(curve.messageIds) };
}

function messagesByState(promises: readonly { readonly state: PromiseState; readonly messageId: number }[]): Partial<Record<PromiseState, number[]>> {
  const found: Partial<Record<PromiseState, number[]>> = {};
  for (const { state, messageId } of promises) found[state] = [...new Set([...(found[state] ?? []), messageId])];
  return found;
}

const keepingValue = ({ counts, seen, least, byDue, ...rest }: TimeToKeep) => ({ ...rest, counts: { ...counts }, seen: drawn(seen), least: drawn(least), byDue: [...byDue] });

/** What the register of promises adds up to: times, weeks, rates, and what broken promises are associated with. */
export function promiseCostHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'promises.timeToKeep': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const endOf = observationEnds(scope.value.project, analysisNow(scope.value));
      const promises = placedPromises(scope.value.project, promiseScope(scope.value)).map((promise) => ({ ...promise, endMs: endOf(promise.containerId) }));
      return success({ named: keepingValue(timeToKeep(promises, { named: true })), unnamed: keepingValue(timeToKeep(promises, { named: false })) });
    },
    'promises.timeline': ({ page, size, state = null, named = null, ...input }) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const wanted = promiseScope(scope.value);
      const timeZone = settingOf(project, 'time_zone') ?? 'Europe/Rome';
      const chosen = placedPromises(project, wanted).filter((promise) => (state === null || promise.state === state) && (named === null || promise.named === named));
      const choice = { state, named, byHand: null };
      return success({
        timeZone, total: promiseCount(project, wanted, choice),
        weeks: promiseWeeks(chosen, localClock(timeZone), keptWeekStart(project)).map(({ counts, promises, ...week }) => ({ ...week, counts: { ...counts }, messageIds: chosen.length > MOST_OPENED ? null : messagesByState(promises) })),
        promises: promisePage(project, wanted, { ...choice, page, size, orderBy: 'newest' }).map(({ evidence, ...promise }) => ({
          messageId: promise.messageId, start: promise.start, text: promise.text, personName: promise.personName, network: promise.network, atMs: promise.atMs, dueMs: promise.dueMs, judgedMs: promise.judgedMs, state: promise.state,
          // what was seen stands for the state that was found from it, not for one that a person gave
          shownMs: promise.state === promise.derivedState ? promise.shownMs : null,
          brokenMs: promise.state === 'broken' && promise.derivedState === 'broken' ? (evidence?.atMs ?? null) : null,
          evidenceMessageId: evidence?.messageId ?? null,
        })),
      });
    },
    'promises.rates': (input) => {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(promiseRates(scope.value, input.by)) : scope;
    },
    'promises.cost': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const seed = input.seed ?? Number(settingOf(project, VALUE_SEED_SETTING) ?? 1);
      // verdicts and weights change without the data
      const stamp = { ...input, seed, verdicts: verdictStamp(project), weights: storedWeights(project) };
      return cachedOutcome(project, { name: 'promise-cost', input: stamp }, () => Promise.resolve(success(costOfPromises(scope.value, { seed, nowMs: analysisNow(scope.value) }))));
    },
    'promises.path': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const seed = input.seed ?? Number(settingOf(project, VALUE_SEED_SETTING) ?? 1);
      return cachedOutcome(project, { name: 'promise-path', input: { ...input, seed, verdicts: verdictStamp(project) } }, () => Promise.resolve(success(pathOfPromises(scope.value, { days: input.days, seed, nowMs: analysisNow(scope.value) }))));
    },
  };
}
